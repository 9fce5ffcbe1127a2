using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace R2P.Api.Authentication;

/// <summary>
/// Checks tokens by the settings of the JwtBearer handler where that handler can't: where no HTTP header carries them (a WebSocket's
/// <c>connection_init</c>), and where the authority may have changed its keys since they were last read.
/// </summary>
internal sealed class TokenValidator(IOptionsMonitor<JwtBearerOptions> options, TimeProvider time)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private JwtBearerOptions Bearer => options.Get(JwtBearerDefaults.AuthenticationScheme);

    /// <summary>Whether new keys could make a token valid: none of those known has made its signature.</summary>
    public static bool MayBeOfNewKey(Exception? refusal) => refusal is SecurityTokenInvalidSignatureException;

    /// <summary>The caller whom a token names; null for a token that is not accepted.</summary>
    public async Task<ClaimsPrincipal?> ValidateAsync(string token, CancellationToken cancellation)
    {
        var arrived = time.GetTimestamp();
        var result = await CheckAsync(token, cancellation);
        if (MayBeOfNewKey(result.Exception) && Bearer.ConfigurationManager is AuthorityKeys keys)
        {
            await keys.RefreshAsync(arrived, cancellation);
            result = await CheckAsync(token, cancellation);
        }

        return result.IsValid && AccessTokens.Refusal(result.SecurityToken) is null ? new ClaimsPrincipal(result.ClaimsIdentity) : null;
    }

    private async Task<TokenValidationResult> CheckAsync(string token, CancellationToken cancellation)
    {
        var parameters = Bearer.TokenValidationParameters.Clone();
        if (Bearer.ConfigurationManager is { } authority)
        {
            var configuration = await authority.GetConfigurationAsync(cancellation);
            parameters.ValidIssuer = configuration.Issuer;
            parameters.IssuerSigningKeys = configuration.SigningKeys;
        }

        return await Handler.ValidateTokenAsync(token, parameters);
    }
}
