using R2P.GraphQL.Types;

namespace R2P.GraphQL.Language;

/// <summary>§3 Type system definitions and extensions (SDL).</summary>
internal ref partial struct DocumentParser
{
    private static bool IsTypeSystemKeyword(string word) =>
        word is "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive";

    /// <summary>§3.2 TypeSystemDefinition.</summary>
    private TypeSystemDefinitionNode ParseTypeSystemDefinition(string keyword)
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword(keyword);
        return keyword switch
        {
            "schema" => ParseSchema(start, description),
            "directive" => ParseDirectiveDefinition(start, description),
            _ => ParseTypeDefinition(keyword, new DefinitionHead(start, description, IsExtension: false, ParseName())),
        };
    }

    /// <summary>§3.2.1 TypeSystemExtension: it must add something.</summary>
    private TypeSystemDefinitionNode ParseTypeSystemExtension()
    {
        var keyword = LookAhead();
        var word = keyword.Kind == TokenKind.Name ? TextOf(keyword) : "";
        if (!IsTypeSystemKeyword(word) || word == "directive")
        {
            throw Unexpected(keyword);
        }

        var start = _token.Start;
        Advance();
        Advance();
        return word == "schema"
            ? ParseSchemaExtension(start)
            : ParseTypeDefinition(word, new DefinitionHead(start, Description: null, IsExtension: true, ParseName()));
    }

    private TypeDefinitionNode ParseTypeDefinition(string keyword, DefinitionHead head) => keyword switch
    {
        "scalar" => ParseScalar(head),
        "type" => ParseObjectType(head),
        "interface" => ParseInterface(head),
        "union" => ParseUnion(head),
        "enum" => ParseEnum(head),
        _ => ParseInputObject(head),
    };

    /// <summary>§3.3 SchemaDefinition.</summary>
    private SchemaDefinitionNode ParseSchema(int start, StringValueNode? description) => new()
    {
        Description = description,
        Directives = ParseDirectives(isConst: true),
        OperationTypes = Many(
            TokenKind.BraceLeft, static (ref parser) => parser.ParseOperationTypeDefinition(), TokenKind.BraceRight),
        Start = start,
        End = _lastEnd,
    };

    /// <summary>§3.3.2 SchemaExtension.</summary>
    private SchemaDefinitionNode ParseSchemaExtension(int start)
    {
        var directives = ParseDirectives(isConst: true);
        var operationTypes = OptionalMany(
            TokenKind.BraceLeft, static (ref parser) => parser.ParseOperationTypeDefinition(), TokenKind.BraceRight);
        RequireAddition(directives.Length + operationTypes.Length);
        return new SchemaDefinitionNode
        {
            IsExtension = true,
            Directives = directives,
            OperationTypes = operationTypes,
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.3.1 RootOperationTypeDefinition.</summary>
    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = _token.Start;
        var operation = ParseOperationKind();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType()) { Start = start, End = _lastEnd };
    }

    /// <summary>§3.5 ScalarTypeDefinition, §3.5.7 ScalarTypeExtension.</summary>
    private ScalarTypeDefinitionNode ParseScalar(DefinitionHead head)
    {
        var directives = ParseDirectives(isConst: true);
        if (head.IsExtension)
        {
            RequireAddition(directives.Length);
        }

        return new ScalarTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = head.Name,
            Directives = directives,
            Start = head.Start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.6 ObjectTypeDefinition, §3.6.3 ObjectTypeExtension.</summary>
    private ObjectTypeDefinitionNode ParseObjectType(DefinitionHead head)
    {
        var (interfaces, directives, fields) = ParseFieldsType(head);
        return new ObjectTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = head.Name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fields,
            Start = head.Start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.7 InterfaceTypeDefinition, §3.7.1 InterfaceTypeExtension.</summary>
    private InterfaceTypeDefinitionNode ParseInterface(DefinitionHead head)
    {
        var (interfaces, directives, fields) = ParseFieldsType(head);
        return new InterfaceTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = head.Name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fields,
            Start = head.Start,
            End = _lastEnd,
        };
    }

    private (NamedTypeNode[] Interfaces, DirectiveNode[] Directives, FieldDefinitionNode[] Fields) ParseFieldsType(DefinitionHead head)
    {
        NamedTypeNode[] interfaces = SkipKeyword("implements"u8)
            ? DelimitedMany(TokenKind.Amp, static (ref parser) => parser.ParseNamedType())
            : [];
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(
            TokenKind.BraceLeft, static (ref parser) => parser.ParseFieldDefinition(), TokenKind.BraceRight);
        if (head.IsExtension)
        {
            RequireAddition(interfaces.Length + directives.Length + fields.Length);
        }

        return (interfaces, directives, fields);
    }

    /// <summary>§3.6 FieldDefinition.</summary>
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = ParseTypeReference(),
            Directives = ParseDirectives(isConst: true),
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.6.1 ArgumentsDefinition.</summary>
    private InputValueDefinitionNode[] ParseArgumentDefinitions() => OptionalMany(
        TokenKind.ParenLeft, static (ref parser) => parser.ParseInputValueDefinition(), TokenKind.ParenRight);

    /// <summary>§3.6.1 InputValueDefinition.</summary>
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new InputValueDefinitionNode
        {
            Description = description,
            Name = name,
            Type = ParseTypeReference(),
            DefaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null,
            Directives = ParseDirectives(isConst: true),
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.8 UnionTypeDefinition, §3.8.1 UnionTypeExtension.</summary>
    private UnionTypeDefinitionNode ParseUnion(DefinitionHead head)
    {
        var directives = ParseDirectives(isConst: true);
        NamedTypeNode[] members = Skip(TokenKind.EqualsSign)
            ? DelimitedMany(TokenKind.Pipe, static (ref parser) => parser.ParseNamedType())
            : [];
        if (head.IsExtension)
        {
            RequireAddition(directives.Length + members.Length);
        }

        return new UnionTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = head.Name,
            Directives = directives,
            Members = members,
            Start = head.Start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.9 EnumTypeDefinition, §3.9.1 EnumTypeExtension.</summary>
    private EnumTypeDefinitionNode ParseEnum(DefinitionHead head)
    {
        var directives = ParseDirectives(isConst: true);
        var values = OptionalMany(
            TokenKind.BraceLeft, static (ref parser) => parser.ParseEnumValueDefinition(), TokenKind.BraceRight);
        if (head.IsExtension)
        {
            RequireAddition(directives.Length + values.Length);
        }

        return new EnumTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = head.Name,
            Directives = directives,
            Values = values,
            Start = head.Start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.9 EnumValueDefinition; <c>true</c>, <c>false</c> and <c>null</c> are no enum values.</summary>
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        if (PeekKeyword("true"u8) || PeekKeyword("false"u8) || PeekKeyword("null"u8))
        {
            throw SyntaxErrors.ReservedEnumValue(_source, _token.Start, Describe(_token));
        }

        return new EnumValueDefinitionNode
        {
            Description = description,
            Name = ParseName(),
            Directives = ParseDirectives(isConst: true),
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.10 InputObjectTypeDefinition, §3.10.4 InputObjectTypeExtension.</summary>
    private InputObjectTypeDefinitionNode ParseInputObject(DefinitionHead head)
    {
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(
            TokenKind.BraceLeft, static (ref parser) => parser.ParseInputValueDefinition(), TokenKind.BraceRight);
        if (head.IsExtension)
        {
            RequireAddition(directives.Length + fields.Length);
        }

        return new InputObjectTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = head.Name,
            Directives = directives,
            Fields = fields,
            Start = head.Start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.13 DirectiveDefinition.</summary>
    private DirectiveDefinitionNode ParseDirectiveDefinition(int start, StringValueNode? description)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on");
        return new DirectiveDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            IsRepeatable = isRepeatable,
            Locations = DelimitedMany(TokenKind.Pipe, static (ref parser) => parser.ParseDirectiveLocation()),
            Start = start,
            End = _lastEnd,
        };
    }

    /// <summary>§3.13 DirectiveLocation.</summary>
    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocations.Find(name.Value) is null ? throw Unexpected(token) : name;
    }

    private readonly void RequireAddition(int additions)
    {
        if (additions == 0)
        {
            throw Unexpected(_token);
        }
    }

    /// <summary>What every type definition starts with.</summary>
    private sealed record DefinitionHead(int Start, StringValueNode? Description, bool IsExtension, NameNode Name);
}
