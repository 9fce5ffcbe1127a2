using System.Text.Json;

namespace R2P.Schema.Tests.Search;

/// <summary>A search as of a moment finds what stood then by its words of then, and shows it to those who may see that version now.</summary>
public sealed class SearchAsOfTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Found =
        """
        totalCount edges { node { title version viewerCan } highlights { pointer fragment } }
        facets { kinds { kind count } tags { code count } countries { code count } years { count } languages { language count } }
        """;

    private const string Nothing =
        """{"totalCount":0,"edges":[],"facets":{"kinds":[],"tags":[],"countries":[],"years":[],"languages":[]}}""";

    private readonly SearchDesk _desk = new(network);
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_document_is_found_marked_and_counted_by_its_words_of_then()
    {
        var published = await _desk.PublishAsync("denmark", Personas.ToMembers, "Windmill pact", "Millers met.", country: "DNK", tags: ["RF_01"]);
        var then = await TimeOfAsync("denmark", published);
        await _personas.ActAsync(
            "denmark",
            "revisePractice",
            "practice",
            new { id = Personas.Id(published), version = 3, title = "Lighthouse pact", whatWasDone = "Keepers met.", tags = new[] { "RF_02" } });

        Assert.Equal(
            """{"totalCount":1,"edges":[{"node":{"title":"Windmill pact","version":3,"viewerCan":[]},"highlights":[{"pointer":"/title","fragment":"<mark>Windmill</mark> pact"}]}]"""
            + ""","facets":{"kinds":[{"kind":"PRACTICE","count":1}],"tags":[{"code":"RF_01","count":1}],"countries":[{"code":"DNK","count":1}],"years":[{"count":1}],"languages":[{"language":"en","count":1}]}}""",
            await AsOfAsync("observer", "windmill", then));
        Assert.Contains("<mark>Millers</mark>", await AsOfAsync("observer", "millers", then), StringComparison.Ordinal);
        Assert.Equal(Nothing, await AsOfAsync("observer", "lighthouse", then));
        Assert.Equal(Nothing, await AsOfAsync("observer", "keepers", then));

        var later = await TimeOfAsync("denmark", published);
        Assert.Equal(Nothing, await AsOfAsync("observer", "windmill", later));
        Assert.Contains("\"title\":\"Lighthouse pact\",\"version\":4", await AsOfAsync("observer", "lighthouse", later), StringComparison.Ordinal);
        Assert.Empty(await _desk.TitlesAsync("observer", "windmill"));
    }

    [Fact]
    public async Task What_was_withdrawn_since_is_found_by_its_own_office_only()
    {
        var published = await _desk.PublishAsync("denmark", SearchDesk.ToPublic, "Sundial treaty");
        var then = await TimeOfAsync("denmark", published);
        Assert.Contains("\"totalCount\":1", await AsOfAsync(null, "sundial", then), StringComparison.Ordinal);

        await _personas.ActAsync("denmark", "withdrawDocument", "document", new { id = Personas.Id(published), version = 3, reason = "Wrong figures." });

        Assert.Equal(Nothing, await AsOfAsync(null, "sundial", then));
        Assert.Equal(Nothing, await AsOfAsync("observer", "sundial", then));
        Assert.Contains("\"totalCount\":1", await AsOfAsync("denmark", "sundial", then), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_the_list_of_then_shows_a_version_to_finds_it_and_nobody_else()
    {
        var draft = await _desk.ProposeAsync("ghana", "Lantern accord");
        var moments = new List<string> { await TimeOfAsync("ghana", draft) };
        var approved = await _personas.ActAsync("ghana", "approvePractice", "practice", Personas.Step(draft));
        var published = await _personas.ActAsync("ghana", "publishPractice", "practice", Personas.Step(approved, Personas.ToMembers));
        moments.Add(await TimeOfAsync("ghana", published));
        var narrowed = await _personas.ActAsync("ghana", "shareDocument", "document", Personas.Step(published, Personas.ToAfrica));
        moments.Add(await TimeOfAsync("ghana", narrowed));
        await _personas.ActAsync("ghana", "shareDocument", "document", Personas.Step(narrowed, SearchDesk.ToPublic));
        moments.Add(await TimeOfAsync("ghana", narrowed));

        var seen = new List<string>();
        foreach (var persona in SampleNetwork.SamplePersonas.Names.Append(null))
        {
            var (found, listed) = ("", "");
            foreach (var moment in moments)
            {
                var answer = await network.DataAsync(
                    persona,
                    """
                    query($at: DateTime!) {
                      search(text: "lantern", asOf: $at) { totalCount nodes { id ...on Practice { version } } }
                      practices(asOf: $at, where: { title: { startsWith: "Lantern" } }) { totalCount nodes { id version } } }
                    """,
                    new { at = moment });
                found += answer.GetProperty("search").GetRawText();
                listed += answer.GetProperty("practices").GetRawText();
                seen.Add($"{persona} {answer.GetProperty("search").GetProperty("totalCount").GetInt32()}");
            }

            Assert.Equal(listed, found);
        }

        Assert.Equal(["ghana 1", "ghana 1", "ghana 1", "ghana 1"], seen.Where(line => line.StartsWith("ghana", StringComparison.Ordinal)));
        Assert.Equal(["denmark 0", "denmark 1", "denmark 0", "denmark 1"], seen.Where(line => line.StartsWith("denmark", StringComparison.Ordinal)));
        Assert.Equal([" 0", " 0", " 0", " 1"], seen.Where(line => line.StartsWith(' ')));
    }

    [Fact]
    public async Task A_version_whose_readers_were_taken_away_or_that_is_gone_is_found_no_more()
    {
        var published = await _desk.PublishAsync("denmark", Personas.ToMembers, "Compass charter");
        var then = await TimeOfAsync("denmark", published);
        await _personas.ActAsync("denmark", "revisePractice", "practice", new { id = Personas.Id(published), version = 3, title = "Anchor charter" });

        await _desk.AsOwnerAsync("update r2p.revision set expires_at = now() - interval '1 second' where document_id = $1", SearchDesk.KeyOf(published));
        Assert.Equal(Nothing, await AsOfAsync("observer", "compass", then));
        Assert.Contains("\"totalCount\":1", await AsOfAsync("denmark", "compass", then), StringComparison.Ordinal);

        await _desk.AsOwnerAsync("delete from r2p.revision where document_id = $1", SearchDesk.KeyOf(published));
        Assert.Equal(Nothing, await AsOfAsync("denmark", "compass", then));
    }

    [Fact]
    public async Task Pages_of_a_moment_follow_each_other_and_are_no_pages_of_another()
    {
        foreach (var place in new[] { "east", "north", "west" })
        {
            await _desk.ProposeAsync("ghana", $"Harvest in the {place}");
        }

        var then = await TimeOfAsync("ghana", await _desk.ProposeAsync("ghana", "Something else"));
        var first = await _desk.SearchAsync("ghana", "harvest", "nodes { title } pageInfo { endCursor hasNextPage }", $"first: 2, asOf: \"{then}\"");
        var cursor = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();

        Assert.True(first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Single(await _desk.TitlesAsync("ghana", "harvest", $"first: 2, asOf: \"{then}\", after: \"{cursor}\""));
        Assert.StartsWith(
            "BAD_USER_INPUT Argument \"after\" is a cursor of another search",
            await _desk.RefusalAsync("harvest", $"after: \"{cursor}\""),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2999-01-01T00:00:00Z", "BAD_USER_INPUT Argument \"asOf\" lies in the future")]
    [InlineData("2001-01-01T00:00:00Z", "BAD_USER_INPUT Argument \"asOf\" lies before the network's beginning")]
    public async Task A_moment_that_is_not_in_the_network_s_past_is_refused(string moment, string message) =>
        Assert.StartsWith(message, await _desk.RefusalAsync("anything", $"asOf: \"{moment}\""), StringComparison.Ordinal);

    private async Task<string> AsOfAsync(string? persona, string text, string moment) =>
        (await _desk.SearchAsync(persona, text, Found, $"first: 10, asOf: \"{moment}\"")).GetRawText();

    private async Task<string> TimeOfAsync(string owner, JsonElement document) =>
        (await _personas.SeeAsync(owner, Personas.Id(document), "updatedAt")).GetProperty("updatedAt").GetString()!;
}
