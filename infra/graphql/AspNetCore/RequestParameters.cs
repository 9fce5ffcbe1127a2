using System.Security.Claims;
using System.Text.Json;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.AspNetCore;

/// <summary>GraphQL over HTTP, "Request Parameters": the same four in a POST body, in the query of a GET and in a <c>subscribe</c> message.</summary>
internal sealed record RequestParameters(
    ReadOnlyMemory<byte> Query,
    string? OperationName,
    JsonElement? Variables,
    JsonElement? Extensions)
{
    public GraphQLRequest ToRequest(ClaimsPrincipal user, IReadOnlySet<OperationKind> allowed, CostReport? cost = null) => new()
    {
        Query = Query,
        OperationName = OperationName,
        Variables = Variables,
        Extensions = Extensions,
        AllowedOperations = allowed,
        Cost = cost ?? CostReports.Of(Extensions),
        User = user,
    };
}
