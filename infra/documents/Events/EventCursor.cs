using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace R2P.Documents;

/// <summary>
/// A position of the log as a client may hold it: encrypted, since the difference of two bare positions would count the
/// events that the client may not see. All instances on one database share the key, and a dump carries it.
/// </summary>
public sealed class EventCursor(byte[] key)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Size = NonceSize + sizeof(long) + TagSize;
    private static readonly byte[] Purpose = Encoding.UTF8.GetBytes("event-cursor/1");

    /// <summary>The cursor of a position. No two calls give the same text.</summary>
    public string Protect(long position)
    {
        Span<byte> cursor = stackalloc byte[Size];
        Span<byte> plain = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(plain, position);
        var nonce = cursor[..NonceSize];
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, cursor.Slice(NonceSize, sizeof(long)), cursor[^TagSize..], Purpose);
        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>False for anything that <see cref="Protect"/> on this database did not make.</summary>
    public bool TryUnprotect(string? cursor, out long position)
    {
        position = 0;
        Span<byte> bytes = stackalloc byte[Size];
        if (cursor is null
            || !Base64Url.IsValid(cursor, out var length)
            || length != Size
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out _))
        {
            return false;
        }

        Span<byte> plain = stackalloc byte[sizeof(long)];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(bytes[..NonceSize], bytes.Slice(NonceSize, sizeof(long)), bytes[^TagSize..], plain, Purpose);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        position = BinaryPrimitives.ReadInt64BigEndian(plain);
        return true;
    }
}
