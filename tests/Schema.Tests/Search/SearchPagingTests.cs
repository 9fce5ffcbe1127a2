namespace R2P.Schema.Tests.Search;

/// <summary>What is found comes best first, page by page.</summary>
public sealed class SearchPagingTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly SearchDesk _desk = new(network);

    [Fact]
    public async Task Titles_count_for_more_than_texts_and_the_newer_of_equals_comes_first()
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, "In the text", "A zither was played.");
        await _desk.PublishAsync("ghana", Personas.ToMembers, "Zither of old");
        await _desk.PublishAsync("ghana", Personas.ToMembers, "Zither of new");

        Assert.Equal(["Zither of new", "Zither of old", "In the text"], await _desk.TitlesAsync("observer", "zither"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Pages_have_neither_gap_nor_repeat(int size)
    {
        var word = $"lute{size}";
        for (var i = 0; i < 7; i++)
        {
            await _desk.PublishAsync("ghana", Personas.ToMembers, $"{(i % 2 == 0 ? word : "Strings")} {i}", $"A {word}.");
        }

        Assert.Equal(await _desk.TitlesAsync("observer", word), await WalkAsync(word, size));
        Assert.Equal(7, (await _desk.TitlesAsync("observer", word)).Length);
    }

    [Fact]
    public async Task What_is_too_much_to_rank_follows_by_its_date_without_gap_or_repeat()
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, "The ocarina as such", "No more.");
        await _desk.AsOwnerAsync(
            """
            do $$ begin execute (
                select format('insert into r2p.practice (%1$s) select %2$s from r2p.practice p, generate_series(1, 1200) i where p.title = %3$L',
                    string_agg(quote_ident(column_name), ', '),
                    string_agg(case column_name
                        when 'id' then 'md5(i::text)::uuid'
                        when 'title' then '''Tune t'' || i'
                        when 'published_at' then 'p.published_at - i * interval ''1 minute'''
                        when 'body' then 'p.body || ''{"context": "An ocarina."}'''
                        else 'p.' || quote_ident(column_name) end, ', '),
                    'The ocarina as such')
                from information_schema.columns where table_schema = 'r2p' and table_name = 'practice' and is_generated = 'NEVER');
            end $$
            """);

        var walked = await WalkAsync("ocarina", 100);

        Assert.Equal(1_201, walked.Length);
        Assert.Equal(1_201, walked.Distinct().Count());
        Assert.Equal("The ocarina as such", walked[0]);
        Assert.Equal(Enumerable.Range(1, 1_200).Select(i => $"Tune t{i}"), walked[1..]);
        Assert.Equal(1_201, (await _desk.SearchAsync("observer", "ocarina", "totalCount", "first: 0")).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_cursor_of_another_search_is_refused()
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, "Bassoon and bagpipe");
        var cursor = (await _desk.SearchAsync("ghana", "bassoon", "pageInfo { endCursor }")).GetProperty("pageInfo").GetProperty("endCursor").GetString();

        Assert.StartsWith(
            "BAD_USER_INPUT Argument \"after\" is a cursor of another search", await _desk.RefusalAsync("bagpipe", $"after: \"{cursor}\""),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "BAD_USER_INPUT Argument \"after\" is not a cursor", await _desk.RefusalAsync("bassoon", $"after: \"{cursor}AAAA\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_narrow_the_list_the_total_and_the_facets()
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, "Cembalo one", tags: ["RF_01"]);
        await _desk.PublishAsync("denmark", Personas.ToMembers, "Cembalo two", tags: ["RF_01", "RF_02"], language: "fr");
        const string fields = "totalCount nodes { title } facets { tags { code name count } countries { code count } organizations { code } languages { language count } kinds { kind count } }";

        var all = await _desk.SearchAsync("observer", "cembalo", fields);
        var french = await _desk.SearchAsync("observer", "cembalo", fields, "first: 5, where: { language: { eq: \"fr\" } }");

        Assert.Equal(2, all.GetProperty("totalCount").GetInt32());
        Assert.Equal("""[{"code":"DNK","count":1},{"code":"GHA","count":1}]""", all.GetProperty("facets").GetProperty("countries").GetRawText());
        Assert.Equal("""[{"kind":"PRACTICE","count":2}]""", all.GetProperty("facets").GetProperty("kinds").GetRawText());
        Assert.Equal(1, french.GetProperty("totalCount").GetInt32());
        Assert.Equal("""[{"language":"fr","count":1}]""", french.GetProperty("facets").GetProperty("languages").GetRawText());
        Assert.Contains("\"code\":\"EU\"", french.GetProperty("facets").GetProperty("organizations").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["Cembalo one"], await _desk.TitlesAsync("observer", "cembalo", "countries: [\"GHA\"]"));
        Assert.Equal(["Cembalo one"], await _desk.TitlesAsync("observer", "cembalo", "regions: [\"AU\", \"WESTERN_AFRICA\"]"));
        Assert.Empty(await _desk.TitlesAsync("observer", "cembalo", "kinds: [LESSON]"));
    }

    private async Task<string[]> WalkAsync(string text, int size)
    {
        var titles = new List<string>();
        string? after = null;
        while (true)
        {
            var page = await _desk.SearchAsync(
                "observer", text, "nodes { title } pageInfo { hasNextPage endCursor }", $"first: {size}{(after is null ? "" : $", after: \"{after}\"")}");
            titles.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetString()!));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return [.. titles];
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }
}
