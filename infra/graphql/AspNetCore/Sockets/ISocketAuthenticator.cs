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
    /// <summary>
    /// The caller of every operation on the socket, also an anonymous one; null refuses the socket, which is then closed with 4403. So it is when the
    /// caller's claim <c>exp</c> has come: the client comes back with a new token.
    /// </summary>
    /// <param name="context">The handshake's request.</param>
    /// <param name="connectionInitPayload">The payload of <c>connection_init</c>: a JSON object, or null if there was none.</param>
    ValueTask<ClaimsPrincipal?> AuthenticateAsync(
        HttpContext context, JsonElement? connectionInitPayload, CancellationToken cancellation);
}

/// <summary>Takes the user that the host authenticated for the handshake's request.</summary>
internal sealed class HandshakeAuthenticator : ISocketAuthenticator
{
    public ValueTask<ClaimsPrincipal?> AuthenticateAsync(
        HttpContext context, JsonElement? connectionInitPayload, CancellationToken cancellation) => new(context.User);
}
