namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>How arguments and input objects become C# values.</summary>
public sealed class InputBindingTests
{
    private static readonly Guid Ada = new("00000000-0000-0000-0000-00000000000a");
    private static readonly string AdaId = new NodeId("Author", Ada).ToString();

    [Fact]
    public async Task Defaults_fill_what_is_left_out() => Assert.Equal(
        "NewBook { Title = T, AuthorId = , State = OnShelf, Copies = 1, Note = , Blurb = Optional { HasValue = False, Value =  }, Chapters =  }",
        await Add("""{ title: "T" }"""));

    [Fact]
    public async Task Given_values_are_bound() => Assert.Equal(
        $"NewBook {{ Title = T, AuthorId = {Ada}, State = LentOut, Copies = 3, Note = n, Blurb = Optional {{ HasValue = True, Value =  }}, Chapters = R2P.GraphQL.Tests.Types.Building.NewChapter[] }}",
        await Add($$"""{ title: "T", authorId: "{{AdaId}}", state: LENT_OUT, copies: 3, note: "n", blurb: null, chapters: [{ heading: "h" }] }"""));

    [Fact]
    public async Task An_id_of_another_type_is_refused_by_name() => Assert.Contains(
        "\"authorId\\\" expects an ID of type Author, found ",
        await Answers.To(BuiltSchema.Library, $$"""mutation { addBook(input: { title: "T", authorId: "{{new NodeId("Book", Ada)}}" }) }"""),
        StringComparison.Ordinal);

    [Fact]
    public async Task An_interface_takes_the_ids_of_its_types()
    {
        Assert.Equal(
            """{"data":{"lendable":null}}""", await Answers.To(BuiltSchema.Library, $$"""{ lendable(id: "{{new NodeId("Film", Ada)}}") { title } }"""));
        Assert.Contains(
            "expects an ID of type Book or Film, found",
            await Answers.To(BuiltSchema.Library, """{ lendable(id: "x") { title } }"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_are_found_by_id_and_unknown_ones_are_null()
    {
        var query = $$"""
            { nodes(ids: ["{{new NodeId("Film", Ada)}}", "rubbish", "{{new NodeId("Book", Guid.Empty)}}", "{{AdaId}}", "{{new NodeId("Book", Ada)}}"]) { __typename } node(id: "x") { id } }
            """;
        Assert.Equal(
            """{"data":{"nodes":[{"__typename":"Film"},null,null,null,{"__typename":"Book"}],"node":null}}""",
            await Answers.To(BuiltSchema.Library, query));
    }

    [Fact]
    public async Task Too_many_nodes_are_refused() => Assert.Contains(
        "\\\"ids\\\" takes at most 100 ids, found 101.",
        await Answers.To(
            BuiltSchema.Library, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", $$"""{ "ids": [{{string.Join(',', Enumerable.Range(0, 101))}}] }"""),
        StringComparison.Ordinal);

    [Fact]
    public async Task Roles_are_required()
    {
        Assert.StartsWith("UNAUTHENTICATED", await Answers.To(BuiltSchema.Library, "{ secret }"), StringComparison.Ordinal);
        var identity = new System.Security.Claims.ClaimsIdentity([new("role", "LIBRARIAN")], "test");
        Assert.Equal("""{"data":{"secret":"nobody"}}""", await Answers.To(BuiltSchema.Library, "{ secret }", user: new(identity)));
    }

    private static async Task<string> Add(string input)
    {
        var answer = await Answers.To(BuiltSchema.Library, $$"""mutation { addBook(input: {{input}}) }""");
        const string Start = """{"data":{"addBook":""";
        Assert.StartsWith(Start, answer, StringComparison.Ordinal);
        return System.Text.Json.JsonSerializer.Deserialize<string>(answer[Start.Length..^2])!;
    }
}
