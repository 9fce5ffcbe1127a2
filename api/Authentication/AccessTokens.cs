using System.IdentityModel.Tokens.Jwt;
using Microsoft.IdentityModel.Tokens;

namespace R2P.Api.Authentication;

/// <summary>Tells access tokens from other tokens that the same authority signs.</summary>
internal static class AccessTokens
{
    private static readonly string[] ClaimsOfIdTokens = ["nonce", "at_hash", "c_hash"];

    /// <summary>Asymmetric signatures only: a public key can't be misused as a shared secret, and <c>none</c> is no signature.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Why a token that is validly signed is refused all the same; null if it is not.</summary>
    public static string? Refusal(SecurityToken token)
    {
        if (token is not JwtSecurityToken jwt)
        {
            return "The token is no JWT.";
        }

        if (!Algorithms.Contains(jwt.Header.Alg, StringComparer.Ordinal))
        {
            return "The token's algorithm is not accepted.";
        }

        if (jwt.Header.Typ is { } type
            && !type.Equals("JWT", StringComparison.OrdinalIgnoreCase)
            && !type.Equals("at+jwt", StringComparison.OrdinalIgnoreCase)
            && !type.Equals("application/at+jwt", StringComparison.OrdinalIgnoreCase))
        {
            return "The token is no access token.";
        }

        var isIdToken = ClaimsOfIdTokens.Any(jwt.Payload.ContainsKey)
            || (jwt.Payload.TryGetValue("typ", out var use) && use is string kind && kind is "ID" or "Refresh");
        return isIdToken ? "The token is an ID token, not an access token." : null;
    }
}

/// <summary>The token of a request.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The token of an <c>Authorization</c> header's value; null if it has none.</summary>
    public static string? Of(string? authorization) =>
        authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true ? authorization[Scheme.Length..].Trim() : null;

    /// <inheritdoc cref="Of(string?)"/>
    public static string? Of(HttpRequest request) => Of(request.Headers.Authorization.ToString());
}
