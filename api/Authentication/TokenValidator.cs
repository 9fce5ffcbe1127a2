using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace R2P.Api.Authentication;

/// <summary>
/// Checks tokens by the settings of the JwtBearer handler where that handler can't: where no HTTP header carries them (a WebSocket's
/// <c>connection_init</c>), and where the authority may have changed its keys since they were last read.
/// </summary>
internal sealed class TokenValidator(IOptionsMonitor<JwtBearerOptions> options, AuthorityKeys keys, TimeProvider time)
{
    private JwtBearerOptions Bearer => options.Get(JwtBearerDefaults.AuthenticationScheme);

    /// <summary>Whether new keys could make a token valid: none of those known has made its signature.</summary>
    public static bool MayBeOfNewKey(Exception refusal) => refusal is SecurityTokenInvalidSignatureException;

    /// <summary>The caller whom a token names; null for a token that is not accepted.</summary>
    public async Task<ClaimsPrincipal?> ValidateAsync(string token, CancellationToken cancellation)
    {
        var arrived = time.GetTimestamp();
        try
        {
            return Validate(token, await ParametersAsync(cancellation));
        }
        catch (Exception refusal) when (MayBeOfNewKey(refusal) && Bearer.ConfigurationManager is { } authority)
        {
            await keys.RefreshAsync(authority, arrived, cancellation);
            return await ValidateOrNullAsync(token, cancellation);
        }
        catch (Exception refusal) when (refusal is SecurityTokenException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<ClaimsPrincipal?> ValidateOrNullAsync(string token, CancellationToken cancellation)
    {
        try
        {
            return Validate(token, await ParametersAsync(cancellation));
        }
        catch (Exception refusal) when (refusal is SecurityTokenException or ArgumentException)
        {
            return null;
        }
    }

    private static ClaimsPrincipal? Validate(string token, TokenValidationParameters parameters)
    {
        var handler = new JwtSecurityTokenHandler { MapInboundClaims = false };
        var principal = handler.ValidateToken(token, parameters, out var validated);
        return AccessTokens.Refusal(validated) is null ? principal : null;
    }

    private async Task<TokenValidationParameters> ParametersAsync(CancellationToken cancellation)
    {
        var parameters = Bearer.TokenValidationParameters.Clone();
        if (Bearer.ConfigurationManager is { } authority)
        {
            var configuration = await authority.GetConfigurationAsync(cancellation);
            parameters.ValidIssuer = configuration.Issuer;
            parameters.IssuerSigningKeys = configuration.SigningKeys;
        }

        return parameters;
    }
}
