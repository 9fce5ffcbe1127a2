using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>The handshake of graphql-transport-ws, and the life of the socket after it.</summary>
internal sealed class SocketTransport(
    IOperationExecutor executor,
    IOptions<GraphQLOptions> limits,
    IOptions<GraphQLTransportOptions> options,
    TransportFailures failures,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    /// <summary>The subprotocol's name.</summary>
    public const string Subprotocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            CrossSiteGuard.RefuseForeignOrigin(context.Request, options.Value.AllowedOrigins);
        }
        catch (TransportException refusal)
        {
            await GraphQLErrorResponse.WriteAsync(context, refusal.Status, refusal.Error);
            return;
        }

        await ServeAsync(context);
    }

    private async Task ServeAsync(HttpContext context)
    {
        var understood = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol, StringComparer.Ordinal);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = understood ? Subprotocol : null,
            KeepAliveInterval = options.Value.KeepAliveInterval,
            KeepAliveTimeout = options.Value.KeepAliveInterval,
        });
        using var connection = new SocketConnection(context, socket, Settings(context));
        if (!understood)
        {
            connection.Close(SocketClose.SubprotocolNotAcceptable);
        }

        await connection.RunAsync(lifetime.ApplicationStopping);
    }

    private SocketSettings Settings(HttpContext context) => new(
        executor,
        context.RequestServices.GetRequiredService<ISocketAuthenticator>(),
        limits.Value,
        options.Value,
        failures,
        time);
}
