using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>§3.13 Directives that are C# classes: defined in the schema, applied to it, and read by resolvers.</summary>
public sealed class DirectiveTests
{
    private static readonly GraphQLSchema Schema = BuiltSchema.Of(
        typeof(SignQueries), typeof(SignFields), typeof(MarkedDirective), typeof(PaddedDirective), typeof(TopicAttribute), typeof(InternalAttribute));

    [Fact]
    public void Their_definitions_are_part_of_the_schema() => Assert.StartsWith(
        """"
        """Nobody outside needs it."""
        directive @internal on ENUM_VALUE | ARGUMENT_DEFINITION

        """Puts a mark behind the text."""
        directive @marked(
          """What is put there."""
          with: String! = "!"
          times: Int! = 1
          style: MarkStyle
        ) on FIELD

        directive @padded(side: MarkStyle!, by: Int!) repeatable on FIELD | QUERY

        """What it is about."""
        directive @topic(
          """One word."""
          name: String!

          """What matters most."""
          weight: Int! = 1
          style: MarkStyle! = HARD
        ) repeatable on FIELD_DEFINITION | OBJECT | INPUT_OBJECT | INPUT_FIELD_DEFINITION | INTERFACE

        """",
        SchemaPrinter.Print(Schema) + "\n",
        StringComparison.Ordinal);

    [Fact]
    public void Attributes_apply_them_to_the_elements_of_the_schema()
    {
        var sign = (ObjectType)Schema.FindType("Sign")!;
        var input = (InputObjectType)Schema.FindType("SignInput")!;
        var style = (EnumType)Schema.FindType("MarkStyle")!;

        Assert.Equal("""@topic(name: "roots")""", Applied(Schema.Query.AppliedDirectives));
        Assert.Equal("""@topic(name: "signs", weight: 3) @topic(name: "streets") @topic(name: "more")""", Applied(sign.AppliedDirectives));
        Assert.Equal("""@topic(name: "text", style: SOFT)""", Applied(sign.Fields["text"].AppliedDirectives));
        Assert.Equal("""@topic(name: "input")""", Applied(input.AppliedDirectives));
        Assert.Equal("""@topic(name: "words")""", Applied(input.Fields["words"].AppliedDirectives));
        Assert.Equal("""@topic(name: "read")""", Applied(Schema.Query.Fields["read"].AppliedDirectives));
        Assert.Equal("@internal", Applied(Schema.Query.Fields["read"].Arguments["raw"].AppliedDirectives));
        Assert.Equal("@internal", Applied(style.Values["HARD"].AppliedDirectives));
        Assert.Equal("", Applied(style.Values["SOFT"].AppliedDirectives));
    }

    [Theory]
    [InlineData("{ plain }", "text")]
    [InlineData("{ plain @marked }", "text!")]
    [InlineData("""{ plain @marked(with: "?", times: 2, style: HARD) }""", "text??H")]
    [InlineData("query($n: Int! = 3) { plain @marked(times: $n) }", "text!!!")]
    [InlineData("{ plain @padded(side: SOFT, by: 1) @padded(side: HARD, by: 2) }", "text S1 H2")]
    [InlineData("{ plain @marked plain @marked(with: \"later\") }", "text!")]
    public async Task A_resolver_takes_them_with_coerced_arguments(string query, string text) =>
        Assert.Equal($$$"""{"data":{"plain":"{{{text}}}"}}""", await Answers.To(Schema, query));

    [Fact]
    public void A_scalar_takes_those_of_its_class()
    {
        var services = new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceProviderIsService>();
        var schema = new SchemaBuilder(services).AddScalar(new LoudScalar()).AddType(typeof(LoudQueries)).Build();

        Assert.Equal("@wide", Applied(schema.FindType("Loud")!.AppliedDirectives));
        Assert.Contains("directive @wide on SCALAR\n", SchemaPrinter.Print(schema), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_context_gives_them_by_name_and_by_class() => Assert.Equal(
        """{"data":{"counted":"2 padded by 3, marked with #"}}""",
        await Answers.To(Schema, """{ counted @padded(side: SOFT, by: 1) @marked(with: "#") @padded(side: HARD, by: 2) }"""));

    [Theory]
    [InlineData("{ plain @topic(name: \"a\") }", "Directive \"@topic\" may not be used on FIELD.")]
    [InlineData("{ plain @marked @marked }", "The directive \"@marked\" can only be used once at this location.")]
    [InlineData("{ plain @marked(width: 1) }", "Unknown argument \"width\" on directive \"@marked\". Did you mean \"with\"?")]
    [InlineData("{ plain @padded(side: SOFT) }", "Argument \"@padded(by:)\" of type \"Int!\" is required, but it was not provided.")]
    [InlineData("{ plain @marked(times: \"x\") }", "Int cannot represent non-integer value: \"x\"")]
    public async Task Uses_are_validated(string query, string message) =>
        Assert.EndsWith($": {message}", await Answers.To(Schema, query), StringComparison.Ordinal);

    [Fact]
    public async Task A_variable_that_turns_out_null_is_the_error_of_the_field()
    {
        var answer = await Answers.To(Schema, "query($n: Int = 1) { plain @marked(times: $n) }", """{"n":null}""");

        Assert.Equal(
            """{"errors":[{"message":"Argument \"@marked(times:)\" has invalid value: Expected variable \"$n\" provided to non-null type \"Int!\" not to be null.","locations":[{"line":1,"column":43}],"path":["plain"],"extensions":{"code":"BAD_USER_INPUT"}}],"data":null}""",
            answer);
    }

    [Fact]
    public void Faulty_uses_are_told_with_their_members()
    {
        var failure = Assert.Throws<SchemaException>(() => BuiltSchema.Of(typeof(FaultySignQueries), typeof(SkipDirective)));

        Assert.Equal(
            [
                $"Directive \"@internal\" may not be used on FIELD_DEFINITION. ({Faulty("Misplaced")})",
                $"The directive \"@once\" can only be used once at this location. ({Faulty("Twice")})",
                $"Argument \"@topic(name:)\" has a value that can't be written as String!. ({Faulty("Unnamed")})",
                $"Argument \"@lost(what:)\" can't be read: the class needs a property that holds it. ({Faulty("Lost")})",
                $"The directive @topic may not stand at a field, so no resolver gets it. ({Faulty("Never")}(topic))",
                $"The directive @marked need not stand at the field; the parameter has to be nullable. ({Faulty("Always")}(marked))",
                $"The name @skip already belongs to the specification. ({typeof(SkipDirective).FullName})",
            ],
            failure.Errors.Select(error => error.ToString()));
    }

    private static string Faulty(string member) => $"{typeof(FaultySignQueries).FullName}.{member}";

    private static string Applied(IEnumerable<AppliedDirective> directives) => string.Join(
        ' ',
        directives.Select(directive => SyntaxPrinter.Print(new DirectiveNode(new NameNode(directive.Name), directive.Arguments))));
}

public enum MarkStyle
{
    Soft,
    [Internal]
    Hard,
}

/// <summary>Puts a mark behind the text.</summary>
/// <param name="With">What is put there.</param>
[DirectiveType(DirectiveLocation.Field)]
public sealed record MarkedDirective(string With = "!", int Times = 1, MarkStyle? Style = null);

[DirectiveType(DirectiveLocation.Field, DirectiveLocation.Query, IsRepeatable = true)]
public sealed class PaddedDirective
{
    public required MarkStyle Side { get; init; }

    public required int By { get; init; }
}

/// <summary>What it is about.</summary>
/// <param name="name">One word.</param>
[DirectiveType(
    DirectiveLocation.FieldDefinition,
    DirectiveLocation.Object,
    DirectiveLocation.InputObject,
    DirectiveLocation.InputFieldDefinition,
    DirectiveLocation.Interface,
    IsRepeatable = true)]
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class TopicAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>What matters most.</summary>
    [DefaultValue(1)]
    public int Weight { get; set; } = 1;

    [DefaultValue(MarkStyle.Hard)]
    public MarkStyle Style { get; set; } = MarkStyle.Hard;
}

/// <summary>Nobody outside needs it.</summary>
[DirectiveType(DirectiveLocation.EnumValue, DirectiveLocation.ArgumentDefinition)]
[AttributeUsage(AttributeTargets.All)]
public sealed class InternalAttribute : Attribute;

[Topic("signs", Weight = 3)]
[Topic("streets")]
public sealed record Sign([property: Topic("text", Style = MarkStyle.Soft)] string Text);

[Topic("input")]
public sealed record SignInput([Topic("words")] string Words);

[ObjectType<Sign>]
[Topic("more")]
public static class SignFields
{
    public static int Length([Parent] Sign sign) => sign.Text.Length;
}

[QueryType]
[Topic("roots")]
public static class SignQueries
{
    public static string Plain(MarkedDirective? marked, IReadOnlyList<PaddedDirective> padded) =>
        "text"
        + (marked is null ? "" : string.Concat(Enumerable.Repeat(marked.With, marked.Times)) + marked.Style?.ToString()[0])
        + string.Concat(padded.Select(one => $" {one.Side.ToString()[0]}{one.By}"));

    public static string Counted(FieldContext context) =>
        $"{context.Directives("padded").Count} padded by {context.Directives<PaddedDirective>().Sum(padded => padded.By)}, marked with {context.Directive<MarkedDirective>()?.With}";

    [Topic("read")]
    public static Sign Read(SignInput input, [Internal] string? raw = null) => new(raw ?? input.Words);
}

[DirectiveType(DirectiveLocation.Scalar)]
[AttributeUsage(AttributeTargets.Class)]
public sealed class WideAttribute : Attribute;

[Wide]
public sealed class LoudScalar() : ScalarType<Uri>("Loud")
{
    public override Uri Parse(JsonElement value) => new(value.GetString()!);

    public override Uri Parse(ValueNode literal) => new(((StringValueNode)literal).Value);

    public override void Write(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value.OriginalString);
}

[QueryType]
public static class LoudQueries
{
    public static Uri Loud() => new("https://loud.example");
}

[DirectiveType(DirectiveLocation.FieldDefinition)]
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class OnceAttribute : Attribute;

[DirectiveType(DirectiveLocation.FieldDefinition)]
[AttributeUsage(AttributeTargets.All)]
public sealed class LostAttribute(string what) : Attribute
{
    public int Length { get; } = what.Length;
}

[DirectiveType(DirectiveLocation.Field)]
public sealed class SkipDirective;

[QueryType]
public static class FaultySignQueries
{
    [Internal]
    public static string Misplaced() => "";

    [Once]
    [Once]
    public static string Twice() => "";

    [Topic(null!)]
    public static string Unnamed() => "";

    [Lost("")]
    public static string Lost() => "";

    public static string Never(TopicAttribute? topic) => topic?.Name ?? "";

    public static string Always(MarkedDirective marked) => marked.With;
}
