using Microsoft.Extensions.Logging;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Persisted;

/// <summary>
/// Finds the document that a request means, by its text, its <c>documentId</c> or its hash, and refuses those that may not be executed. It stands
/// before parsing and behind every transport.
/// </summary>
internal sealed partial class PersistedOperations(TrustedDocuments trusted, PersistedOptions options, ILogger logger)
{
    private readonly AutomaticQueries _taught = new(options.MaxAutomaticQueries, options.MaxAutomaticQueryBytes);

    /// <summary>Finds the document.</summary>
    /// <exception cref="GraphQLException">There is no such document, it is another than the request says, or it may not be executed.</exception>
    public RequestedDocument Find(GraphQLRequest request)
    {
        var id = IdIn(request);
        if (id is null && options.TrustedDocuments == TrustedDocumentsMode.Off)
        {
            return new RequestedDocument(request.Query);
        }

        if (id is not null && trusted.TryGet(id, out var document))
        {
            return request.Query.IsEmpty || request.Query.Span.SequenceEqual(document.Text.Span)
                ? new RequestedDocument(document.Text, document.Prepared)
                : throw PersistedErrors.OtherText(id);
        }

        var found = options.TrustedDocuments == TrustedDocumentsMode.Enforce
            ? throw (request.DocumentId is null ? PersistedErrors.OnlyRegistered() : PersistedErrors.UnknownId(request.DocumentId))
            : FindUnregistered(request, id);
        if (options.TrustedDocuments == TrustedDocumentsMode.LogOnly && logger.IsEnabled(LogLevel.Warning))
        {
            LogUnregistered(logger, id ?? DocumentIdentifier.HashPrefix + DocumentIdentifier.HashOf(found.Text.Span), NameIn(request));
        }

        return found;
    }

    /// <summary>Keeps a valid document that its client wants to name by its hash from now on.</summary>
    public void Remember(RequestedDocument document)
    {
        if (document.TaughtHash is { } hash)
        {
            _taught.Add(hash, document.Text.ToArray());
        }
    }

    /// <summary>The identifier that the request gives, be it as <c>documentId</c> or as a hash among its extensions.</summary>
    private static string? IdIn(GraphQLRequest request)
    {
        if (request.DocumentId is { } id)
        {
            return DocumentIdentifier.IsWellFormed(id) ? id : throw PersistedErrors.MalformedId();
        }

        return PersistedQueryExtension.HashIn(request.Extensions) is { } hash ? DocumentIdentifier.HashPrefix + hash : null;
    }

    private RequestedDocument FindUnregistered(GraphQLRequest request, string? id)
    {
        var (text, hash) = (request.Query, id is null ? null : DocumentIdentifier.HashIn(id));
        if (!text.IsEmpty || id is null)
        {
            return hash is null ? new RequestedDocument(text) : FindByText(text, hash);
        }

        if (hash is not null && options.AutomaticQueries && _taught.TryGet(hash, out var taught))
        {
            return new RequestedDocument(taught);
        }

        throw request.DocumentId is not null ? PersistedErrors.UnknownId(id)
            : options.AutomaticQueries ? PersistedErrors.NotFound()
            : PersistedErrors.NotSupported();
    }

    private RequestedDocument FindByText(ReadOnlyMemory<byte> text, string hash)
    {
        if (DocumentIdentifier.HashOf(text.Span) != hash)
        {
            throw PersistedErrors.HashMismatch();
        }

        return new RequestedDocument(text, TaughtHash: options.AutomaticQueries ? hash : null);
    }

    /// <summary>What the request says must not write lines of its own into a log.</summary>
    private static string? NameIn(GraphQLRequest request) =>
        request.OperationName is { Length: <= 100 } name && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') ? name : null;

    [LoggerMessage(LogLevel.Warning, "A document that is not registered was executed: {DocumentId}, operation {OperationName}")]
    private static partial void LogUnregistered(ILogger logger, string documentId, string? operationName);
}
