using System.Text.Json;

namespace R2P.Schema.Tests.SavedFilters;

public sealed class SavedFilterTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Mine = "{ savedFilters { id name kinds tags unseen unseenChanges { type document { title } } } }";

    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_filter_tells_what_it_has_found_until_that_was_seen()
    {
        var filter = await SaveAsync("observer", new { name = "Practices by title", kinds = new[] { "PRACTICE" }, titleContains = "saved filter" });
        await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "Found by a saved filter");
        await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "Another title");
        await _personas.ProposeAsync("denmark", "A draft for no saved filter");

        var found = await FindAsync("observer", "Practices by title");
        Assert.Equal(1, found.GetProperty("unseen").GetInt32());
        Assert.Equal(
            """[{"type":"PRACTICE_PUBLISHED","document":{"title":"Found by a saved filter"}}]""", found.GetProperty("unseenChanges").GetRawText());

        await ActAsync("observer", "markFilterSeen", "MarkFilterSeenInput", new { id = Personas.Id(filter) });
        Assert.Equal(0, (await FindAsync("observer", "Practices by title")).GetProperty("unseen").GetInt32());
    }

    [Fact]
    public async Task What_came_after_the_answer_that_was_seen_stays_unseen()
    {
        var filter = await SaveAsync("observer", new { name = "Seen up to", titleContains = "seen in time" });
        var shown = (await network.DataAsync("observer", "{ changeCursor }")).GetProperty("changeCursor").GetString();
        await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "Not seen in time");

        await ActAsync("observer", "markFilterSeen", "MarkFilterSeenInput", new { id = Personas.Id(filter), upTo = shown });

        Assert.Equal(1, (await FindAsync("observer", "Seen up to")).GetProperty("unseen").GetInt32());
        var refused = await ActAsync("observer", "markFilterSeen", "MarkFilterSeenInput", new { id = Personas.Id(filter), upTo = "nonsense" });
        Assert.Equal("""["input","upTo"]""", Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task What_is_counted_is_what_is_shown_whatever_a_filter_narrows()
    {
        object[] filters =
        [
            new { name = "All" },
            new { name = "Kinds", kinds = new[] { "PRACTICE", "ASSESSMENT" } },
            new { name = "States", statuses = new[] { "PUBLISHED" } },
            new { name = "Tags", tags = new[] { "TOOL_COMMUNITY_ENGAGEMENT" } },
            new { name = "Languages", languages = new[] { "fr" } },
            new { name = "Titles", kinds = new[] { "PRACTICE" }, titleContains = "100% _counted" },
        ];
        foreach (var filter in filters)
        {
            await SaveAsync("au-desk", filter);
        }

        await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "It is 100% _counted");
        var recalled = await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "Taken back");
        await _personas.ActAsync("denmark", "withdrawDocument", "document", new { id = Personas.Id(recalled), version = 3, reason = "No" });
        await _personas.ProposeAsync("denmark", "Hidden");

        var mine = (await network.DataAsync("au-desk", "{ savedFilters { name unseen unseenChanges(first: 100) { type } } }")).GetProperty("savedFilters");
        Assert.All(
            mine.EnumerateArray(), filter => Assert.Equal(filter.GetProperty("unseenChanges").GetArrayLength(), filter.GetProperty("unseen").GetInt32()));
        Assert.Contains(mine.EnumerateArray(), filter => filter.GetProperty("name").GetString() == "Titles" && filter.GetProperty("unseen").GetInt32() > 0);
    }

    [Fact]
    public async Task A_filter_that_is_saved_many_times_at_once_is_one()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SaveAsync("costa-rica", new { name = "In a hurry" })));

        Assert.Single(saved.Select(Personas.Id).Distinct());
    }

    [Fact]
    public async Task A_digest_ends_with_the_last_that_it_tells_of()
    {
        await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "The last of a digest");
        const string digest = "query($since: DateTime!) { digest(since: $since) { until counts { count } } }";
        var first = (await network.DataAsync("kenya", digest, new { since = "2000-01-01T00:00:00Z" })).GetProperty("digest");

        var next = (await network.DataAsync("kenya", digest, new { since = first.GetProperty("until").GetString() })).GetProperty("digest");

        Assert.Equal("[]", next.GetProperty("counts").GetRawText());
        Assert.Equal(first.GetProperty("until").GetString(), next.GetProperty("until").GetString());
    }

    [Fact]
    public async Task A_filter_is_its_owners_alone_and_can_be_deleted()
    {
        var filter = await SaveAsync("ghana", new { name = "Mine" });

        var foreign = await ActAsync("kenya", "deleteFilter", "SavedFilterInput", new { id = Personas.Id(filter) });
        Assert.Equal("NOT_FOUND", Assert.Single(foreign.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.DoesNotContain(
            (await network.DataAsync("kenya", Mine)).GetProperty("savedFilters").EnumerateArray(), other => Personas.Id(other) == Personas.Id(filter));

        await ActAsync("ghana", "deleteFilter", "SavedFilterInput", new { id = Personas.Id(filter) });
        Assert.DoesNotContain(
            (await network.DataAsync("ghana", Mine)).GetProperty("savedFilters").EnumerateArray(), other => Personas.Id(other) == Personas.Id(filter));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_filter_is_said_at_once()
    {
        var refused = await ActAsync("ghana", "saveFilter", "SaveFilterInput", new { name = " ", tags = new[] { "NO_SUCH_CODE" } });

        Assert.Equal(
            ["""["input","name"]""", """["input","tags","0"]"""],
            refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetRawText()));
    }

    [Fact]
    public async Task A_digest_tells_what_happened_since_a_moment_and_what_the_filters_found()
    {
        await SaveAsync("eu-desk", new { name = "For the digest", titleContains = "digest" });
        var since = (await network.DataAsync("eu-desk", "{ digest(since: \"2000-01-01T00:00:00Z\") { until } }"))
            .GetProperty("digest").GetProperty("until").GetString();
        var published = await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "Told by a digest");

        var digest = (await network.DataAsync(
            "eu-desk",
            "query($since: DateTime!) { digest(since: $since) { counts { type count } documents { changes document { id title } } savedFilters { name unseen } inbox { totalCount } } }",
            new { since })).GetProperty("digest");

        Assert.Contains("""{"type":"PRACTICE_PUBLISHED","count":1}""", digest.GetProperty("counts").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(digest.GetProperty("documents").EnumerateArray(), entry => Personas.Id(entry.GetProperty("document")) == Personas.Id(published));
        Assert.Contains("""{"name":"For the digest","unseen":1}""", digest.GetProperty("savedFilters").GetRawText(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> SaveAsync(string persona, object input) =>
        (await ActAsync(persona, "saveFilter", "SaveFilterInput", input)).GetProperty("filter");

    private async Task<JsonElement> ActAsync(string persona, string act, string type, object input) => (await network.DataAsync(
        persona, $"mutation($input: {type}!) {{ {act}(input: $input) {{ filter {{ id name }} errors {{ code message path }} }} }}",
        new { input })).GetProperty(act);

    private async Task<JsonElement> FindAsync(string persona, string name) => (await network.DataAsync(persona, Mine)).GetProperty("savedFilters")
        .EnumerateArray().Single(filter => filter.GetProperty("name").GetString() == name);
}
