using System.Text;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Language;

/// <summary>
/// A recursive-descent parser with one token of look-ahead. This part holds the tokens and the top of the grammar; the others hold the
/// executable documents (§2), the values and types (§2.9, §2.11), and the type system (§3). Its recursion is bounded by
/// <see cref="ParserOptions.MaxDepth"/>.
/// </summary>
internal ref partial struct DocumentParser
{
    private readonly SourceText _source;
    private readonly ParserOptions _options;
    private Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _tokenCount;
    private int _depth;

    public DocumentParser(SourceText source, ParserOptions options)
    {
        (_source, _options) = (source, options);
        _lexer = new Lexer(source);
        Advance();
        _lastEnd = 0;
    }

    private delegate T ParseItem<out T>(ref DocumentParser parser);

    /// <summary>§2.2 Document.</summary>
    public DocumentNode ParseDocument()
    {
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (!Peek(TokenKind.EndOfFile));

        return new DocumentNode(_source, [.. definitions]) { End = _source.Utf8.Length };
    }

    public ValueNode ParseLoneValue()
    {
        var value = ParseValue(isConst: false);
        Expect(TokenKind.EndOfFile);
        return value;
    }

    public TypeNode ParseLoneType()
    {
        var type = ParseTypeReference();
        Expect(TokenKind.EndOfFile);
        return type;
    }

    /// <summary>§2.2 Definition, told by its keyword; a description may stand before it.</summary>
    private DefinitionNode ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft))
        {
            return ParseShorthandQuery();
        }

        var hasDescription = PeekDescription();
        var keyword = hasDescription ? LookAhead() : _token;
        if (hasDescription && keyword.Kind == TokenKind.BraceLeft)
        {
            throw SyntaxErrors.DescriptionOfShorthand(_source, _token.Start);
        }

        return keyword.Kind == TokenKind.Name
            ? ParseNamedDefinition(keyword, hasDescription)
            : throw Unexpected(keyword);
    }

    private DefinitionNode ParseNamedDefinition(Token keyword, bool hasDescription)
    {
        switch (TextOf(keyword))
        {
            case "query" or "mutation" or "subscription":
                return ParseOperationDefinition();
            case "fragment":
                return ParseFragmentDefinition();
            case "extend" when !hasDescription:
                return ParseTypeSystemExtension();
            case var word when IsTypeSystemKeyword(word):
                return ParseTypeSystemDefinition(word);
            default:
                throw hasDescription ? SyntaxErrors.DescriptionOfNothing(_source, _token.Start) : Unexpected(keyword);
        }
    }

    /// <summary>§2.1.9 Name.</summary>
    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(TextOf(token)) { Start = token.Start, End = token.End };
    }

    private readonly bool PeekDescription() => Peek(TokenKind.String) || Peek(TokenKind.BlockString);

    /// <summary>§2.2 Description.</summary>
    private StringValueNode? ParseDescription() => PeekDescription() ? ParseString() : null;

    private readonly bool Peek(TokenKind kind) => _token.Kind == kind;

    private readonly bool PeekKeyword(ReadOnlySpan<byte> keyword) =>
        _token.Kind == TokenKind.Name && _lexer.TextOf(_token).SequenceEqual(keyword);

    /// <summary>The token behind the current one, which stays current.</summary>
    private readonly Token LookAhead()
    {
        var ahead = _lexer;
        return ahead.Next();
    }

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokenCount > _options.MaxTokens)
        {
            throw SyntaxErrors.TooManyTokens(_source, _token.Start, _options.MaxTokens);
        }
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
        if (!Peek(kind))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!Peek(TokenKind.Name) || TextOf(_token) != keyword)
        {
            throw SyntaxErrors.Expected(_source, $"\"{keyword}\"", _token.Start, Describe(_token));
        }

        Advance();
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!PeekKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>One or more items in brackets.</summary>
    private T[] Many<T>(TokenKind open, ParseItem<T> parseItem, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(parseItem(ref this));
        }
        while (!Skip(close));

        return [.. items];
    }

    /// <summary>Nothing, or one or more items in brackets.</summary>
    private T[] OptionalMany<T>(TokenKind open, ParseItem<T> parseItem, TokenKind close) =>
        Peek(open) ? Many(open, parseItem, close) : [];

    /// <summary>One or more items with a delimiter between them, which may also stand before the first.</summary>
    private T[] DelimitedMany<T>(TokenKind delimiter, ParseItem<T> parseItem)
    {
        Skip(delimiter);
        var items = new List<T>();
        do
        {
            items.Add(parseItem(ref this));
        }
        while (Skip(delimiter));

        return [.. items];
    }

    /// <summary>Goes one level deeper; each call is paired with <see cref="Leave"/>.</summary>
    private void Enter()
    {
        if (++_depth > _options.MaxDepth)
        {
            throw SyntaxErrors.TooDeep(_source, _token.Start, _options.MaxDepth);
        }
    }

    private void Leave() => _depth--;

    private readonly string TextOf(Token token) => Encoding.UTF8.GetString(_lexer.TextOf(token));

    private readonly string ValueOf(Token token) => token.Kind switch
    {
        TokenKind.String => StringLiteral.Decode(_lexer.TextOf(token)[1..^1]),
        TokenKind.BlockString => StringLiteral.DecodeBlock(_lexer.TextOf(token)[3..^3]),
        _ => TextOf(token),
    };

    /// <summary>How messages call a token: its kind, with its value if it has one.</summary>
    private readonly string Describe(Token token) => token.Kind >= TokenKind.Name
        ? $"{token.Kind.Describe()} \"{ValueOf(token)}\""
        : token.Kind.Describe();

    private readonly GraphQLException Unexpected(Token token) => SyntaxErrors.Unexpected(_source, token.Start, Describe(token));
}
