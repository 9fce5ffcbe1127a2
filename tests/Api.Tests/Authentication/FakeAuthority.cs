using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace R2P.Api.Tests.Authentication;

/// <summary>An OpenID Connect authority as small as discovery and keys: it publishes the newest key alone, and counts who asks.</summary>
public sealed class FakeAuthority : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private FakeAuthority(WebApplication app) => _app = app;

    public SigningKey Key { get; private set; } = new("first");

    /// <summary>Whether it answers at all.</summary>
    public bool IsAway { get; set; }

    public string Issuer => _app.Urls.First();

    /// <summary>How often anybody has asked for discovery or keys.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static async Task<FakeAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var authority = new FakeAuthority(builder.Build());
        authority.Map();
        await authority._app.StartAsync();
        return authority;
    }

    /// <summary>From now on another key is published, and the former one is not.</summary>
    public SigningKey Rotate(string keyId) => Key = new SigningKey(keyId);

    /// <summary>A token that is right in every way, signed by a key of this authority.</summary>
    public string Sign(SigningKey? key = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject { ["iss"] = Issuer, ["sub"] = "somebody", ["aud"] = "r2p-api", ["nbf"] = now - 60, ["exp"] = now + 600 };
        return (key ?? Key).Sign(claims);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => Counted(new JsonObject
        {
            ["issuer"] = Issuer, ["jwks_uri"] = $"{Issuer}/keys",
        }));
        _app.MapGet("/keys", () => Counted(new JsonObject { ["keys"] = new JsonArray(Key.Published) }));
    }

    private IResult Counted(JsonObject answer)
    {
        Interlocked.Increment(ref _requests);
        return IsAway ? Results.StatusCode(503) : Results.Text(answer.ToJsonString(), "application/json");
    }
}

/// <summary>A key pair of the authority.</summary>
public sealed class SigningKey(string id)
{
    private readonly RSA _rsa = RSA.Create(2048);

    /// <summary>The public half, as a JSON Web Key.</summary>
    public JsonObject Published
    {
        get
        {
            var parameters = _rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            };
        }
    }

    public string Sign(JsonObject claims) => ForgedTokens.Write(
        new JsonObject { ["alg"] = "RS256", ["typ"] = "at+jwt", ["kid"] = id },
        claims,
        data => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
}
