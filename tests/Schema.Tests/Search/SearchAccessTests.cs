using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;

namespace R2P.Schema.Tests.Search;

/// <summary>A search finds what its viewer may see, at once, and tells nothing of the rest.</summary>
public sealed class SearchAccessTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Everything =
        """
        totalCount pageInfo { hasNextPage } edges { cursor node { id title } highlights { pointer fragment } }
        facets {
          kinds { kind count } tags { code name count } countries { code name count } regions { code name count }
          organizations { code name count } years { year count } languages { language count }
        }
        """;

    private readonly SearchDesk _desk = new(network);
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_draft_is_found_by_its_own_office_only()
    {
        await _desk.ProposeAsync("ghana", "Unsaid thornbush");

        Assert.Equal(["Unsaid thornbush"], await _desk.TitlesAsync("ghana", "thornbush"));
        foreach (var persona in SampleNetwork.SamplePersonas.Names.Where(name => name != "ghana").Append(null))
        {
            Assert.Equal(NothingFound, (await _desk.SearchAsync(persona, "thornbush", Everything)).GetRawText());
        }
    }

    [Fact]
    public async Task What_is_shared_anew_or_withdrawn_is_followed_at_once()
    {
        var document = await _desk.PublishAsync("ghana", Personas.ToMembers, "Wandering ember");
        Assert.Equal((1, 1, 0), await SeenAsync("ember"));

        var narrowed = await _personas.ActAsync("ghana", "shareDocument", "document", Personas.Step(document, Personas.ToAfrica));
        Assert.Equal((0, 1, 0), await SeenAsync("ember"));

        var widened = await _personas.ActAsync("ghana", "shareDocument", "document", Personas.Step(narrowed, SearchDesk.ToPublic));
        Assert.Equal((1, 1, 1), await SeenAsync("ember"));

        await _personas.ActAsync("ghana", "withdrawDocument", "document", new { id = Personas.Id(widened), version = 5, reason = "No longer true" });
        Assert.Equal((0, 0, 0), await SeenAsync("ember"));
        Assert.Equal(["Wandering ember"], await _desk.TitlesAsync("ghana", "ember"));
    }

    [Fact]
    public async Task What_has_expired_is_found_by_its_owner_only()
    {
        var document = await _desk.PublishAsync("ghana", Personas.ToMembers, "Passing comet");
        await _desk.AsOwnerAsync(
            "update r2p.practice set expires_at = now() - interval '1 second', version = version + 1 where id = $1", SearchDesk.KeyOf(document));

        Assert.Equal((0, 0, 0), await SeenAsync("comet"));
        Assert.Equal(["Passing comet"], await _desk.TitlesAsync("ghana", "comet"));
    }

    [Fact]
    public async Task What_was_corrected_is_found_by_its_new_words()
    {
        var document = await _desk.PublishAsync("ghana", Personas.ToMembers, "Old palimpsest");
        await _personas.ActAsync("ghana", "revisePractice", "practice", new { id = Personas.Id(document), version = 3, title = "New vellum" });

        Assert.Empty(await _desk.TitlesAsync("ghana", "palimpsest"));
        Assert.Equal(["New vellum"], await _desk.TitlesAsync("observer", "vellum"));
    }

    [Fact]
    public async Task What_was_erased_leaves_no_word()
    {
        var document = await _desk.PublishAsync("ghana", Personas.ToMembers, "Burnt marginalia");
        await _desk.AsOwnerAsync("select r2p.erase_document($1, 'test')", SearchDesk.KeyOf(document));

        Assert.Equal(NothingFound, (await _desk.SearchAsync("ghana", "marginalia", Everything)).GetRawText());
    }

    [Fact]
    public async Task The_case_behind_a_lesson_is_not_searched()
    {
        await _personas.ActAsync("ghana", "draftLesson", "lesson", new
        {
            title = "Act early", scope = "Prevention", period = "2013", lessons = new[] { new { text = "In time." } },
            sourceCase = new { countries = new[] { "KEN" }, whatHappened = "A quandary of isinglass.", source = new { document = "SG_REPORT_2016" } },
        });

        Assert.Equal(NothingFound, (await _desk.SearchAsync("ghana", "isinglass", Everything)).GetRawText());
    }

    [Fact]
    public async Task What_is_found_of_restricted_documents_is_on_record()
    {
        var document = await _desk.PublishAsync("ghana", new { kind = "NAMED", organizations = new[] { "AU" } }, "Sealed astrolabe");
        await _desk.SearchAsync("au-desk", "astrolabe", "edges { highlights { fragment } }");

        Assert.Equal(1L, await _desk.ScalarAsync("select count(*) from r2p.reading where document_ids @> array[$1::uuid]", SearchDesk.KeyOf(document)));
    }

    [Theory]
    [InlineData("kenya")]
    [InlineData("observer")]
    [InlineData(null)]
    public async Task Every_answer_is_that_of_a_database_without_what_is_hidden(string? persona)
    {
        var own = new NetworkFixture(network.Postgres);
        await own.InitializeAsync();
        await using var _ = own;
        var desk = new SearchDesk(own);
        await FillAsync(desk);
        string[] texts = ["peace council", "council or peace or prevention", "council -drum", "\"peace councils\"", "Kenya", "counc*", "平安"];

        var before = await AnswersAsync(desk, persona, texts);
        Assert.True(await HideAsync(own, desk, persona) > 5);
        var after = await AnswersAsync(desk, persona, texts);

        Assert.Equal(after, before);
        Assert.Contains(before, answer => !answer.Contains("\"totalCount\":0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row_level_security_alone_gives_the_same_answers()
    {
        await FillAsync(_desk);
        await using var unguarded = NetworkFixture.Compose(network.Database.Options with { ApplyPredicate = false });
        const string query = $$"""{ search(text: "peace or council or Kenya", first: 100) { {{Everything}} } }""";

        foreach (var persona in SampleNetwork.SamplePersonas.Names.Append(null))
        {
            var result = await unguarded.GetRequiredService<IOperationExecutor>()
                .ExecuteAsync(NetworkFixture.Request(persona, query, null), TestContext.Current.CancellationToken);
            Assert.Equal((await network.AskAsync(persona, query)).ToString(), NetworkFixture.Read(result).ToString());
        }
    }

    [Fact]
    public async Task A_kind_that_comes_later_is_searched_from_its_beginning()
    {
        var database = await network.Postgres.CreateDatabaseAsync(R2P.Documents.MigrationSource.FromAssembly(typeof(SchemaServices).Assembly));
        await using var source = Npgsql.NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            """
            create table r2p.memo (like r2p.practice);
            alter table r2p.memo drop column is_restricted;
            select r2p.make_document_table('memo', 'MEMO');
            insert into r2p.memo (id, owner_id, readers, version, status, language, created_at, updated_at, title, tags, author_ids, audience,
                translations, consulted, policy_option, pillar, tools, body)
            values (gen_random_uuid(), gen_random_uuid(), '{public}', 1, 'DRAFT', 'en', now(), now(), 'Dragoman', '{}', '{}', '{}', '[]', '[]', '', '', '{}',
                '{"notes": [{"text": "A marzipan siege"}]}');
            select count(*) from r2p.search_text where kind = 'MEMO' and words @@ to_tsquery('english', 'dragomans & marzipans') and readers = '{public}'
            """);

        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.NextResultAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1L, reader.GetInt64(0));
    }

    private const string NothingFound =
        """{"totalCount":0,"pageInfo":{"hasNextPage":false},"edges":[],"facets":{"kinds":[],"tags":[],"countries":[],"regions":[],"organizations":[],"years":[],"languages":[]}}""";

    private async Task<(int Observer, int Desk, int Anyone)> SeenAsync(string text) => (
        (await _desk.TitlesAsync("observer", text)).Length, (await _desk.TitlesAsync("au-desk", text)).Length, (await _desk.TitlesAsync(null, text)).Length);

    private static async Task FillAsync(SearchDesk desk)
    {
        object[] audiences = [SearchDesk.ToPublic, Personas.ToMembers, Personas.ToAfrica, new { kind = "NATIONAL" }];
        string[] owners = ["ghana", "kenya", "denmark"];
        for (var i = 0; i < 8; i++)
        {
            await desk.PublishAsync(
                owners[i % 3],
                audiences[i / 2],
                $"Peace councils {i}",
                i % 2 == 0 ? "Councils kept the peace by drum. 平安" : "A council for prevention.",
                i % 4 == 0 ? "en" : "fr",
                tags: i % 2 == 0 ? ["RF_01", "SECURITY_SECTOR"] : ["RF_02"]);
            await desk.ProposeAsync(owners[i % 3], $"Draft of a peace council {i}");
        }
    }

    private static async Task<string[]> AnswersAsync(SearchDesk desk, string? persona, string[] texts)
    {
        var answers = new List<string>();
        foreach (var text in texts)
        {
            foreach (var arguments in new[] { "first: 100", "first: 2", "first: 100, kinds: [PRACTICE], where: { language: { eq: \"fr\" } }", "first: 3, regions: [\"AFRICA\"]" })
            {
                answers.Add((await desk.SearchAsync(persona, text, Everything, arguments)).GetRawText());
            }
        }

        return [.. answers];
    }

    /// <summary>Deletes what the persona may not see.</summary>
    private static async Task<int> HideAsync(NetworkFixture own, SearchDesk desk, string? persona)
    {
        var viewer = await own.Services.GetRequiredService<ViewerDirectory>()
            .FindAsync(NetworkFixture.Principal(persona), TestContext.Current.CancellationToken);
        var hidden = 0;
        foreach (var table in new[] { "r2p.source_case", "r2p.assessment", "r2p.practice", "r2p.lesson" })
        {
            hidden += await desk.AsOwnerAsync($"delete from {table} where not readers && $1", (object)viewer.Tokens.ToArray());
        }

        return hidden;
    }
}
