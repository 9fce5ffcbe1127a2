namespace R2P.Schema.Tests.Sharing;

public sealed class AsOfTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string List =
        "query($at: DateTime!, $title: String!) { practices(asOf: $at, where: { title: { startsWith: $title } }) { totalCount nodes { title version viewerCan } } }";

    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_list_shows_of_each_document_the_version_that_stood_then()
    {
        var published = await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "As of: first words");
        var then = (await _personas.SeeAsync("denmark", Personas.Id(published), "updatedAt")).GetProperty("updatedAt").GetString();
        await _personas.ActAsync(
            "denmark", "revisePractice", "practice", new { id = Personas.Id(published), version = 3, title = "As of: second words" });

        var past = await network.DataAsync("observer", List, new { at = then, title = "As of:" });
        var now = await network.DataAsync("observer", List, new { at = "2999-01-01T00:00:00Z", title = "As of:" });
        var before = await network.DataAsync("observer", List, new { at = "2001-01-01T00:00:00Z", title = "As of:" });

        Assert.Equal(
            """{"totalCount":1,"nodes":[{"title":"As of: first words","version":3,"viewerCan":[]}]}""", past.GetProperty("practices").GetRawText());
        Assert.Equal(
            """{"totalCount":1,"nodes":[{"title":"As of: second words","version":4,"viewerCan":[]}]}""", now.GetProperty("practices").GetRawText());
        Assert.Equal("""{"totalCount":0,"nodes":[]}""", before.GetProperty("practices").GetRawText());
    }

    [Fact]
    public async Task Versions_that_were_never_shared_with_the_viewer_do_not_come_up_in_the_past()
    {
        var draft = await _personas.ProposeAsync("denmark", "Unheard of: draft");
        var then = (await _personas.SeeAsync("denmark", Personas.Id(draft), "updatedAt")).GetProperty("updatedAt").GetString();
        var approved = await _personas.ActAsync("denmark", "approvePractice", "practice", Personas.Step(draft));
        var published = await _personas.ActAsync("denmark", "publishPractice", "practice", Personas.Step(approved, Personas.ToMembers));
        Assert.Equal("PUBLISHED", Personas.State(published).Status);

        var own = await network.DataAsync("denmark", List, new { at = then, title = "Unheard of:" });
        var others = await network.DataAsync("observer", List, new { at = then, title = "Unheard of:" });

        Assert.Equal(1, own.GetProperty("practices").GetProperty("totalCount").GetInt32());
        Assert.Equal("""{"totalCount":0,"nodes":[]}""", others.GetProperty("practices").GetRawText());
    }

    [Fact]
    public async Task What_was_taken_back_is_gone_from_the_past_too()
    {
        var published = await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "Taken back: words");
        var then = (await _personas.SeeAsync("denmark", Personas.Id(published), "updatedAt")).GetProperty("updatedAt").GetString();
        await _personas.ActAsync(
            "denmark", "withdrawDocument", "document", new { id = Personas.Id(published), version = 3, reason = "Wrong figures." });

        var past = await network.DataAsync("observer", List, new { at = then, title = "Taken back:" });

        Assert.Equal("""{"totalCount":0,"nodes":[]}""", past.GetProperty("practices").GetRawText());
    }

    [Fact]
    public async Task One_document_by_its_id_is_shown_as_it_stood_then_if_the_viewer_may_see_that_version()
    {
        var draft = await _personas.ProposeAsync("denmark", "Node: draft");
        var asDraft = await TimeOfAsync(draft);
        var approved = await _personas.ActAsync("denmark", "approvePractice", "practice", Personas.Step(draft));
        var published = await _personas.ActAsync("denmark", "publishPractice", "practice", Personas.Step(approved, Personas.ToMembers));
        var asPublished = await TimeOfAsync(published);
        await _personas.ActAsync("denmark", "revisePractice", "practice", new { id = Personas.Id(draft), version = 3, title = "Node: revised" });

        Assert.Equal("""{"title":"Node: draft","version":3,"viewerCan":[]}""", await NodeAsync("observer", draft, asPublished));
        Assert.Equal("""{"title":"Node: revised","version":4,"viewerCan":[]}""", await NodeAsync("observer", draft, "2999-01-01T00:00:00Z"));
        Assert.Equal("null", await NodeAsync("observer", draft, asDraft));
        Assert.Equal("null", await NodeAsync(null, draft, asPublished));
        Assert.Equal("null", await NodeAsync("denmark", draft, "2001-01-01T00:00:00Z"));
        Assert.Equal("""{"title":"Node: draft","version":1,"viewerCan":[]}""", await NodeAsync("denmark", draft, asDraft));
        Assert.Equal(
            """[{"version":3},null,null]""",
            (await network.DataAsync(
                "observer",
                "query($ids: [ID!]!, $at: DateTime!) { nodes(ids: $ids, asOf: $at) { ... on SharedDocument { version } } }",
                new { ids = new[] { Personas.Id(draft), "nonsense", await OfficeAsync() }, at = asPublished })).GetProperty("nodes").GetRawText());

        await _personas.ActAsync("denmark", "withdrawDocument", "document", new { id = Personas.Id(draft), version = 4, reason = "Wrong." });
        Assert.Equal("null", await NodeAsync("observer", draft, asPublished));
    }

    private async Task<string?> TimeOfAsync(System.Text.Json.JsonElement document) =>
        (await _personas.SeeAsync("denmark", Personas.Id(document), "updatedAt")).GetProperty("updatedAt").GetString();

    private async Task<string> NodeAsync(string? persona, System.Text.Json.JsonElement document, string? at) => (await network.DataAsync(
        persona,
        "query($ids: [ID!]!, $at: DateTime) { nodes(ids: $ids, asOf: $at) { ... on SharedDocument { title version viewerCan } } }",
        new { ids = new[] { Personas.Id(document) }, at })).GetProperty("nodes")[0].GetRawText();

    private async Task<string> OfficeAsync() =>
        (await network.DataAsync("observer", """{ office(code: "DNK_FOCAL_POINT") { id } }""")).GetProperty("office").GetProperty("id").GetString()!;
}
