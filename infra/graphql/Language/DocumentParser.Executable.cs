namespace R2P.GraphQL.Language;

/// <summary>§2.3 to §2.8, §2.10, §2.12: operations, fragments and what they hold.</summary>
internal ref partial struct DocumentParser
{
    /// <summary>§2.3 Query shorthand.</summary>
    private OperationDefinitionNode ParseShorthandQuery()
    {
        var start = _token.Start;
        return new OperationDefinitionNode
        {
            Operation = OperationKind.Query,
            VariableDefinitions = [],
            Directives = [],
            SelectionSet = ParseSelectionSet(),
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§2.3 OperationDefinition.</summary>
    private OperationDefinitionNode ParseOperationDefinition()
    {
        var start = _token.Start;
        return new OperationDefinitionNode
        {
            Description = ParseDescription(),
            Operation = ParseOperationKind(),
            Name = Peek(TokenKind.Name) ? ParseName() : null,
            VariableDefinitions = OptionalMany(
                TokenKind.ParenLeft, static (ref parser) => parser.ParseVariableDefinition(), TokenKind.ParenRight),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§2.3 OperationType.</summary>
    private OperationKind ParseOperationKind()
    {
        var token = Expect(TokenKind.Name);
        return TextOf(token) switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(token),
        };
    }

    /// <summary>§2.10 VariableDefinition.</summary>
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        return new VariableDefinitionNode
        {
            Description = description,
            Variable = variable,
            Type = ParseTypeReference(),
            DefaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null,
            Directives = ParseDirectives(isConst: true),
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§2.10 Variable.</summary>
    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        return new VariableNode(ParseName()) { Start = start, End = _lastEnd };
    }

    /// <summary>§2.4 SelectionSet.</summary>
    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token.Start;
        Enter();
        var selections = Many(TokenKind.BraceLeft, static (ref parser) => parser.ParseSelection(), TokenKind.BraceRight);
        Leave();
        return new SelectionSetNode(selections) { Start = start, End = _lastEnd };
    }

    /// <summary>§2.4 Selection.</summary>
    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    /// <summary>§2.5 Field.</summary>
    private FieldNode ParseField()
    {
        var start = _token.Start;
        var nameOrAlias = ParseName();
        var hasAlias = Skip(TokenKind.Colon);
        return new FieldNode
        {
            Alias = hasAlias ? nameOrAlias : null,
            Name = hasAlias ? ParseName() : nameOrAlias,
            Arguments = ParseArguments(isConst: false),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null,
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§2.6 Arguments.</summary>
    private ArgumentNode[] ParseArguments(bool isConst) => OptionalMany<ArgumentNode>(
        TokenKind.ParenLeft,
        isConst ? static (ref parser) => parser.ParseArgument(isConst: true) : static (ref parser) => parser.ParseArgument(isConst: false),
        TokenKind.ParenRight);

    private ArgumentNode ParseArgument(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name, ParseValue(isConst)) { Start = name.Start, End = _lastEnd };
    }

    /// <summary>§2.8 FragmentSpread, §2.8.2 InlineFragment.</summary>
    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        var hasTypeCondition = SkipKeyword("on"u8);
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            return new FragmentSpreadNode
            {
                Name = ParseName(),
                Directives = ParseDirectives(isConst: false),
                Start = start,
                End = _lastEnd,
            };
        }

        return new InlineFragmentNode
        {
            TypeCondition = hasTypeCondition ? ParseNamedType() : null,
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§2.8 FragmentDefinition; its name is any but <c>on</c>.</summary>
    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment");
        var name = PeekKeyword("on"u8) ? throw Unexpected(_token) : ParseName();
        ExpectKeyword("on");
        return new FragmentDefinitionNode
        {
            Description = description,
            Name = name,
            TypeCondition = ParseNamedType(),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§2.12 Directives.</summary>
    private DirectiveNode[] ParseDirectives(bool isConst)
    {
        if (!Peek(TokenKind.At))
        {
            return [];
        }

        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            directives.Add(ParseDirective(isConst));
        }

        return [.. directives];
    }

    private DirectiveNode ParseDirective(bool isConst)
    {
        var start = Expect(TokenKind.At).Start;
        return new DirectiveNode(ParseName(), ParseArguments(isConst)) { Start = start, End = _lastEnd };
    }
}
