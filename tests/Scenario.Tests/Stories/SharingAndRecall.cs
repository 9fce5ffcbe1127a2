using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Sharing what is sensitive: for a purpose and a time, in part, and back again.</summary>
public sealed class SharingAndRecall(Network network) : IClassFixture<Network>
{
    [Fact]
    [Row("B13", "`shareDocument` with `handling`, `receipts`, `withdrawDocument`, `recalls`, `acknowledgeRecall`", without: "acknowledgeRecall")]
    public async Task What_was_shared_for_a_purpose_is_seen_to_be_read_taken_back_and_acknowledged()
    {
        var shared = await PublishAsync("Tension along the northern road", new { kind = "NAMED", organizations = new[] { "AU" } });
        Assert.True(await network.SeesAsync("au-desk", shared.Id()));
        Assert.False(await network.SeesAsync("eu-desk", shared.Id()));

        var receipts = (await FieldAsync("ghana", shared.Id(), "receipts { office { code } firstReadAt }")).GetProperty("receipts");
        Assert.Equal("AU_R2P_DESK", Assert.Single(receipts.EnumerateArray()).GetProperty("office").GetProperty("code").GetString());

        await network.ActAsync(
            "ghana", "withdrawDocument", new { id = shared.Id(), version = shared.Version(), reason = "A source was at risk" }, "document { id }");
        Assert.False(await network.SeesAsync("au-desk", shared.Id()));
        var recall = (await network.DataAsync("au-desk", "{ recalls(first: 100) { nodes { id documentId } } }")).GetProperty("recalls").GetProperty("nodes")
            .EnumerateArray().Single(asked => asked.GetProperty("documentId").GetString() == shared.Id());
        Assert.DoesNotContain(
            shared.Id(), (await network.DataAsync("eu-desk", "{ recalls(first: 100) { nodes { documentId } } }")).ToString(), StringComparison.Ordinal);

        await network.ActAsync("au-desk", "acknowledgeRecall", new { id = recall.Id(), note = "Copies deleted" }, "recall { acknowledgedAt }");
        var told = (await FieldAsync("ghana", shared.Id(), "recalls { note acknowledgedAt }")).GetProperty("recalls");
        Assert.Equal("Copies deleted", Assert.Single(told.EnumerateArray()).GetProperty("note").GetString());
    }

    [Fact]
    [Row("B13", "`shareSummary`, `showTitle`, `requestAccess`, `answerAccessRequest`", without: "shareSummary")]
    public async Task A_summary_leaves_while_the_full_text_stays_home_until_somebody_asks_and_is_let_in()
    {
        var kept = await PublishAsync("Names and places in the north", new { kind = "OFFICE" });
        var excerpt = await network.ActAsync("ghana", "shareSummary", new
        {
            id = kept.Id(), version = kept.Version(), title = "Tension in the north, in short", text = "Two *councils* met.", audience = Network.ToMembers,
        }, "excerpt { id }");

        var read = await network.DataAsync(
            "kenya", "query($id: ID!) { node(id: $id) { ... on Excerpt { title text document { id } } } }", new { id = excerpt.Id() });
        Assert.Equal("""{"title":"Tension in the north, in short","text":"Two *councils* met.","document":null}""", read.GetProperty("node").GetRawText());
        Assert.False(await network.SeesAsync(null, excerpt.Id()));
        Assert.False(await network.SeesAsync("kenya", kept.Id()));

        var request = await network.ActAsync(
            "kenya", "requestAccess", new { excerpt = excerpt.Id(), reason = "The road leads to us" }, "request { id status }");
        Assert.Equal("OPEN", request.Status());
        Assert.False(await network.SeesAsync("denmark", request.Id()));
        await network.ActAsync("ghana", "answerAccessRequest", new
        {
            id = request.Id(), grant = true, version = kept.Version(), audience = new { kind = "NAMED", states = new[] { "KEN" } },
        }, "request { status }");
        Assert.True(await network.SeesAsync("kenya", kept.Id()));
        Assert.False(await network.SeesAsync("denmark", kept.Id()));
    }

    [Fact]
    [Row("D6", "`eraseDocument`, `recalls`, `auditTrail`", without: "eraseDocument")]
    public async Task What_could_harm_somebody_is_erased_for_good_and_its_readers_answer_for_their_copies()
    {
        var shared = await PublishAsync("It names a witness", new { kind = "NAMED", organizations = new[] { "AU" } });
        Assert.True(await network.SeesAsync("au-desk", shared.Id()));
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("au-desk", "eraseDocument", Erasure(shared)));
        Assert.Equal("NOT_FOUND", await network.RefusalAsync("eu-desk", "eraseDocument", Erasure(shared)));

        await network.ActAsync("ghana", "eraseDocument", Erasure(shared), "erasedId __typename");

        foreach (var persona in new[] { "ghana", "au-desk", "secretariat", "admin" })
        {
            Assert.False(await network.SeesAsync(persona, shared.Id()));
        }

        Assert.Contains(
            shared.Id(), (await network.DataAsync("au-desk", "{ recalls(first: 100) { nodes { documentId } } }")).ToString(), StringComparison.Ordinal);
        const string trail = "query($subject: ID!) { auditTrail(subject: $subject) { nodes { act } } }";
        var acts = await network.DataAsync("auditor", trail, new { subject = shared.Id() });
        Assert.Contains("READ", acts.ToString(), StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_ERASED", acts.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"auditTrail":{"nodes":[]}}""", (await network.DataAsync("ghana", trail, new { subject = shared.Id() })).GetRawText());
    }

    private static object Erasure(JsonElement document) => new { id = document.Id(), version = document.Version(), reason = "A person could be found by it" };

    private async Task<JsonElement> FieldAsync(string persona, string id, string fields) =>
        (await network.DataAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ ... on SharedDocument {{ {fields} }} }} }}", new { id })).GetProperty("node");

    private Task<JsonElement> PublishAsync(string title, object audience) => network.PublishTitledAsync(title, audience);
}

/// <summary>A document to do something with.</summary>
internal static class SharedPractices
{
    public static Task<JsonElement> PublishTitledAsync(this Network network, string title, object audience, string persona = "ghana") =>
        network.PublishPracticeAsync(persona, new
        {
            title, policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "Councils **met**, [as told](https://example.org).",
        }, audience);
}
