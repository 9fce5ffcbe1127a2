using System.Text.Json;

namespace R2P.Schema.Tests.Inbox;

public sealed class InboxTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Rating = """{ factor: "RF_01", finding: "Calm.", trend: STABLE, confidence: MODERATE }""";
    private const string Inhibitor = """{ inhibitor: "SECURITY_SECTOR", finding: "Oversight works.", trend: STABLE, confidence: MODERATE }""";

    [Fact]
    public async Task An_inbox_is_told_at_once_and_again_when_something_comes_to_need_the_office()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var told = network.SubscribeAsync(
            "ghana", "subscription { inboxChanged { totalCount counts { reason count } } }", cancellation: patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await told.MoveNextAsync());
        var before = CountOf(told.Current);

        await SubmitAsync("ghana");

        Assert.True(await told.MoveNextAsync());
        Assert.Equal(before + 1, CountOf(told.Current));
    }

    [Fact]
    public async Task What_needs_one_office_is_in_no_other_inbox_and_leaves_it_once_it_is_done()
    {
        const string mine = "{ inbox { items(first: 200, reasons: [ASSESSMENT_TO_APPROVE]) { subjectId document { id } office { code } overdue } } }";
        var submitted = await SubmitAsync("denmark");

        var items = (await network.DataAsync("denmark", mine)).GetProperty("inbox").GetProperty("items");
        Assert.Equal(
            $$"""[{"subjectId":"{{submitted}}","document":{"id":"{{submitted}}"},"office":{"code":"DNK_FOCAL_POINT"},"overdue":false}]""", items.GetRawText());
        Assert.DoesNotContain(submitted, (await network.DataAsync("kenya", mine)).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("""{"inbox":{"items":[]}}""", (await network.DataAsync(null, mine)).GetRawText());

        await network.DataAsync("denmark", $"mutation {{ approveAssessment(input: {{ id: \"{submitted}\", version: 2 }}) {{ errors {{ code }} }} }}");
        Assert.Equal("""{"inbox":{"items":[]}}""", (await network.DataAsync("denmark", mine)).GetRawText());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task More_items_than_a_page_or_none_are_refused(int first)
    {
        var answer = await network.AskAsync("ghana", $"{{ inbox {{ items(first: {first}) {{ reason }} }} }}");

        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal($"Argument \"first\" must be from 1 to 200, but is {first}.", error.GetProperty("message").GetString());
    }

    private static int CountOf(JsonElement response) =>
        response.GetProperty("data").GetProperty("inboxChanged").GetProperty("totalCount").GetInt32();

    private async Task<string> SubmitAsync(string persona)
    {
        var drafted = await network.DataAsync(
            persona, $"mutation {{ draftAssessment(input: {{ title: \"To sign off\", ratings: [{Rating}], inhibitors: [{Inhibitor}] }}) {{ assessment {{ id }} errors {{ message }} }} }}");
        var id = drafted.GetProperty("draftAssessment").GetProperty("assessment").GetProperty("id").GetString()!;
        await network.DataAsync(persona, $"mutation {{ submitAssessment(input: {{ id: \"{id}\", version: 1 }}) {{ errors {{ code }} }} }}");
        return id;
    }
}
