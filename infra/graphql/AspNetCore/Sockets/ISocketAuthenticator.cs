using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>
/// Says who opens a socket. Browsers can't send an Authorization header with a WebSocket, so the token comes in the payload of
/// <c>connection_init</c>.
/// </summary>
public interface ISocketAuthenticator
{
    /// <summary>The caller, also an anonymous one; null refuses the socket, which is then closed with 4403.</summary>
    /// <param name="context">The handshake's request.</param>
    /// <param name="connectionInitPayload">The payload of <c>connection_init</c>: a JSON object, or null if there was none.</param>
    ValueTask<SocketIdentity?> AuthenticateAsync(
        HttpContext context, JsonElement? connectionInitPayload, CancellationToken cancellation);
}

/// <summary>Who uses a socket.</summary>
/// <param name="User">The caller of every operation on it.</param>
/// <param name="ExpiresAt">When that ends: the socket is then closed with 4403, and the client comes back with a new token. Null: never.</param>
public sealed record SocketIdentity(ClaimsPrincipal User, DateTimeOffset? ExpiresAt = null);

/// <summary>Takes the user that the host authenticated for the handshake's request.</summary>
internal sealed class HandshakeAuthenticator : ISocketAuthenticator
{
    public ValueTask<SocketIdentity?> AuthenticateAsync(
        HttpContext context, JsonElement? connectionInitPayload, CancellationToken cancellation) => new(new SocketIdentity(context.User));
}
