using R2P.GraphQL.Language;

namespace R2P.GraphQL.Tests.Language;

/// <summary>§2 What the parts of a document become.</summary>
public sealed class DocumentParsingTests
{
    [Fact]
    public void Operations_carry_descriptions_names_variables_and_directives()
    {
        var operation = Assert.IsType<OperationDefinitionNode>(Definition(
            """"
            """
            All of them
            """
            mutation Change("which" $id: [ID!]! = ["a"] @once, $n: Int) @log { change }
            """"));

        Assert.Equal(OperationKind.Mutation, operation.Operation);
        Assert.Equal("Change", operation.Name?.Value);
        Assert.Equal("All of them", operation.Description?.Value);
        Assert.Equal("log", Assert.Single(operation.Directives).Name.Value);
        var (id, n) = (operation.VariableDefinitions[0], operation.VariableDefinitions[1]);
        Assert.Equal(("which", "id", "[ID!]!"), (id.Description?.Value, id.Variable.Name.Value, id.Type.ToString()));
        Assert.IsType<ListValueNode>(id.DefaultValue);
        Assert.Equal("once", Assert.Single(id.Directives).Name.Value);
        Assert.Null(n.DefaultValue);
    }

    [Fact]
    public void A_shorthand_query_is_anonymous()
    {
        var operation = Assert.IsType<OperationDefinitionNode>(Definition("{ a }"));

        Assert.Equal(OperationKind.Query, operation.Operation);
        Assert.Null(operation.Name);
    }

    [Fact]
    public void Selections_are_fields_spreads_and_inline_fragments()
    {
        var operation = (OperationDefinitionNode)Definition("{ x: a(b: $c) @d { e } ...F @g ... on T { h } ... @i { j } }");

        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal(("x", "x", "a"), (field.ResponseKey, field.Alias?.Value, field.Name.Value));
        Assert.Equal("b", Assert.Single(field.Arguments).Name.Value);
        Assert.NotNull(field.SelectionSet);
        var spread = Assert.IsType<FragmentSpreadNode>(operation.SelectionSet.Selections[1]);
        Assert.Equal(("F", "g"), (spread.Name.Value, spread.Directives[0].Name.Value));
        Assert.Equal("T", Assert.IsType<InlineFragmentNode>(operation.SelectionSet.Selections[2]).TypeCondition?.Name.Value);
        Assert.Null(Assert.IsType<InlineFragmentNode>(operation.SelectionSet.Selections[3]).TypeCondition);
    }

    [Fact]
    public void Keywords_are_names_elsewhere()
    {
        var fragment = Assert.IsType<FragmentDefinitionNode>(Definition("fragment fragment on fragment { on type query: null }"));

        Assert.Equal(("fragment", "fragment"), (fragment.Name.Value, fragment.TypeCondition.Name.Value));
        Assert.Equal(["on", "type", "query"], fragment.SelectionSet.Selections.Select(field => ((FieldNode)field).ResponseKey));
    }

    [Fact]
    public void Nodes_know_from_where_to_where_they_stand()
    {
        var text = "\"é\" query Q { a(b: \"ü\") { c } }";
        var operation = (OperationDefinitionNode)Definition(text);
        var field = (FieldNode)operation.SelectionSet.Selections[0];

        Assert.Equal(text, TextOf(text, operation));
        Assert.Equal("Q", TextOf(text, operation.Name!));
        Assert.Equal("a(b: \"ü\") { c }", TextOf(text, field));
        Assert.Equal("b: \"ü\"", TextOf(text, field.Arguments[0]));
        Assert.Equal("{ c }", TextOf(text, field.SelectionSet!));
    }

    [Fact]
    public void Type_definitions_and_their_extensions()
    {
        var types = Parser.Parse(SourceText.From(
            """
            "t" type T implements & A & B @d { "f" f("a" a: [Int!] = [1] @x): String! @y }
            extend type T implements C
            interface A { a: Int } extend interface A @d
            union U = | T extend union U = V
            enum E { "v" X @deprecated } extend enum E { Y }
            input I @oneOf { a: Int } extend input I { b: Int = 1 }
            scalar S extend scalar S @d
            """)).Definitions.Cast<TypeDefinitionNode>().ToList();

        Assert.Equal([false, true, false, true, false, true, false, true, false, true, false, true], types.Select(type => type.IsExtension));
        var type = Assert.IsType<ObjectTypeDefinitionNode>(types[0]);
        Assert.Equal("t", type.Description?.Value);
        Assert.Equal(["A", "B"], type.Interfaces.Select(name => name.Name.Value));
        var field = Assert.Single(type.Fields);
        Assert.Equal(("f", "f", "String!", "y"), (field.Name.Value, field.Description?.Value, field.Type.ToString(), field.Directives[0].Name.Value));
        var argument = Assert.Single(field.Arguments);
        Assert.Equal(
            ("a", "a", "[Int!]", "x"), (argument.Name.Value, argument.Description?.Value, argument.Type.ToString(), argument.Directives[0].Name.Value));
        Assert.Equal("C", Assert.Single(((ObjectTypeDefinitionNode)types[1]).Interfaces).Name.Value);
        Assert.Equal("V", Assert.Single(((UnionTypeDefinitionNode)types[5]).Members).Name.Value);
        Assert.Equal("v", ((EnumTypeDefinitionNode)types[6]).Values[0].Description?.Value);
    }

    [Fact]
    public void Schema_and_directive_definitions()
    {
        var definitions = Parser.Parse(SourceText.From(
            "\"s\" schema @d { query: Q mutation: M } extend schema { subscription: S } directive @d(a: Int = 1) repeatable on | FIELD | INPUT_OBJECT")).Definitions;

        var schema = Assert.IsType<SchemaDefinitionNode>(definitions[0]);
        Assert.Equal([(OperationKind.Query, "Q"), (OperationKind.Mutation, "M")], schema.OperationTypes.Select(root => (root.Operation, root.Type.Name.Value)));
        Assert.True(Assert.IsType<SchemaDefinitionNode>(definitions[1]).IsExtension);
        var directive = Assert.IsType<DirectiveDefinitionNode>(definitions[2]);
        Assert.True(directive.IsRepeatable);
        Assert.Equal(["FIELD", "INPUT_OBJECT"], directive.Locations.Select(location => location.Value));
    }

    private static DefinitionNode Definition(string text) => Assert.Single(Parser.Parse(SourceText.From(text)).Definitions);

    private static string TextOf(string text, SyntaxNode node) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)[node.Start..node.End]);
}
