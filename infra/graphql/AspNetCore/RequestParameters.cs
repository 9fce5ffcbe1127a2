using System.Security.Claims;
using System.Text.Json;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Persisted;

namespace R2P.GraphQL.AspNetCore;

/// <summary>GraphQL over HTTP, "Request Parameters": the same in a POST body, in the query of a GET and in a <c>subscribe</c> message.</summary>
internal sealed record RequestParameters(
    ReadOnlyMemory<byte> Query,
    string? DocumentId,
    string? OperationName,
    JsonElement? Variables,
    JsonElement? Extensions)
{
    /// <summary>The parameters of a request; one that has no document must at least name it.</summary>
    /// <exception cref="TransportException">It does neither.</exception>
    public static RequestParameters Of(
        ReadOnlyMemory<byte>? query, string? documentId, string? operationName, JsonElement? variables, JsonElement? extensions) => new(
            query ?? (documentId is not null || PersistedQueryExtension.IsIn(extensions) ? default : throw TransportErrors.MissingQuery()),
            documentId,
            operationName,
            variables,
            extensions);

    /// <summary>The request.</summary>
    /// <param name="incremental">Whether the response may come in parts.</param>
    /// <param name="cost">What a header asks about the cost; null to ask the request's extensions.</param>
    public GraphQLRequest ToRequest(
        ClaimsPrincipal user, IReadOnlySet<OperationKind> allowed, bool incremental, CostReport? cost = null) => new()
    {
        Query = Query,
        DocumentId = DocumentId,
        OperationName = OperationName,
        Variables = Variables,
        Extensions = Extensions,
        AllowedOperations = allowed,
        AllowsIncremental = incremental,
        Cost = cost ?? CostReports.Of(Extensions),
        User = user,
    };
}
