using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using R2P.Api.Authentication;

namespace R2P.Api.Tests.Authentication;

/// <summary>Tokens written by hand: what an attacker can send and no library would make.</summary>
internal sealed class ForgedTokens(SharedService shared)
{
    private readonly RsaSecurityKey _key = (RsaSecurityKey)DevelopmentKey.Open(shared.Data.Path).Key;

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A token by the name of what is wrong with it.</summary>
    public string Make(string fault)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = _key.KeyId };
        var claims = new JsonObject
        {
            ["iss"] = DevelopmentKey.Issuer, ["sub"] = "sample:denmark", ["aud"] = "r2p-api", ["nbf"] = Now - 60, ["exp"] = Now + 600,
        };
        switch (fault)
        {
            case "nothing": break;
            case "expired": claims["exp"] = Now - 60; break;
            case "not valid yet": claims["nbf"] = Now + 300; break;
            case "without expiry": claims.Remove("exp"); break;
            case "wrong audience": claims["aud"] = "another-service"; break;
            case "without audience": claims.Remove("aud"); break;
            case "wrong issuer": claims["iss"] = "https://elsewhere.example"; break;
            case "ID token by its nonce": claims["nonce"] = "n-0S6_WzA2Mj"; break;
            case "ID token by its type": claims["typ"] = "ID"; break;
            case "logout token": header["typ"] = "logout+jwt"; break;
            case "alg none": header["alg"] = "none"; return Write(header, claims, _ => []);
            case "alg None": header["alg"] = "None"; return Write(header, claims, _ => []);
            case "signature taken off": return Write(header, claims, _ => []);
            case "wrongly signed": return Write(header, claims, SignWithAnotherKey);
            case "own key in its header": return WithOwnKey(header, claims);
            case "HS256 with the public key": header["alg"] = "HS256"; return Write(header, claims, HashWithPublicKey);
            case "changed after signing": return Changed(Write(header, claims, Sign));
            case "no JWT": return "opensesame";
            case "empty": return "";
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault that we know.");
        }

        return Write(header, claims, Sign);
    }

    /// <summary>The compact form (RFC 7515 §3.1).</summary>
    public static string Write(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private byte[] Sign(byte[] data) => _key.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static byte[] SignWithAnotherKey(byte[] data)
    {
        using var other = RSA.Create(2048);
        return other.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private byte[] HashWithPublicKey(byte[] data) =>
        HMACSHA256.HashData(Encoding.ASCII.GetBytes(_key.Rsa.ExportSubjectPublicKeyInfoPem()), data);

    private static string WithOwnKey(JsonObject header, JsonObject claims)
    {
        using var own = RSA.Create(2048);
        var parameters = own.ExportParameters(includePrivateParameters: false);
        header["jwk"] = new JsonObject
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        header.Remove("kid");
        return Write(header, claims, data => own.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("denmark", "ghana", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.{parts[2]}";
    }
}
