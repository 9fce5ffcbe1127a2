using System.Text;

namespace R2P.GraphQL.Language;

/// <summary>§2.9.4 An escape sequence in a string, read from its backslash on.</summary>
internal static class StringEscape
{
    private const int MaxBracedLength = 12;

    /// <summary>
    /// Reads <c>\n</c> and the like, <c>\uXXXX</c> (with a second one if it is a leading surrogate) or <c>\u{X…}</c>.
    /// </summary>
    /// <param name="size">How many bytes the sequence takes; for a wrong one, how many characters a message should show.</param>
    /// <returns>Whether it is an escape sequence of a Unicode scalar value.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out Rune value, out int size)
    {
        if (ByteAt(text, 1) != 'u')
        {
            return TryReadCharacter(ByteAt(text, 1), out value, out size);
        }

        return ByteAt(text, 2) == '{'
            ? TryReadBraced(text, out value, out size)
            : TryReadFixed(text, out value, out size);
    }

    private static bool TryReadCharacter(int code, out Rune value, out int size)
    {
        size = 2;
        var character = code switch
        {
            '"' or '\\' or '/' => (char)code,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        value = new Rune(character);
        return character != '\0';
    }

    private static bool TryReadBraced(ReadOnlySpan<byte> text, out Rune value, out int size)
    {
        var point = 0;
        size = 3;
        while (size < MaxBracedLength)
        {
            var code = ByteAt(text, size++);
            if (code == '}')
            {
                value = default;
                return size > 4 && Rune.TryCreate(point, out value);
            }

            point = (point << 4) | HexDigit(code);
            if (point < 0)
            {
                break;
            }
        }

        value = default;
        return false;
    }

    private static bool TryReadFixed(ReadOnlySpan<byte> text, out Rune value, out int size)
    {
        size = 6;
        var code = FourHexDigits(text, 2);
        if (Rune.TryCreate(code, out value))
        {
            return true;
        }

        if (code < 0 || ByteAt(text, 6) != '\\' || ByteAt(text, 7) != 'u')
        {
            return false;
        }

        var trailing = FourHexDigits(text, 8);
        if (trailing < 0 || !Rune.TryCreate((char)code, (char)trailing, out value))
        {
            return false;
        }

        size = 12;
        return true;
    }

    /// <summary>The number that four hexadecimal digits stand for; negative if they are not.</summary>
    private static int FourHexDigits(ReadOnlySpan<byte> text, int start) =>
        (HexDigit(ByteAt(text, start)) << 12)
        | (HexDigit(ByteAt(text, start + 1)) << 8)
        | (HexDigit(ByteAt(text, start + 2)) << 4)
        | HexDigit(ByteAt(text, start + 3));

    private static int HexDigit(int code) => code switch
    {
        >= '0' and <= '9' => code - '0',
        >= 'A' and <= 'F' => code - 'A' + 10,
        >= 'a' and <= 'f' => code - 'a' + 10,
        _ => -1,
    };

    private static int ByteAt(ReadOnlySpan<byte> text, int index) => index < text.Length ? text[index] : -1;
}
