using System.Text.Json;
using Npgsql;
using R2P.GraphQL;

namespace R2P.Schema.Tests.Lessons;

public sealed class LessonLifeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Case = "id version status ... on Lesson { sourceCase { id version countries whatHappened source { document paragraphs } } }";
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_lesson_travels_without_its_case()
    {
        var draft = await DraftAsync("kenya");
        Assert.Equal(("DRAFT", 1), Personas.State(draft));
        var published = await _personas.ActAsync("kenya", "publishLesson", "lesson", new
        {
            id = Personas.Id(draft), version = 1, audience = Personas.ToMembers, sourceCaseAudience = Personas.ToAfrica,
        });
        var (lesson, source) = (Personas.Id(published), Personas.Id(draft.GetProperty("sourceCase")));

        Assert.Equal(("PUBLISHED", 2), Personas.State(published));
        Assert.Equal(JsonValueKind.Null, (await _personas.SeeAsync("observer", lesson, Case)).GetProperty("sourceCase").ValueKind);
        Assert.Equal(
            """{"countries":["KEN"],"whatHappened":"Violence was averted.","source":{"document":"SG_REPORT_2016","paragraphs":[33,55]}}""",
            (await _personas.SeeAsync("au-desk", lesson, "... on Lesson { sourceCase { countries whatHappened source { document paragraphs } } }"))
                .GetProperty("sourceCase").GetRawText());
        Assert.False(await SeesCaseAsync("observer", source));
        Assert.True(await SeesCaseAsync("au-desk", source));
        Assert.Equal((0, 1), (await CountFromKenyaAsync("observer", lesson), await CountFromKenyaAsync("au-desk", lesson)));
    }

    [Fact]
    public async Task Without_an_audience_of_its_own_the_case_stays_in_the_office_until_it_is_shared()
    {
        var draft = await DraftAsync("ghana");
        var lesson = await _personas.ActAsync("ghana", "publishLesson", "lesson", Personas.Step(draft, Personas.ToMembers), Case);
        Assert.False(await SeesCaseAsync("au-desk", Personas.Id(lesson.GetProperty("sourceCase"))));

        var shared = await _personas.ActAsync(
            "ghana", "shareSourceCase", "lesson", Personas.Step(lesson.GetProperty("sourceCase"), Personas.ToAfrica), Case);

        Assert.True(await SeesCaseAsync("au-desk", Personas.Id(lesson.GetProperty("sourceCase"))));
        Assert.Equal(("PUBLISHED", 2), Personas.State(shared));
        Assert.Equal(2, shared.GetProperty("sourceCase").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_change_of_the_case_leaves_no_trace_for_those_who_read_only_the_lesson()
    {
        const string everything = "version updatedAt revisions { totalCount } events { nodes { type } } ... on Lesson { title sourceCase { id } }";
        var draft = await DraftAsync("ghana");
        var lesson = await _personas.ActAsync("ghana", "publishLesson", "lesson", Personas.Step(draft, Personas.ToMembers), Case);
        var before = (await _personas.SeeAsync("observer", Personas.Id(lesson), everything)).GetRawText();

        var revised = await _personas.ActAsync("ghana", "reviseSourceCase", "lesson", new
        {
            id = Personas.Id(lesson.GetProperty("sourceCase")), version = 1, whatHappened = "More than was known.", reason = "New facts",
        }, Case);

        Assert.Equal("More than was known.", revised.GetProperty("sourceCase").GetProperty("whatHappened").GetString());
        Assert.Equal(before, (await _personas.SeeAsync("observer", Personas.Id(lesson), everything)).GetRawText());
        Assert.Contains("SOURCE_CASE_REVISED", (await _personas.SeeAsync("ghana", Personas.Id(lesson), everything)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_lesson_is_corrected_in_place_and_found_by_its_years_and_tags()
    {
        var draft = await DraftAsync("denmark");
        var published = await _personas.ActAsync("denmark", "publishLesson", "lesson", Personas.Step(draft, Personas.ToMembers));
        await _personas.ActAsync("denmark", "reviseLesson", "lesson", new
        {
            id = Personas.Id(published), version = 2, period = "spring 1874 to 1875", lessons = new[] { new { text = "Later.", tags = new[] { "RF_09" } } },
        });

        var data = await network.DataAsync(
            "observer",
            """
            { lessons(where: { periodFrom: { gte: 1874 }, periodTo: { lte: 1875 }, lessonTags: { some: { eq: "RF_09" } } }) {
              nodes { period periodFrom periodTo status version lessons { text tags } } } }
            """);

        Assert.Equal(
            """{"period":"spring 1874 to 1875","periodFrom":1874,"periodTo":1875,"status":"PUBLISHED","version":3,"lessons":[{"text":"Later.","tags":["RF_09"]}]}""",
            Assert.Single(data.GetProperty("lessons").GetProperty("nodes").EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task A_lesson_is_published_once_and_by_those_who_decide()
    {
        var published = await _personas.ActAsync(
            "ghana", "publishLesson", "lesson", Personas.Step(await DraftAsync("ghana"), Personas.ToMembers));
        var draft = await DraftAsync("civil-society-kenya");

        var twice = await _personas.RefusalAsync("ghana", "publishLesson", "lesson", Personas.Step(published, Personas.ToMembers));
        var contributor = await _personas.RefusalAsync("civil-society-kenya", "publishLesson", "lesson", Personas.Step(draft, Personas.ToMembers));
        var stranger = await _personas.RefusalAsync("ghana", "publishLesson", "lesson", Personas.Step(draft, Personas.ToMembers));
        var reader = await _personas.RefusalAsync("kenya", "reviseLesson", "lesson", Personas.Step(published));

        Assert.Equal("publishLesson is not possible in the state PUBLISHED, only in DRAFT.", twice.GetProperty("message").GetString());
        Assert.Equal("NOT_ALLOWED", contributor.GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", stranger.GetProperty("code").GetString());
        Assert.Equal("NOT_ALLOWED", reader.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_case_of_a_draft_is_not_shared_and_a_bad_audience_of_it_is_named()
    {
        var draft = await DraftAsync("ghana");

        var early = await _personas.RefusalAsync(
            "ghana", "shareSourceCase", "lesson", Personas.Step(draft.GetProperty("sourceCase"), Personas.ToAfrica));
        var bad = await _personas.RefusalAsync("ghana", "publishLesson", "lesson", new
        {
            id = Personas.Id(draft), version = 1, audience = Personas.ToMembers, sourceCaseAudience = new { kind = "REGION" },
        });

        Assert.Equal("shareSourceCase is not possible in the state DRAFT, only in PUBLISHED, UNCONFIRMED.", early.GetProperty("message").GetString());
        Assert.Equal("""["input","sourceCaseAudience"]""", bad.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task Withdrawing_a_lesson_takes_its_case_back()
    {
        var draft = await DraftAsync("ghana");
        var published = await _personas.ActAsync("ghana", "publishLesson", "lesson", new
        {
            id = Personas.Id(draft), version = 1, audience = Personas.ToMembers, sourceCaseAudience = Personas.ToMembers,
        });
        Assert.True(await SeesCaseAsync("observer", Personas.Id(draft.GetProperty("sourceCase"))));

        await _personas.ActAsync(
            "ghana", "withdrawDocument", "document", new { id = Personas.Id(published), version = 2, reason = "Names came to light" });

        Assert.False(await SeesCaseAsync("observer", Personas.Id(draft.GetProperty("sourceCase"))));
        Assert.False(await _personas.SeesAsync("observer", Personas.Id(published)));
        Assert.True(await SeesCaseAsync("ghana", Personas.Id(draft.GetProperty("sourceCase"))));
    }

    [Fact]
    public async Task Erasing_a_lesson_erases_its_case_and_what_the_case_was()
    {
        var draft = await DraftAsync("ghana");
        var source = Personas.Id(draft.GetProperty("sourceCase"));
        await _personas.ActAsync("ghana", "reviseSourceCase", "lesson", new { id = source, version = 1, whatHappened = "Otherwise." });

        Assert.True(await ScalarAsync<bool>("select r2p.erase_document($1, 'At the request of those named')", Personas.Id(draft)));

        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from r2p.source_case where id = $1", source));
        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from r2p.revision where document_id = $1", source));
    }

    private async Task<T> ScalarAsync<T>(string sql, string id)
    {
        Assert.True(NodeId.TryParse(id, out var node));
        await using var database = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = node.Id });
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private Task<JsonElement> DraftAsync(string persona) => _personas.ActAsync(
        persona,
        "draftLesson",
        "lesson",
        new
        {
            title = "Act together, act early",
            scope = "Prevention before elections",
            period = "2013",
            lessons = new[] { new { text = "Modest means, in time.", tags = new[] { "RF_01" } } },
            sourceCase = new
            {
                countries = new[] { "KEN" },
                whatHappened = "Violence was averted.",
                source = new { document = "SG_REPORT_2016", paragraphs = new[] { 33, 55 } },
            },
        },
        Case);

    private async Task<bool> SeesCaseAsync(string persona, string id) => (await network.DataAsync(
        persona, "query($id: ID!) { node(id: $id) { id } }", new { id })).GetProperty("node").ValueKind != JsonValueKind.Null;

    private async Task<int> CountFromKenyaAsync(string persona, string lesson) => (await network.DataAsync(
        persona,
        "query($id: ID!) { lessons(countries: [\"KEN\", \"GHA\"], where: { id: { eq: $id } }) { nodes { id } totalCount } }",
        new { id = lesson })).GetProperty("lessons").GetProperty("totalCount").GetInt32();
}
