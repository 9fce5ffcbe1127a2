using System.Security.Claims;
using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Execution;

/// <summary>One GraphQL request (§6.1), whatever transport it came by.</summary>
public sealed class GraphQLRequest
{
    /// <summary>The document's text in UTF-8; empty when the request only names it.</summary>
    public required ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>The identifier of a persisted document. Automatic persisted queries name theirs among the <see cref="Extensions"/>.</summary>
    public string? DocumentId { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, or null.</summary>
    public JsonElement? Variables { get; init; }

    public JsonElement? Extensions { get; init; }

    /// <summary>The kinds that the transport allows: an HTTP GET only queries, an HTTP POST no subscriptions.</summary>
    public IReadOnlySet<OperationKind> AllowedOperations { get; init; } = AllKinds;

    /// <summary>
    /// Whether the transport, and the client, can take a response in parts. If not, <c>@defer</c> and <c>@stream</c> are passed over: one response
    /// holds everything.
    /// </summary>
    public bool AllowsIncremental { get; init; }

    /// <summary>§6 The initial value: the parent of the root fields. Null stands for an object without any entry.</summary>
    public object? InitialValue { get; init; }

    /// <summary>What the host tells its own interceptors of the operation; nothing that a client sends comes here.</summary>
    public object? HostState { get; init; }

    /// <summary>Whether the response says what the operation costs.</summary>
    public CostReport Cost { get; init; }

    public ClaimsPrincipal User { get; init; } = new(new ClaimsIdentity());

    private static readonly HashSet<OperationKind> AllKinds = [OperationKind.Query, OperationKind.Mutation, OperationKind.Subscription];
}
