using System.Security.Claims;
using System.Text.Json;
using R2P.GraphQL.AspNetCore.Sockets;

namespace R2P.Api.Authentication;

/// <summary>
/// Who opens a WebSocket: the token of <c>connection_init</c> (<c>{"Authorization": "Bearer …"}</c>), else the one of the handshake's header, else
/// nobody. A token that is not accepted refuses the socket.
/// </summary>
internal sealed class SocketAuthenticator(TokenValidator tokens) : ISocketAuthenticator
{
    public async ValueTask<ClaimsPrincipal?> AuthenticateAsync(
        HttpContext context, JsonElement? connectionInitPayload, CancellationToken cancellation)
    {
        var authorization = Authorization(connectionInitPayload) ?? NullIfEmpty(context.Request.Headers.Authorization.ToString());
        if (authorization is null)
        {
            return context.User;
        }

        return BearerToken.Of(authorization) is { } token ? await tokens.ValidateAsync(token, cancellation) : null;
    }

    private static string? Authorization(JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } fields)
        {
            return null;
        }

        foreach (var field in fields.EnumerateObject())
        {
            if (field.Name.Equals("authorization", StringComparison.OrdinalIgnoreCase))
            {
                // A token of another JSON type is a token that can't be valid.
                return field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : "";
            }
        }

        return null;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
