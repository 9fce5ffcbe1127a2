using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using R2P.Api.Hosting;

namespace R2P.Api.Authentication;

/// <summary>Bearer tokens: of an OpenID Connect authority, or, in Development without one, of the development key.</summary>
internal static class BearerAuthentication
{
    public static void AddBearerAuthentication(this IServiceCollection services, ServiceOptions options)
    {
        // Made now, not at the first request: whoever mints a token after the service is ready finds the same key.
        var developmentKey = options.Authentication.Authority is null ? DevelopmentKey.Open(options.DataDirectory).Key : null;
        services.AddSingleton<TokenValidator>();

        // Whoever asks for the authority's keys again waits for them. By default they are read in the background, and the former ones answered.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);

        // Nothing here is protected with it: no key may be made and left on the disk for it.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.SaveToken = false;
            bearer.Audience = options.Authentication.Audience;
            bearer.TokenValidationParameters = Parameters(options.Authentication.Audience);
            bearer.Events = new JwtBearerEvents
            {
                OnTokenValidated = context =>
                {
                    if (AccessTokens.Refusal(context.SecurityToken) is { } refusal)
                    {
                        context.Fail(refusal);
                    }

                    return Task.CompletedTask;
                },
                OnAuthenticationFailed = TryWithNewKeysAsync,
            };

            Trust(bearer, options.Authentication.Authority, developmentKey);
        });

        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).PostConfigure<TimeProvider>(static (bearer, time) =>
        {
            if (bearer.ConfigurationManager is ConfigurationManager<OpenIdConnectConfiguration> reader)
            {
                bearer.ConfigurationManager = new AuthorityKeys(reader, time);
            }
        });
    }

    private static async Task TryWithNewKeysAsync(AuthenticationFailedContext failed)
    {
        if (failed.Exception is not (SecurityTokenException or ArgumentException))
        {
            InvalidTokenRefusal.NoteUncheckable(failed.HttpContext);
            failed.Fail(failed.Exception);
        }
        else if (TokenValidator.MayBeOfNewKey(failed.Exception)
            && BearerToken.Of(failed.Request) is { } token
            && await failed.HttpContext.RequestServices.GetRequiredService<TokenValidator>()
                .ValidateAsync(token, failed.HttpContext.RequestAborted) is { } valid)
        {
            failed.Principal = valid;
            failed.Success();
        }
    }

    private static void Trust(JwtBearerOptions bearer, string? authority, SecurityKey? developmentKey)
    {
        if (authority is not null)
        {
            bearer.Authority = authority;
            bearer.RequireHttpsMetadata = authority.StartsWith("https:", StringComparison.Ordinal);
        }
        else
        {
            bearer.TokenValidationParameters.ValidIssuer = DevelopmentKey.Issuer;
            bearer.TokenValidationParameters.IssuerSigningKey = developmentKey;
        }
    }

    private static TokenValidationParameters Parameters(string audience) => new()
    {
        ValidAudience = audience,
        ValidateIssuer = true,
        ValidateAudience = true,
        ValidateLifetime = true,
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidAlgorithms = AccessTokens.Algorithms,
        ClockSkew = TimeSpan.FromSeconds(30),
        NameClaimType = "sub",
        RoleClaimType = "role",
    };
}
