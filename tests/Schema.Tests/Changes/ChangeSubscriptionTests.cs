using R2P.Documents;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Tests.Changes;

public sealed class ChangeSubscriptionTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Bell = "ASSESSMENT_PUBLISHED 4 by CRI: Bell";
    private readonly Desk _desk = new(network);

    [Fact]
    public async Task The_office_that_acts_hears_each_of_its_acts_in_order()
    {
        await using var ghana = await Listener.StartAsync(network, "ghana");

        await _desk.PublishNewAsync("ghana", "Own", Desk.ToAfrica);

        Assert.Equal(
            ["ASSESSMENT_DRAFTED 1 by GHA: Own", "ASSESSMENT_SUBMITTED 2 by GHA: Own", "ASSESSMENT_APPROVED 3 by GHA: Own", "ASSESSMENT_PUBLISHED 4 by GHA: Own"],
            await ghana.NextAsync(4));
    }

    [Theory]
    [InlineData("au-desk")]
    [InlineData("kenya")]
    public async Task Those_with_whom_it_was_shared_hear_of_the_publication_and_of_nothing_before(string persona)
    {
        await using var listener = await Listener.StartAsync(network, persona);

        var id = await _desk.PublishNewAsync("ghana", "Shared", Desk.ToAfrica);

        var change = await listener.NextAsync();
        Assert.Equal("ASSESSMENT_PUBLISHED 4 by GHA: Shared", Listener.Words(change));
        Assert.Equal(id, change.GetProperty("documentId").GetString());
        Assert.Equal(id, change.GetProperty("document").GetProperty("id").GetString());
        Assert.Equal("ASSESSMENT", change.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("denmark")]
    [InlineData("eu-desk")]
    [InlineData("observer")]
    [InlineData("secretariat")]
    [InlineData("kenya-contributor")]
    [InlineData("civil-society-kenya")]
    [InlineData("auditor")]
    [InlineData("admin")]
    [InlineData("stranger")]
    [InlineData(null)]
    public async Task Nobody_else_hears_anything(string? persona)
    {
        await using var listener = await Listener.StartAsync(network, persona);

        await _desk.PublishNewAsync("ghana", "Not for them", Desk.ToAfrica);
        await _desk.RingAsync();

        Assert.Equal([Bell], await listener.NextAsync(1));
    }

    [Fact]
    public async Task Who_comes_back_with_a_cursor_gets_what_was_missed_once_and_in_order_and_then_what_goes_on()
    {
        string cursor;
        await using (var before = await Listener.StartAsync(network, "au-desk"))
        {
            await _desk.PublishNewAsync("ghana", "Heard", Desk.ToAfrica);
            cursor = (await before.NextAsync()).GetProperty("cursor").GetString()!;
        }

        for (var i = 1; i <= 3; i++)
        {
            await _desk.PublishNewAsync(i == 2 ? "kenya" : "ghana", $"Missed {i}", Desk.ToAfrica);
        }

        await using var after = await Listener.StartAsync(network, "au-desk", $"""changes(after: "{cursor}")""");
        Assert.Equal("ASSESSMENT_PUBLISHED 4 by GHA: Missed 1", Listener.Words(await after.NextAsync()));
        await _desk.PublishNewAsync("ghana", "Live", Desk.ToAfrica);

        Assert.Equal(
            ["ASSESSMENT_PUBLISHED 4 by KEN: Missed 2", "ASSESSMENT_PUBLISHED 4 by GHA: Missed 3", "ASSESSMENT_PUBLISHED 4 by GHA: Live"],
            await after.NextAsync(3));
    }

    [Fact]
    public async Task A_slow_listener_is_told_everything_once_and_in_order()
    {
        const int count = 700;
        var id = await _desk.PublishNewAsync("ghana", "Busy", Desk.ToAfrica);
        await using var slow = await Listener.StartAsync(network, "au-desk", $"""documentChanged(id: "{id}")""");
        await TellAsync(1, 1, id);
        Assert.Equal("DOCUMENT_TRANSLATED 1 by GHA: Busy", Listener.Words(await slow.NextAsync()));

        for (var first = 2; first <= count; first += 100)
        {
            await TellAsync(first, Math.Min(first + 99, count), id);
        }

        var versions = new List<int>();
        while (versions.Count < count - 1)
        {
            versions.Add((await slow.NextAsync()).GetProperty("version").GetInt32());
        }

        Assert.Equal(Enumerable.Range(2, count - 1), versions);
    }

    [Fact]
    public async Task Former_readers_hear_that_a_document_was_recalled_and_nothing_but_its_id()
    {
        var id = await _desk.PublishNewAsync("ghana", "Recalled", Desk.ToAfrica);
        await using var desk = await Listener.StartAsync(network, "au-desk", "changes(where: { title: { eq: \"Whatever the filter\" } })");
        await using var observer = await Listener.StartAsync(network, "observer");

        await _desk.NarrowAsync("ghana", id, (act, assessment, former) => act.Tell(ChangeType.DocumentRecalled, assessment, former));
        await _desk.RingAsync();

        var change = await desk.NextAsync();
        Assert.Equal("DOCUMENT_RECALLED", Listener.Words(change));
        Assert.Equal(id, change.GetProperty("documentId").GetString());
        Assert.Equal([Bell], await observer.NextAsync(1));
    }

    [Fact]
    public async Task What_happened_to_a_document_that_is_hidden_now_is_not_told_to_who_comes_back()
    {
        await using var ghana = await Listener.StartAsync(network, "ghana");
        var id = await _desk.PublishNewAsync("ghana", "Gone", Desk.ToAfrica);
        var cursor = (await ghana.NextAsync()).GetProperty("cursor").GetString()!;
        await _desk.NarrowAsync("ghana", id, (_, _, _) => { });
        await _desk.RingAsync();

        await using var desk = await Listener.StartAsync(network, "au-desk", $"""changes(after: "{cursor}")""");

        Assert.Equal([Bell], await desk.NextAsync(1));
    }

    [Theory]
    [InlineData("""changes(where: { title: { startsWith: "Wanted" } })""")]
    [InlineData("""changes(kinds: [ASSESSMENT], where: { tags: { some: { eq: "RF_02" } }, status: { in: [PUBLISHED] } })""")]
    [InlineData("""changes(where: { not: { title: { in: ["Bell", "Other"] } }, publishedAt: { gt: "2020-01-01T00:00:00Z" } })""")]
    public async Task Only_documents_that_meet_the_filter_are_told(string field)
    {
        await using var listener = await Listener.StartAsync(network, "denmark", field);

        await _desk.PublishNewAsync("ghana", "Other", Desk.ToAll);
        await _desk.PublishNewAsync("ghana", "Wanted", Desk.ToAll, "RF_02");
        await _desk.RingAsync();
        await _desk.PublishNewAsync("kenya", "Wanted too", Desk.ToAll, "RF_02");

        Assert.Equal(
            ["ASSESSMENT_PUBLISHED 4 by GHA: Wanted", "ASSESSMENT_PUBLISHED 4 by KEN: Wanted too"], await listener.NextAsync(2));
    }

    [Fact]
    public async Task One_document_is_followed_by_its_id()
    {
        var id = await _desk.DraftAsync("ghana", "Followed");
        await using var ghana = await Listener.StartAsync(network, "ghana", $"""documentChanged(id: "{id}")""");

        await _desk.DraftAsync("ghana", "Another");
        await _desk.PublishAsync("ghana", id, Desk.ToAfrica);

        Assert.Equal(
            ["ASSESSMENT_SUBMITTED 2 by GHA: Followed", "ASSESSMENT_APPROVED 3 by GHA: Followed", "ASSESSMENT_PUBLISHED 4 by GHA: Followed"],
            await ghana.NextAsync(3));
    }

    [Fact]
    public async Task A_document_that_is_hidden_is_followed_in_silence_until_it_is_shared()
    {
        var id = await _desk.DraftAsync("ghana", "Not yet");
        await using var kenya = await Listener.StartAsync(network, "kenya", $"""documentChanged(id: "{id}")""");
        await using var denmark = await Listener.StartAsync(network, "denmark", $"""documentChanged(id: "{id}")""");
        var unknown = new R2P.GraphQL.NodeId("Assessment", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        await using var nothing = await Listener.StartAsync(network, "kenya", $"""documentChanged(id: "{unknown}")""");

        await _desk.PublishAsync("ghana", id, Desk.ToAfrica);
        Assert.Equal(["ASSESSMENT_PUBLISHED 4 by GHA: Not yet"], await kenya.NextAsync(1));

        Assert.True(await denmark.IsSilentAsync());
        Assert.True(await nothing.IsSilentAsync());
    }

    [Theory]
    [InlineData("changes(after: \"5\")")]
    [InlineData("changes(after: \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\")")]
    [InlineData("documentChanged(id: \"QXNzZXNzbWVudDowMTllOGIwMjEyMzQ3MDAwODAwMDAwMDAwMDAwMDAwMA\", after: \"5\")")]
    public async Task A_fabricated_cursor_is_refused_before_the_stream_begins(string field) => Assert.Equal(
        $"BAD_USER_INPUT {field[..field.IndexOf('(', StringComparison.Ordinal)]}: Argument \"after\" is not a cursor of a change that this service told.",
        await Listener.RefusalAsync(network, "ghana", field));

    [Fact]
    public async Task A_cursor_that_was_tampered_with_is_refused()
    {
        var data = await network.DataAsync("ghana", "{ changeCursor }");
        var cursor = data.GetProperty("changeCursor").GetString()!;
        var other = cursor[..20] + (cursor[20] == 'A' ? 'B' : 'A') + cursor[21..];

        Assert.StartsWith(
            "BAD_USER_INPUT changes: ", await Listener.RefusalAsync(network, "ghana", $"""changes(after: "{other}")"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changes(kinds: [])", "changes: Argument \"kinds\" names no kind: name one, or leave it out to hear of all.")]
    [InlineData(
        "reviewActivity(review: \"QXNzZXNzbWVudDowMTllOGIwMjEyMzQ3MDAwODAwMDAwMDAwMDAwMDAwMA\")",
        "reviewActivity: Argument \"review\" is not the id of a peer review.")]
    public async Task What_can_lead_to_nothing_is_refused(string field, string refusal) =>
        Assert.Equal($"BAD_USER_INPUT {refusal}", await Listener.RefusalAsync(network, "ghana", field));

    private Task TellAsync(int first, int last, string id) => _desk.ActAsync("ghana", act =>
    {
        for (var version = first; version <= last; version++)
        {
            act.Session.Append(new DocumentEvent("DOCUMENT_TRANSLATED", ["region:AU"])
            {
                DocumentId = Desk.KeyOf(id),
                DocumentKind = "ASSESSMENT",
                Version = version,
            });
        }

        return Task.CompletedTask;
    });
}
