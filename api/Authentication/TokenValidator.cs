using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace R2P.Api.Authentication;

/// <summary>
/// Checks a token where no HTTP request carries it (a WebSocket's <c>connection_init</c>), by the same settings as the JwtBearer handler; and keeps
/// the authority's keys fresh, so that the first token after a key rotation is accepted.
/// </summary>
internal sealed class TokenValidator(IOptionsMonitor<JwtBearerOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan MinimumBetweenRefreshes = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _turn = new(1);
    private DateTimeOffset _refreshed = DateTimeOffset.MinValue;
    private OpenIdConnectConfiguration? _configuration;

    private JwtBearerOptions Bearer => options.Get(JwtBearerDefaults.AuthenticationScheme);

    /// <summary>Looks for new keys when a token names one that is not known yet.</summary>
    public async Task PrepareAsync(string? token, CancellationToken cancellation)
    {
        if (Bearer.ConfigurationManager is null || token is null || KeyIdOf(token) is not { } kid)
        {
            return;
        }

        _configuration = await Bearer.ConfigurationManager.GetConfigurationAsync(cancellation);
        if (Knows(kid))
        {
            return;
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            if (!Knows(kid) && time.GetUtcNow() - _refreshed >= MinimumBetweenRefreshes)
            {
                _refreshed = time.GetUtcNow();
                Bearer.ConfigurationManager.RequestRefresh();
                _configuration = await Bearer.ConfigurationManager.GetConfigurationAsync(cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The caller whom a token names; null for a token that is not accepted.</summary>
    public async Task<ClaimsPrincipal?> ValidateAsync(string token, CancellationToken cancellation)
    {
        await PrepareAsync(token, cancellation);
        var parameters = Bearer.TokenValidationParameters.Clone();
        if (_configuration is { } configuration)
        {
            parameters.ValidIssuer = configuration.Issuer;
            parameters.IssuerSigningKeys = configuration.SigningKeys;
        }

        var handler = new JwtSecurityTokenHandler { MapInboundClaims = false };
        try
        {
            var principal = handler.ValidateToken(token, parameters, out var validated);
            return AccessTokens.Refusal(validated) is null ? principal : null;
        }
        catch (Exception refusal) when (refusal is SecurityTokenException or ArgumentException)
        {
            return null;
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool Knows(string kid) => _configuration?.SigningKeys.Any(key => key.KeyId == kid) == true;

    private static string? KeyIdOf(string token)
    {
        var handler = new JwtSecurityTokenHandler();
        try
        {
            return handler.CanReadToken(token) ? handler.ReadJwtToken(token).Header.Kid : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
