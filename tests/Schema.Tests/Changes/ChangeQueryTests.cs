using System.Text.Json;

namespace R2P.Schema.Tests.Changes;

public sealed class ChangeQueryTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Page =
        "query($after: Cursor!, $first: Int) { changes(after: $after, first: $first) { totalCount nodes { cursor type version kind documentId by { party { code } } document { id title } } pageInfo { hasNextPage endCursor } } }";

    private readonly Desk _desk = new(network);

    [Fact]
    public async Task A_client_that_asks_gets_page_by_page_what_happened_after_its_cursor()
    {
        var after = await CursorAsync("au-desk");
        for (var i = 1; i <= 5; i++)
        {
            await _desk.PublishNewAsync("ghana", $"Page {i}", Desk.ToAfrica);
        }

        var told = new List<string>();
        var sizes = new List<int>();
        for (var hasNext = true; hasNext;)
        {
            var page = (await network.DataAsync("au-desk", Page, new { after, first = 2 })).GetProperty("changes");
            told.AddRange(page.GetProperty("nodes").EnumerateArray().Select(Listener.Words));
            sizes.Add(page.GetProperty("totalCount").GetInt32());
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
            hasNext = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
        }

        Assert.Equal(Enumerable.Range(1, 5).Select(i => $"ASSESSMENT_PUBLISHED 4 by GHA: Page {i}"), told);
        Assert.Equal([5, 3, 1], sizes);
    }

    [Fact]
    public async Task The_query_and_the_subscription_have_the_same_cursors()
    {
        var after = await CursorAsync("au-desk");
        await _desk.PublishNewAsync("ghana", "First", Desk.ToAfrica);
        await _desk.PublishNewAsync("ghana", "Second", Desk.ToAfrica);
        var page = (await network.DataAsync("au-desk", Page, new { after, first = 1 })).GetProperty("changes");

        await using var listener = await Listener.StartAsync(
            network, "au-desk", $"""changes(after: "{page.GetProperty("nodes")[0].GetProperty("cursor").GetString()}")""");

        Assert.Equal(["ASSESSMENT_PUBLISHED 4 by GHA: Second"], await listener.NextAsync(1));
    }

    [Theory]
    [InlineData("denmark")]
    [InlineData("observer")]
    [InlineData("auditor")]
    [InlineData(null)]
    public async Task Others_get_the_answer_of_a_network_in_which_nothing_happened(string? persona)
    {
        var after = await CursorAsync(persona);
        await _desk.PublishNewAsync("ghana", "Hidden", Desk.ToAfrica);

        var answer = await network.DataAsync(persona, Page, new { after });

        Assert.Equal(
            """{"changes":{"totalCount":0,"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}}""", answer.GetRawText());
    }

    [Fact]
    public async Task The_cursor_of_now_is_different_each_time() =>
        Assert.NotEqual(await CursorAsync("ghana"), await CursorAsync("ghana"));

    [Fact]
    public async Task A_fabricated_cursor_is_refused()
    {
        var answer = await network.AskAsync("ghana", Page, new { after = "5" });

        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("Argument \"after\" is not a cursor of a change that this service told.", error.GetProperty("message").GetString());
        Assert.Equal("""["changes"]""", error.GetProperty("path").GetRawText());
        Assert.Equal("BAD_USER_INPUT", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_page_has_its_bounds()
    {
        var answer = await network.AskAsync("ghana", Page, new { after = await CursorAsync("ghana"), first = 101 });

        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("Argument \"first\" must be between 0 and 100, but is 101.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Each_document_tells_its_own_events_to_those_who_may_know_of_them()
    {
        const string events =
            "query($ids: [ID!]!) { nodes(ids: $ids) { ... on SharedDocument { events(first: 2) { totalCount nodes { type } pageInfo { endCursor hasNextPage } } } } }";
        string[] ids =
        [
            await _desk.PublishNewAsync("ghana", "One", Desk.ToAfrica), await _desk.PublishNewAsync("ghana", "Two", Desk.ToAfrica),
        ];

        var own = (await network.DataAsync("ghana", events, new { ids })).GetProperty("nodes");
        var desks = (await network.DataAsync("au-desk", events, new { ids })).GetProperty("nodes");

        Assert.All(own.EnumerateArray(), document => Assert.Equal(
            "4 ASSESSMENT_PUBLISHED ASSESSMENT_APPROVED", Words(document.GetProperty("events"))));
        Assert.All(desks.EnumerateArray(), document => Assert.Equal("1 ASSESSMENT_PUBLISHED", Words(document.GetProperty("events"))));
        Assert.Equal(2, desks.GetArrayLength());

        var cursor = own[0].GetProperty("events").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var rest = await network.DataAsync(
            "ghana",
            "query($id: ID!, $after: Cursor) { node(id: $id) { ... on SharedDocument { events(after: $after) { totalCount nodes { type } } } } }",
            new { id = ids[0], after = cursor });
        Assert.Equal("4 ASSESSMENT_SUBMITTED ASSESSMENT_DRAFTED", Words(rest.GetProperty("node").GetProperty("events")));
    }

    private static string Words(JsonElement events) =>
        $"{events.GetProperty("totalCount")} {string.Join(' ', events.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("type").GetString()))}";

    private async Task<string> CursorAsync(string? persona) =>
        (await network.DataAsync(persona, "{ changeCursor }")).GetProperty("changeCursor").GetString()!;
}
