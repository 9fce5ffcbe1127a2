using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace R2P.GraphQL.Language;

/// <summary>
/// §2.1 Splits UTF-8 text into tokens, one at a time and without allocating. Ignored tokens (§2.1.7: white space, line terminators, commas,
/// comments, byte order marks) are skipped.
/// </summary>
internal ref struct Lexer
{
    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz0123456789"u8);

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\n\r"u8);
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n\r"u8);
    private static readonly SearchValues<byte> BlockStringStops = SearchValues.Create("\"\\"u8);

    private readonly SourceText _source;
    private readonly ReadOnlySpan<byte> _text;
    private int _position;

    /// <summary>§2.1.1 Refuses a text that is not well-formed UTF-8 as a whole, so that tokens need not look.</summary>
    public Lexer(SourceText source)
    {
        _source = source;
        _text = source.Utf8.Span;
        if (!Utf8.IsValid(_text))
        {
            throw SyntaxErrors.InvalidUtf8(source, FirstInvalidByte(_text));
        }
    }

    /// <summary>The bytes of a token.</summary>
    public readonly ReadOnlySpan<byte> TextOf(Token token) => _text[token.Start..token.End];

    /// <summary>The next token; at the end of the text, again and again <see cref="TokenKind.EndOfFile"/>.</summary>
    public Token Next()
    {
        SkipIgnored();
        if (_position >= _text.Length)
        {
            return new Token(TokenKind.EndOfFile, _text.Length, _text.Length);
        }

        var start = _position;
        var code = _text[start];
        var kind = code switch
        {
            (byte)'"' => ReadAnyString(),
            (byte)'.' => ReadSpread(),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => ReadNumber(),
            _ when IsNameStart(code) => ReadName(),
            _ => ReadPunctuator(code),
        };
        return new Token(kind, start, _position);
    }

    private void SkipIgnored()
    {
        while (_position < _text.Length)
        {
            switch (_text[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    _position++;
                    break;
                case (byte)'#':
                    var end = _text[_position..].IndexOfAny(LineEnds);
                    _position = end < 0 ? _text.Length : _position + end;
                    break;
                case 0xEF when _text[_position..].StartsWith("\uFEFF"u8):
                    _position += 3;
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>§2.1.8 Punctuator.</summary>
    private TokenKind ReadPunctuator(byte code)
    {
        var kind = code switch
        {
            (byte)'!' => TokenKind.Bang,
            (byte)'$' => TokenKind.Dollar,
            (byte)'&' => TokenKind.Amp,
            (byte)'(' => TokenKind.ParenLeft,
            (byte)')' => TokenKind.ParenRight,
            (byte)':' => TokenKind.Colon,
            (byte)'=' => TokenKind.EqualsSign,
            (byte)'@' => TokenKind.At,
            (byte)'[' => TokenKind.BracketLeft,
            (byte)']' => TokenKind.BracketRight,
            (byte)'{' => TokenKind.BraceLeft,
            (byte)'|' => TokenKind.Pipe,
            (byte)'}' => TokenKind.BraceRight,
            _ => throw SyntaxErrors.UnexpectedCharacter(_source, _position),
        };
        _position++;
        return kind;
    }

    private TokenKind ReadSpread()
    {
        if (ByteAt(_position + 1) == '.')
        {
            if (ByteAt(_position + 2) != '.')
            {
                throw SyntaxErrors.TwoDots(_source, _position);
            }

            _position += 3;
            return TokenKind.Spread;
        }

        if (IsDigit(ByteAt(_position + 1)))
        {
            var dot = _position++;
            SkipDigits();
            throw SyntaxErrors.LeadingDot(_source, dot, Encoding.UTF8.GetString(_text[(dot + 1).._position]));
        }

        throw SyntaxErrors.UnexpectedCharacter(_source, _position);
    }

    /// <summary>§2.1.9 Name.</summary>
    private TokenKind ReadName()
    {
        _position += NameLength(_text[_position..]);
        return TokenKind.Name;
    }

    /// <summary>How many bytes of a name stand at the start of the text.</summary>
    internal static int NameLength(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExcept(NameBytes);
        return length < 0 ? text.Length : length;
    }

    /// <summary>§2.9.1 IntValue, §2.9.2 FloatValue; neither may be followed by a name or a dot.</summary>
    private TokenKind ReadNumber()
    {
        var kind = TokenKind.Int;
        if (ByteAt(_position) == '-')
        {
            _position++;
        }

        if (ByteAt(_position) == '0')
        {
            _position++;
            if (IsDigit(ByteAt(_position)))
            {
                throw SyntaxErrors.DigitAfterZero(_source, _position);
            }
        }
        else
        {
            SkipDigits();
        }

        if (ByteAt(_position) == '.')
        {
            kind = TokenKind.Float;
            _position++;
            SkipDigits();
        }

        if (ByteAt(_position) is 'E' or 'e')
        {
            kind = TokenKind.Float;
            _position++;
            if (ByteAt(_position) is '+' or '-')
            {
                _position++;
            }

            SkipDigits();
        }

        return ByteAt(_position) == '.' || IsNameStart(ByteAt(_position))
            ? throw SyntaxErrors.ExpectedDigit(_source, _position)
            : kind;
    }

    private void SkipDigits()
    {
        if (!IsDigit(ByteAt(_position)))
        {
            throw SyntaxErrors.ExpectedDigit(_source, _position);
        }

        do
        {
            _position++;
        }
        while (IsDigit(ByteAt(_position)));
    }

    private TokenKind ReadAnyString()
    {
        if (_text[_position..].StartsWith("\"\"\""u8))
        {
            ReadBlockString();
            return TokenKind.BlockString;
        }

        ReadString();
        return TokenKind.String;
    }

    private void ReadString()
    {
        _position++;
        while (true)
        {
            MoveTo(StringStops);
            switch (ByteAt(_position))
            {
                case '"':
                    _position++;
                    return;
                case '\\':
                    SkipEscape();
                    break;
                default:
                    throw SyntaxErrors.UnterminatedString(_source, _position);
            }
        }
    }

    private void SkipEscape()
    {
        if (StringEscape.TryRead(_text[_position..], out _, out var size))
        {
            _position += size;
            return;
        }

        throw ByteAt(_position + 1) == 'u'
            ? SyntaxErrors.InvalidUnicodeEscape(_source, _position, size)
            : SyntaxErrors.InvalidCharacterEscape(_source, _position);
    }

    private void ReadBlockString()
    {
        _position += 3;
        while (true)
        {
            MoveTo(BlockStringStops);
            if (_position >= _text.Length)
            {
                throw SyntaxErrors.UnterminatedString(_source, _position);
            }

            if (_text[_position..].StartsWith("\"\"\""u8))
            {
                _position += 3;
                return;
            }

            _position += _text[_position..].StartsWith("\\\"\"\""u8) ? 4 : 1;
        }
    }

    private void MoveTo(SearchValues<byte> stops)
    {
        var distance = _text[_position..].IndexOfAny(stops);
        _position = distance < 0 ? _text.Length : _position + distance;
    }

    private readonly int ByteAt(int index) => index < _text.Length ? _text[index] : -1;

    internal static bool IsNameStart(int code) => code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsDigit(int code) => code is >= '0' and <= '9';

    private static int FirstInvalidByte(ReadOnlySpan<byte> text)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out var size) == OperationStatus.Done)
        {
            position += size;
        }

        return position;
    }
}
