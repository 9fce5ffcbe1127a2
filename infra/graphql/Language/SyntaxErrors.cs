using System.Globalization;
using System.Text;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Limits;

namespace R2P.GraphQL.Language;

/// <summary>Every reason for which a document does not parse, worded as the reference implementation words it.</summary>
internal static class SyntaxErrors
{
    public static GraphQLException Expected(SourceText source, string expected, int position, string found) =>
        At(source, position, $"Expected {expected}, found {found}.");

    public static GraphQLException Unexpected(SourceText source, int position, string found) =>
        At(source, position, $"Unexpected {found}.");

    public static GraphQLException InvalidUtf8(SourceText source, int position) =>
        At(source, position, $"Invalid UTF-8 byte: 0x{source.Utf8.Span[position]:X2}.");

    public static GraphQLException UnexpectedCharacter(SourceText source, int position) =>
        At(source, position, source.Utf8.Span[position] == '\''
            ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
            : $"Unexpected character: {CodePointAt(source, position)}.");

    public static GraphQLException InvalidCoordinateCharacter(SourceText source, int position) =>
        At(source, position, $"Invalid character: {CodePointAt(source, position)}.");

    public static GraphQLException TwoDots(SourceText source, int position) =>
        At(source, position, "Unexpected \"..\", did you mean \"...\"?");

    public static GraphQLException LeadingDot(SourceText source, int position, string digits) =>
        At(source, position, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");

    public static GraphQLException DigitAfterZero(SourceText source, int position) =>
        At(source, position, $"Invalid number, unexpected digit after 0: {CodePointAt(source, position)}.");

    public static GraphQLException ExpectedDigit(SourceText source, int position) =>
        At(source, position, $"Invalid number, expected digit but got: {CodePointAt(source, position)}.");

    public static GraphQLException UnterminatedString(SourceText source, int position) =>
        At(source, position, "Unterminated string.");

    public static GraphQLException InvalidCharacterEscape(SourceText source, int position) =>
        At(source, position, $"Invalid character escape sequence: \"{TextAt(source, position, 2)}\".");

    public static GraphQLException InvalidUnicodeEscape(SourceText source, int position, int length) =>
        At(source, position, $"Invalid Unicode escape sequence: \"{TextAt(source, position, length)}\".");

    public static GraphQLException DescriptionOfShorthand(SourceText source, int position) =>
        At(source, position, "Unexpected description, descriptions are not supported on shorthand queries.");

    public static GraphQLException DescriptionOfNothing(SourceText source, int position) =>
        At(source, position, "Unexpected description, only GraphQL definitions support descriptions.");

    public static GraphQLException VariableInConstant(SourceText source, int position, string name) =>
        At(source, position, $"Unexpected variable \"${name}\" in constant value.");

    public static GraphQLException ReservedEnumValue(SourceText source, int position, string found) =>
        At(source, position, $"{found} is reserved and cannot be used for an enum value.");

    public static GraphQLException TooManyTokens(SourceText source, int position, int limit) =>
        At(source, position, LimitErrors.Tokens(limit));

    public static GraphQLException TooDeep(SourceText source, int position, int limit) =>
        At(source, position, LimitErrors.DocumentDepth(limit));

    private static GraphQLException At(SourceText source, int position, string what) =>
        At(source, position, new GraphQLError($"Syntax Error: {what}", ErrorCodes.SyntaxError));

    private static GraphQLException At(SourceText source, int position, GraphQLError error) =>
        new(error with { Locations = [source.LocationOf(position)] });

    private static string CodePointAt(SourceText source, int position)
    {
        var rest = source.Utf8.Span[position..];
        if (rest.IsEmpty)
        {
            return TokenKind.EndOfFile.Describe();
        }

        Rune.DecodeFromUtf8(rest, out var rune, out _);
        return rune.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{rune}\"",
            _ => "U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>At most so many UTF-16 code units of the source; half a surrogate pair at the end is left out.</summary>
    private static string TextAt(SourceText source, int position, int length)
    {
        var text = new StringBuilder(length);
        foreach (var rune in new Utf8Runes(source.Utf8.Span[position..]))
        {
            if (text.Length + rune.Utf16SequenceLength > length)
            {
                break;
            }

            text.Append(rune.ToString());
        }

        return text.ToString();
    }

    private ref struct Utf8Runes(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;

        public Rune Current { get; private set; }

        public readonly Utf8Runes GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            Rune.DecodeFromUtf8(_rest, out var rune, out var size);
            Current = rune;
            _rest = _rest[size..];
            return true;
        }
    }
}
