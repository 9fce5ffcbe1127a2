using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>Whose stream it is: the name that an issuer gives the caller; nobody's, if the caller did not sign in.</summary>
internal sealed record StreamOwner(string? Issuer, string? Name)
{
    public static readonly StreamOwner Nobody = new(null, null);

    public static StreamOwner Of(ClaimsPrincipal user) => user.Identity is ClaimsIdentity { IsAuthenticated: true } identity
        ? new StreamOwner(identity.FindFirst(identity.NameClaimType)?.Issuer ?? identity.AuthenticationType, identity.Name ?? "")
        : Nobody;

    /// <summary>Whose streams are counted together: those of callers who did not sign in, by their address.</summary>
    public StreamOwner CountedAs(HttpContext context) =>
        this == Nobody ? new StreamOwner(Issuer: null, $"{context.Connection.RemoteIpAddress}") : this;
}
