using System.Text;

namespace R2P.GraphQL.Language;

/// <summary>§2.14 Parses a schema coordinate, between whose tokens nothing may stand.</summary>
internal ref struct SchemaCoordinateParser
{
    private readonly SourceText _source;
    private readonly ReadOnlySpan<byte> _text;
    private Token _token;

    public SchemaCoordinateParser(SourceText source)
    {
        _source = source;
        _text = source.Utf8.Span;
        Advance();
    }

    public SchemaCoordinateNode Parse()
    {
        var isDirective = Skip(TokenKind.At);
        var name = ParseName();
        var member = !isDirective && Skip(TokenKind.Dot) ? ParseName() : null;
        var argument = (isDirective || member is not null) && Skip(TokenKind.ParenLeft) ? ParseArgument() : null;
        Expect(TokenKind.EndOfFile);
        return new SchemaCoordinateNode
        {
            IsDirective = isDirective,
            Name = name,
            Member = member,
            Argument = argument,
            End = _text.Length,
        };
    }

    private NameNode ParseArgument()
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        Expect(TokenKind.ParenRight);
        return name;
    }

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(TextOf(token)) { Start = token.Start, End = token.End };
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            throw SyntaxErrors.Expected(_source, kind.Describe(), token.Start, Describe(token));
        }

        Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Advance()
    {
        var start = _token.End;
        if (start >= _text.Length)
        {
            _token = new Token(TokenKind.EndOfFile, start, start);
            return;
        }

        var (kind, length) = (char)_text[start] switch
        {
            '.' => (TokenKind.Dot, 1),
            '(' => (TokenKind.ParenLeft, 1),
            ')' => (TokenKind.ParenRight, 1),
            ':' => (TokenKind.Colon, 1),
            '@' => (TokenKind.At, 1),
            var character when Lexer.IsNameStart(character) => (TokenKind.Name, Lexer.NameLength(_text[start..])),
            _ => throw SyntaxErrors.InvalidCoordinateCharacter(_source, start),
        };
        _token = new Token(kind, start, start + length);
    }

    private readonly string Describe(Token token) =>
        token.Kind == TokenKind.Name ? $"{token.Kind.Describe()} \"{TextOf(token)}\"" : token.Kind.Describe();

    private readonly string TextOf(Token token) => Encoding.UTF8.GetString(_text[token.Start..token.End]);
}
