using System.Security.Cryptography;
using System.Text;

namespace R2P.Schema.Members;

/// <summary>
/// Ids of what the service brings along, made from a code: every database, and every later start, has the same id for the same thing
/// (UUIDv8 of RFC 9562 §5.8, from SHA-256).
/// </summary>
public static class ReferenceId
{
    /// <summary>The id of the thing that a kind knows by a code.</summary>
    public static Guid Of(string kind, string code)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"r2p:{kind}:{code}"), hash);
        var id = hash[..16];
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }

    public static Guid Party(string code) => Of("party", code);

    public static Guid Membership(string party, string body) => Of("membership", $"{party}:{body}");

    public static Guid Office(string code) => Of("office", code);
}
