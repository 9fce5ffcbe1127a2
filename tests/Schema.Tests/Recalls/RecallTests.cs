using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Access;

namespace R2P.Schema.Tests.Recalls;

/// <summary>The owner knows who has read a restricted document, and each of those offices answers for its recall.</summary>
public sealed class RecallTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private static readonly object ToDesk = new { kind = "NAMED", organizations = new[] { "AU" } };
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task Receipts_are_told_to_the_owner_s_office_alone()
    {
        var shared = await _personas.PublishPracticeAsync("ghana", ToDesk, "For the desk");
        await _personas.SeeAsync("au-desk", Personas.Id(shared), "title");
        await _personas.SeeAsync("au-desk", Personas.Id(shared), "title");

        var owner = await _personas.SeeAsync("ghana", Personas.Id(shared), "receipts { office { code } person { displayName } firstReadAt lastReadAt }");
        var reader = await _personas.SeeAsync("au-desk", Personas.Id(shared), "receipts { firstReadAt }");

        var receipt = Assert.Single(owner.GetProperty("receipts").EnumerateArray());
        Assert.Equal("AU_R2P_DESK", receipt.GetProperty("office").GetProperty("code").GetString());
        Assert.NotEqual(JsonValueKind.Null, receipt.GetProperty("person").ValueKind);
        Assert.True(receipt.GetProperty("firstReadAt").GetDateTimeOffset() < receipt.GetProperty("lastReadAt").GetDateTimeOffset());
        Assert.Equal("""{"receipts":[]}""", reader.GetRawText());
    }

    [Fact]
    public async Task What_is_open_to_members_has_no_receipts()
    {
        var shared = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "For all members");
        await _personas.SeeAsync("kenya", Personas.Id(shared), "title");

        Assert.Equal("""{"receipts":[]}""", (await _personas.SeeAsync("ghana", Personas.Id(shared), "receipts { firstReadAt }")).GetRawText());
    }

    [Fact]
    public async Task An_office_that_has_read_acknowledges_the_recall_and_nobody_else_hears_of_it()
    {
        var withdrawn = await ReadAndWithdrawAsync("Taken back");

        var asked = Assert.Single(await RecallsAsync("au-desk"), recall => IsOf(recall, withdrawn));
        Assert.DoesNotContain(await RecallsAsync("eu-desk"), recall => IsOf(recall, withdrawn));
        Assert.DoesNotContain(await RecallsAsync("kenya"), recall => IsOf(recall, withdrawn));
        Assert.False(await _personas.SeesAsync("au-desk", withdrawn));
        Assert.Contains(Waiting(asked), await InboxAsync("au-desk"), StringComparison.Ordinal);
        Assert.DoesNotContain(Personas.Id(asked), await InboxAsync("ghana"), StringComparison.Ordinal);
        var acknowledged = await _personas.ActAsync(
            "au-desk", "acknowledgeRecall", "recall", new { id = Personas.Id(asked), note = "Copies deleted" },
            "acknowledgedAt note acknowledgedBy { displayName }");

        Assert.DoesNotContain(Personas.Id(asked), await InboxAsync("au-desk"), StringComparison.Ordinal);
        Assert.Equal("Copies deleted", acknowledged.GetProperty("note").GetString());
        var owner = await _personas.SeeAsync("ghana", withdrawn, "recalls { office { code } acknowledgedAt note }");
        var told = Assert.Single(owner.GetProperty("recalls").EnumerateArray());
        Assert.Equal("AU_R2P_DESK", told.GetProperty("office").GetProperty("code").GetString());
        Assert.Equal(acknowledged.GetProperty("acknowledgedAt").GetString(), told.GetProperty("acknowledgedAt").GetString());
        var again = await _personas.RefusalAsync("au-desk", "acknowledgeRecall", "recall", new { id = Personas.Id(asked) });
        Assert.Equal("INVALID_INPUT", again.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Whoever_still_read_while_it_was_taken_back_is_asked_too()
    {
        var shared = await _personas.PublishPracticeAsync("ghana", ToDesk, "Read at the last moment");
        Assert.True(NodeId.TryParse(Personas.Id(shared), out var id));
        var reader = await network.Services.GetRequiredService<ViewerDirectory>()
            .FindAsync(NetworkFixture.Principal("au-desk"), TestContext.Current.CancellationToken);
        await _personas.ActAsync("ghana", "withdrawDocument", "document", new { id = Personas.Id(shared), version = 3, reason = "Wrong" });

        await network.Services.GetRequiredService<ReadingRecord>()
            .NoteAsync(reader, [new RestrictedRead(id.Id, [ReaderToken.Organization("AU")])], TestContext.Current.CancellationToken);

        Assert.Contains(await RecallsAsync("au-desk"), recall => IsOf(recall, Personas.Id(shared)));
    }

    [Theory]
    [InlineData("ghana", "NOT_ALLOWED")]
    [InlineData("eu-desk", "NOT_FOUND")]
    [InlineData("auditor", "NOT_FOUND")]
    public async Task Nobody_acknowledges_for_another_office(string persona, string code)
    {
        var withdrawn = await ReadAndWithdrawAsync("Not for others");
        var asked = (await RecallsAsync("au-desk")).First(recall => IsOf(recall, withdrawn));

        var refused = await _personas.RefusalAsync(persona, "acknowledgeRecall", "recall", new { id = Personas.Id(asked) });

        Assert.Equal(code, refused.GetProperty("code").GetString());
    }

    private async Task<string> ReadAndWithdrawAsync(string title)
    {
        var shared = await _personas.PublishPracticeAsync("ghana", ToDesk, title);
        await _personas.SeeAsync("au-desk", Personas.Id(shared), "title");
        await _personas.ActAsync(
            "ghana", "withdrawDocument", "document", new { id = Personas.Id(shared), version = shared.GetProperty("version").GetInt32(), reason = "Wrong" });
        return Personas.Id(shared);
    }

    private static string Waiting(JsonElement recall) => $$"""{"reason":"RECALL_TO_ACKNOWLEDGE","subjectId":"{{Personas.Id(recall)}}"}""";

    private async Task<string> InboxAsync(string persona) =>
        (await network.DataAsync(persona, "{ inbox { items { reason subjectId } } }")).GetRawText();

    private async Task<List<JsonElement>> RecallsAsync(string persona) =>
        [.. (await network.DataAsync(persona, "{ recalls(first: 100) { nodes { id documentId acknowledgedAt } } }"))
            .GetProperty("recalls").GetProperty("nodes").EnumerateArray()];

    private static bool IsOf(JsonElement recall, string document) => recall.GetProperty("documentId").GetString() == document;
}
