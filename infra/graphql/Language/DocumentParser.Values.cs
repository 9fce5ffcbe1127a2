using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Language;

/// <summary>§2.9 values and §2.11 type references.</summary>
internal ref partial struct DocumentParser
{
    /// <summary>§2.9 Value; a constant one holds no variables.</summary>
    private ValueNode ParseValue(bool isConst) => _token.Kind switch
    {
        TokenKind.BracketLeft => ParseList(isConst),
        TokenKind.BraceLeft => ParseObject(isConst),
        TokenKind.Int => ParseInt(),
        TokenKind.Float => ParseFloat(),
        TokenKind.String or TokenKind.BlockString => ParseString(),
        TokenKind.Name => ParseWord(),
        TokenKind.Dollar => isConst ? throw RefuseVariable() : ParseVariable(),
        _ => throw Unexpected(_token),
    };

    private IntValueNode ParseInt()
    {
        var token = Expect(TokenKind.Int);
        return new IntValueNode(TextOf(token)) { Start = token.Start, End = token.End };
    }

    private FloatValueNode ParseFloat()
    {
        var token = Expect(TokenKind.Float);
        return new FloatValueNode(TextOf(token)) { Start = token.Start, End = token.End };
    }

    private StringValueNode ParseString()
    {
        var token = _token;
        Advance();
        return new StringValueNode(ValueOf(token), token.Kind == TokenKind.BlockString) { Start = token.Start, End = token.End };
    }

    /// <summary>§2.9.3 BooleanValue, §2.9.5 NullValue, §2.9.6 EnumValue.</summary>
    private ValueNode ParseWord()
    {
        var (_, start, end) = Expect(TokenKind.Name);
        return TextOf(new Token(TokenKind.Name, start, end)) switch
        {
            "true" => new BooleanValueNode(true) { Start = start, End = end },
            "false" => new BooleanValueNode(false) { Start = start, End = end },
            "null" => new NullValueNode { Start = start, End = end },
            var name => new EnumValueNode(name) { Start = start, End = end },
        };
    }

    private GraphQLException RefuseVariable()
    {
        var dollar = Expect(TokenKind.Dollar);
        return Peek(TokenKind.Name)
            ? SyntaxErrors.VariableInConstant(_source, dollar.Start, TextOf(_token))
            : Unexpected(dollar);
    }

    /// <summary>§2.9.7 ListValue.</summary>
    private ListValueNode ParseList(bool isConst)
    {
        var start = _token.Start;
        Enter();
        Expect(TokenKind.BracketLeft);
        var values = new List<ValueNode>();
        while (!Skip(TokenKind.BracketRight))
        {
            values.Add(ParseValue(isConst));
        }

        Leave();
        return new ListValueNode([.. values]) { Start = start, End = _lastEnd };
    }

    /// <summary>§2.9.8 ObjectValue.</summary>
    private ObjectValueNode ParseObject(bool isConst)
    {
        var start = _token.Start;
        Enter();
        Expect(TokenKind.BraceLeft);
        var fields = new List<ObjectFieldNode>();
        while (!Skip(TokenKind.BraceRight))
        {
            fields.Add(ParseObjectField(isConst));
        }

        Leave();
        return new ObjectValueNode([.. fields]) { Start = start, End = _lastEnd };
    }

    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(name, ParseValue(isConst)) { Start = name.Start, End = _lastEnd };
    }

    /// <summary>§2.11 Type.</summary>
    private TypeNode ParseTypeReference()
    {
        var start = _token.Start;
        TypeNode type = Peek(TokenKind.BracketLeft) ? ParseListType() : ParseNamedType();
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Start = start, End = _lastEnd } : type;
    }

    /// <summary>§2.11 ListType.</summary>
    private ListTypeNode ParseListType()
    {
        var start = _token.Start;
        Enter();
        Expect(TokenKind.BracketLeft);
        var item = ParseTypeReference();
        Expect(TokenKind.BracketRight);
        Leave();
        return new ListTypeNode(item) { Start = start, End = _lastEnd };
    }

    /// <summary>§2.11 NamedType.</summary>
    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name) { Start = name.Start, End = name.End };
    }
}
