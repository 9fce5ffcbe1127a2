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

        await ActAsync("observer", "markFilterSeen", "SavedFilterInput", new { id = Personas.Id(filter) });
        Assert.Equal(0, (await FindAsync("observer", "Practices by title")).GetProperty("unseen").GetInt32());
    }

    [Fact]
    public async Task A_filter_is_its_owners_alone_and_can_be_deleted()
    {
        var filter = await SaveAsync("ghana", new { name = "Mine" });

        var foreign = await ActAsync("kenya", "deleteFilter", "SavedFilterInput", new { id = Personas.Id(filter) });
        Assert.Equal("NOT_FOUND", Assert.Single(foreign.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.DoesNotContain((await network.DataAsync("kenya", Mine)).GetProperty("savedFilters").EnumerateArray(), other => Personas.Id(other) == Personas.Id(filter));

        await ActAsync("ghana", "deleteFilter", "SavedFilterInput", new { id = Personas.Id(filter) });
        Assert.DoesNotContain((await network.DataAsync("ghana", Mine)).GetProperty("savedFilters").EnumerateArray(), other => Personas.Id(other) == Personas.Id(filter));
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
        var since = (await network.DataAsync("eu-desk", "{ digest(since: \"2000-01-01T00:00:00Z\") { until } }")).GetProperty("digest").GetProperty("until").GetString();
        var published = await _personas.PublishPracticeAsync("denmark", Personas.ToMembers, "Told by a digest");

        var digest = (await network.DataAsync(
            "eu-desk",
            "query($since: DateTime!) { digest(since: $since) { counts { type count } documents { changes document { id title } } savedFilters { name unseen } inbox { totalCount } } }",
            new { since })).GetProperty("digest");

        Assert.Contains("""{"type":"PRACTICE_PUBLISHED","count":1}""", digest.GetProperty("counts").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(digest.GetProperty("documents").EnumerateArray(), entry => Personas.Id(entry.GetProperty("document")) == Personas.Id(published));
        Assert.Contains("""{"name":"For the digest","unseen":1}""", digest.GetProperty("savedFilters").GetRawText(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> SaveAsync(string persona, object input) => (await ActAsync(persona, "saveFilter", "SaveFilterInput", input)).GetProperty("filter");

    private async Task<JsonElement> ActAsync(string persona, string act, string type, object input) => (await network.DataAsync(
        persona, $"mutation($input: {type}!) {{ {act}(input: $input) {{ filter {{ id name }} errors {{ code message path }} }} }}", new { input })).GetProperty(act);

    private async Task<JsonElement> FindAsync(string persona, string name) => (await network.DataAsync(persona, Mine)).GetProperty("savedFilters")
        .EnumerateArray().Single(filter => filter.GetProperty("name").GetString() == name);
}
