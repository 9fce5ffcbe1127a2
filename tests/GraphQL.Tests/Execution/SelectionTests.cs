namespace R2P.GraphQL.Tests.Execution;

/// <summary>§6.3.2: what is selected, merged, aliased, skipped.</summary>
public sealed class SelectionTests
{
    private const string Sdl = """
        type Query { me: Person, you: Person, text: String }
        type Person implements Named { name: String, age: Int, friend: Person, friends: [Person] }
        interface Named { name: String }
        """;

    private const string Data = """
        { "text": "hi", "me": { "name": "Ada", "age": 36, "friend": { "name": "Charles", "age": 44, "friend": { "name": "Ada" } } }, "you": null }
        """;

    [Theory]
    [InlineData("{ text }", """{"text":"hi"}""")]
    [InlineData("{ you { name } text }", """{"you":null,"text":"hi"}""")]
    [InlineData("{ a: text b: text text }", """{"a":"hi","b":"hi","text":"hi"}""")]
    [InlineData("{ me { name } me { age } }", """{"me":{"name":"Ada","age":36}}""")]
    [InlineData("{ me { friend { name } } text me { friend { age name } } }", """{"me":{"friend":{"name":"Charles","age":44}},"text":"hi"}""")]
    [InlineData("{ me { ...F age } } fragment F on Person { name }", """{"me":{"name":"Ada","age":36}}""")]
    [InlineData("{ me { ...F ...F ... on Named { name } ... { age } } } fragment F on Named { name }", """{"me":{"name":"Ada","age":36}}""")]
    [InlineData("{ ...Q } fragment Q on Query { me { friend { ...P } } } fragment P on Person { n: name }", """{"me":{"friend":{"n":"Charles"}}}""")]
    [InlineData("{ __typename me { __typename t: __typename } }", """{"__typename":"Query","me":{"__typename":"Person","t":"Person"}}""")]
    public async Task Fields_are_merged_in_the_order_of_the_document(string query, string data) =>
        Assert.Equal($$"""{"data":{{data}}}""", await new TestEngine(Sdl).RunAsync(query, data: Data));

    [Theory]
    [InlineData("@skip(if: true)", "{}")]
    [InlineData("@skip(if: false)", """{"text":"hi"}""")]
    [InlineData("@include(if: true)", """{"text":"hi"}""")]
    [InlineData("@include(if: false)", "{}")]
    [InlineData("@skip(if: true) @include(if: true)", "{}")]
    [InlineData("@skip(if: true) @include(if: false)", "{}")]
    [InlineData("@skip(if: false) @include(if: true)", """{"text":"hi"}""")]
    [InlineData("@skip(if: false) @include(if: false)", "{}")]
    public async Task Skip_and_include_stand_on_fields_and_fragments(string directives, string data)
    {
        var engine = new TestEngine(Sdl);
        Assert.Equal($$"""{"data":{{data}}}""", await engine.RunAsync($"{{ text {directives} }}", data: Data));
        Assert.Equal($$"""{"data":{{data}}}""", await engine.RunAsync($"{{ ... {directives} {{ text }} }}", data: Data));
        Assert.Equal($$"""{"data":{{data}}}""", await engine.RunAsync($"{{ ...F {directives} }} fragment F on Query {{ text }}", data: Data));
    }

    [Fact]
    public async Task One_document_answers_by_the_values_of_its_condition_variables()
    {
        var engine = new TestEngine(Sdl);
        const string query = "query($a: Boolean!, $b: Boolean = true) { a: text @include(if: $a) b: text @skip(if: $b) c: text @include(if: $a) @skip(if: $b) }";
        Assert.Equal("""{"data":{"a":"hi"}}""", await engine.RunAsync(query, """{"a":true}""", Data));
        Assert.Equal("""{"data":{}}""", await engine.RunAsync(query, """{"a":false}""", Data));
        Assert.Equal("""{"data":{"a":"hi","b":"hi","c":"hi"}}""", await engine.RunAsync(query, """{"a":true,"b":false}""", Data));
        Assert.Equal("""{"data":{"b":"hi"}}""", await engine.RunAsync(query, """{"a":false,"b":false}""", Data));
        Assert.Equal("""{"data":{"a":"hi"}}""", await engine.RunAsync(query, """{"a":true}""", Data));
    }

    [Fact]
    public async Task A_condition_that_is_null_is_an_error_of_the_object_that_it_stands_in()
    {
        var engine = new TestEngine(Sdl);
        const string query = "query($b: Boolean = true) { text me { name @skip(if: $b) } }";
        Assert.Equal(
            """{"errors":[{"message":"Argument \"@skip(if:)\" has invalid value: Expected variable \"$b\" provided to non-null type \"Boolean!\" not to be null.","locations":[{"line":1,"column":54}],"path":["me"],"extensions":{"code":"BAD_USER_INPUT"}}],"data":{"text":"hi","me":null}}""",
            await engine.RunAsync(query, """{"b":null}""", Data));
    }

    [Fact]
    public async Task More_condition_variables_than_a_key_holds_still_count_one_by_one()
    {
        var names = Enumerable.Range(0, 40).Select(i => $"v{i}").ToArray();
        var query = $"query({string.Join(", ", names.Select(name => $"${name}: Boolean!"))}) {{ {string.Join(" ", names.Select(name => $"{name}: text @include(if: ${name})"))} }}";
        var engine = new TestEngine(Sdl);
        var variables = $"{{{string.Join(", ", names.Select((name, i) => $"\"{name}\": {(i is 0 or 39 ? "true" : "false")}"))}}}";
        Assert.Equal("""{"data":{"v0":"hi","v39":"hi"}}""", await engine.RunAsync(query, variables, Data));
    }
}
