using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace R2P.Api.Authentication;

/// <summary>
/// In Development, without an OpenID Connect authority: a signing key, made on first start and kept beside the data, readable for its owner alone.
/// </summary>
public sealed class DevelopmentKey
{
    /// <summary>The issuer of tokens signed with the key.</summary>
    public const string Issuer = "https://development.r2p.invalid";

    private const string FileName = "development-signing-key.pem";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly RsaSecurityKey _key;

    private DevelopmentKey(RSA rsa)
    {
        var thumbprint = SHA256.HashData(rsa.ExportSubjectPublicKeyInfo());
        _key = new RsaSecurityKey(rsa) { KeyId = Base64UrlEncoder.Encode(thumbprint[..12]) };
    }

    /// <summary>What checks the tokens.</summary>
    public SecurityKey Key => _key;

    /// <summary>The key of a data directory; made if it is not there yet.</summary>
    public static DevelopmentKey Open(string dataDirectory)
    {
        var path = Path.Combine(Directory.CreateDirectory(dataDirectory).FullName, FileName);
        if (!File.Exists(path))
        {
            Create(path);
        }

        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(path));
        return new DevelopmentKey(rsa);
    }

    /// <summary>A token for a subject; by default valid for 12 hours.</summary>
    public string Sign(string subject, string audience, DateTimeOffset now, TimeSpan? lifetime = null)
    {
        var expires = now + (lifetime ?? Lifetime);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = Issuer,
            Audience = audience,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { [JwtRegisteredClaimNames.Sub] = subject },
            IssuedAt = now.UtcDateTime,
            NotBefore = (expires < now ? expires : now).UtcDateTime.AddMinutes(-1),
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }

    private static void Create(string path)
    {
        using var rsa = RSA.Create(2048);
        var temporary = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(temporary, options))
        {
            writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        }

        // Whoever comes second keeps the first one's key.
        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
