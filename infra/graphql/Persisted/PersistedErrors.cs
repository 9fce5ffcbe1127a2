using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Persisted;

/// <summary>Every refusal of a request that names its document, or should have.</summary>
internal static class PersistedErrors
{
    /// <summary>The words of the protocol: clients send the text when they see them.</summary>
    public static GraphQLException NotFound() => new("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound);

    /// <summary>The words of the protocol: clients send texts from then on.</summary>
    public static GraphQLException NotSupported() => new("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported);

    public static GraphQLException HashMismatch() =>
        new("The document's SHA-256 is not the one that the request names.", ErrorCodes.PersistedQueryMismatch);

    public static GraphQLException OtherText(string id) =>
        new($"The document that is registered as \"{id}\" is not the one that was sent with it.", ErrorCodes.PersistedQueryMismatch);

    public static GraphQLException UnsupportedVersion(int supported) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"extensions.persistedQuery.version\" must be {supported}."),
        ErrorCodes.BadRequest);

    public static GraphQLException NoHash() =>
        new("\"extensions.persistedQuery.sha256Hash\" must be a SHA-256 in 64 lower-case hexadecimal digits.", ErrorCodes.BadRequest);

    public static GraphQLException MalformedId() => new(
        "Parameter \"documentId\" must be a document identifier: at most 256 letters, digits and \"-._~\", with a prefix before \":\" if there is one.",
        ErrorCodes.BadRequest);

    public static GraphQLException UnknownId(string id) =>
        new($"No document is registered as \"{id}\".", ErrorCodes.DocumentNotRegistered);

    public static GraphQLException OnlyRegistered() =>
        new("Only registered documents are executed here: send the \"documentId\" of one.", ErrorCodes.DocumentNotRegistered);
}
