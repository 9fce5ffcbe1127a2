using System.Security.Claims;

namespace R2P.Schema.Access;

/// <summary>Whom a checked token names.</summary>
public sealed record Identity(string Issuer, string Subject)
{
    /// <summary>The identity of a signed-in caller; null for any other.</summary>
    public static Identity? Of(ClaimsPrincipal principal)
    {
        var subject = principal.FindFirst("sub") ?? principal.FindFirst(ClaimTypes.NameIdentifier);
        return principal.Identity is { IsAuthenticated: true } && subject is not null
            ? new Identity(principal.FindFirst("iss")?.Value ?? subject.Issuer, subject.Value)
            : null;
    }
}
