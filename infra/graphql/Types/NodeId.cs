using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace R2P.GraphQL;

/// <summary>
/// A global object id: the object's GraphQL type and its own id. Its text is base64url of <c>TypeName:guid</c> (32 hexadecimal digits) and opaque to clients.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NodeId(string TypeName, Guid Id)
{
    private const int GuidLength = 32;
    private const int MaxTypeNameLength = 128;

    /// <summary>The id as clients see it.</summary>
    public override string ToString()
    {
        var typeName = Encoding.UTF8.GetBytes(TypeName);
        var text = new byte[typeName.Length + GuidLength + 1];
        Compose(typeName, Id, text);
        return Base64Url.EncodeToString(text);
    }

    /// <summary>Reads an id; false for any text that this type doesn't write.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NodeId id)
    {
        id = default;
        Span<byte> decoded = stackalloc byte[MaxTypeNameLength + GuidLength + 1];
        if (text is null
            || text.Length > Base64Url.GetEncodedLength(decoded.Length)
            || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, decoded, out var length)
            || length <= GuidLength + 1)
        {
            return false;
        }

        var colon = length - GuidLength - 1;
        if (decoded[colon] != ':' || !Guid.TryParseExact(Encoding.ASCII.GetString(decoded[(colon + 1)..length]), "N", out var guid))
        {
            return false;
        }

        id = new NodeId(Encoding.UTF8.GetString(decoded[..colon]), guid);
        return id.ToString() == text;
    }

    /// <summary>Writes the id as a JSON string without allocating.</summary>
    internal static void Write(Utf8JsonWriter writer, byte[] typeName, Guid id)
    {
        Span<byte> text = stackalloc byte[typeName.Length + GuidLength + 1];
        Span<byte> encoded = stackalloc byte[Base64Url.GetEncodedLength(text.Length)];
        Compose(typeName, id, text);
        writer.WriteStringValue(encoded[..Base64Url.EncodeToUtf8(text, encoded)]);
    }

    private static void Compose(ReadOnlySpan<byte> typeName, Guid id, Span<byte> text)
    {
        typeName.CopyTo(text);
        text[typeName.Length] = (byte)':';
        id.TryFormat(text[(typeName.Length + 1)..], out _, "N");
    }
}
