using System.Security.Claims;
using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Execution;

/// <summary>One GraphQL request (§6.1), whatever transport it came by.</summary>
public sealed class GraphQLRequest
{
    /// <summary>The document's text in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Query { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, or null.</summary>
    public JsonElement? Variables { get; init; }

    public JsonElement? Extensions { get; init; }

    /// <summary>The kinds that the transport allows: an HTTP GET only queries, an HTTP POST no subscriptions.</summary>
    public IReadOnlySet<OperationKind> AllowedOperations { get; init; } = AllKinds;

    /// <summary>§6 The initial value: the parent of the root fields. Null stands for an object without any entry.</summary>
    public object? InitialValue { get; init; }

    /// <summary>Whether the response says what the operation costs.</summary>
    public CostReport Cost { get; init; }

    public ClaimsPrincipal User { get; init; } = new(new ClaimsIdentity());

    private static readonly HashSet<OperationKind> AllKinds = [OperationKind.Query, OperationKind.Mutation, OperationKind.Subscription];
}
