using R2P.GraphQL.Errors;

namespace R2P.GraphQL.AspNetCore;

/// <summary>What the client sent is refused by the transport, before any GraphQL is looked at.</summary>
internal sealed class TransportException(int status, GraphQLError error) : Exception(error.Message)
{
    /// <summary>The HTTP status that says so; a WebSocket has close codes instead.</summary>
    public int Status { get; } = status;

    public GraphQLError Error { get; } = error;
}
