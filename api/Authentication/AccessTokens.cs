using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace R2P.Api.Authentication;

/// <summary>Tells access tokens from other tokens that the same authority signs.</summary>
internal static class AccessTokens
{
    /// <summary>Asymmetric signatures only: a public key can't be misused as a shared secret, and <c>none</c> is no signature.</summary>
    public static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly string[] ClaimsOfIdTokens = ["nonce", "at_hash", "c_hash"];
    private static readonly string[] TypesOfAccessTokens = ["JWT", "at+jwt", "application/at+jwt"];

    /// <summary>Why a token that is validly signed is refused all the same; null if it is not.</summary>
    public static string? Refusal(SecurityToken token)
    {
        if (token is not JsonWebToken jwt)
        {
            return "The token is no JWT.";
        }

        if (!string.IsNullOrEmpty(jwt.Typ) && !TypesOfAccessTokens.Contains(jwt.Typ, StringComparer.OrdinalIgnoreCase))
        {
            return "The token is no access token.";
        }

        var isIdToken = ClaimsOfIdTokens.Any(claim => jwt.TryGetPayloadValue<object>(claim, out _))
            || (jwt.TryGetPayloadValue<object>("typ", out var use) && use is "ID" or "Refresh");
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
