using R2P.GraphQL.Language;

namespace R2P.GraphQL.Errors;

/// <summary>One entry of <c>errors</c> (§7.1.5 to §7.1.7).</summary>
/// <param name="Message">For the developer who reads it; never holds internals.</param>
/// <param name="Code">A stable code, written as <c>extensions.code</c>.</param>
public sealed record GraphQLError(string Message, string Code)
{
    /// <summary>Where in the document; empty if it has no place there.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>The response path of a field error: response keys (string) and list indices (int); null for a request error.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Further entries of <c>extensions</c>, beside the code: strings, numbers, booleans.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>This error placed at the nodes it speaks of.</summary>
    public GraphQLError At(SourceText source, params ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = new SourceLocation[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            locations[i] = source.LocationOf(nodes[i].Start);
        }

        return this with { Locations = locations };
    }
}

/// <summary>
/// Thrown by a resolver, a scalar or the engine to answer with a given error. Any other exception out of a resolver is answered as
/// <see cref="ErrorCodes.Internal"/> without its message.
/// </summary>
public sealed class GraphQLException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLException(string message, string code)
        : this(new GraphQLError(message, code))
    {
    }

    public GraphQLError Error { get; } = error;
}
