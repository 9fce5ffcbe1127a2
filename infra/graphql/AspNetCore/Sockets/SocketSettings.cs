using R2P.GraphQL.Execution;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>What every socket works with.</summary>
internal sealed record SocketSettings(
    IOperationExecutor Executor,
    ISocketAuthenticator Authenticator,
    GraphQLOptions Limits,
    GraphQLTransportOptions Transport,
    TransportFailures Failures,
    TimeProvider Time);
