using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL;
using R2P.Schema.Sharing;
using R2P.Schema.Tests.Changes;

namespace R2P.Schema.Tests.Excerpts;

/// <summary>Something of a document is shown while the document stays where it is, and others may ask for it.</summary>
public sealed class ExcerptTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private static readonly object ToOffice = new { kind = "OFFICE" };
    private static readonly object ToDesk = new { kind = "NAMED", organizations = new[] { "AU" } };
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_title_is_shown_to_its_audience_and_the_document_to_nobody()
    {
        var kept = await _personas.PublishPracticeAsync("ghana", ToOffice, "Kept at home");

        var excerpt = await ShowTitleAsync(kept, Personas.ToMembers);

        const string fields = "... on Excerpt { title text owner { code } documentKind document { id } }";
        Assert.Equal(
            """{"title":"Kept at home","text":null,"owner":{"code":"GHA_FOCAL_POINT"},"documentKind":"PRACTICE","document":null}""",
            (await NodeAsync("observer", excerpt, fields)).GetRawText());
        Assert.Equal(JsonValueKind.Null, (await NodeAsync(null, excerpt, fields)).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await NodeAsync("auditor", excerpt, fields)).ValueKind);
        Assert.False(await _personas.SeesAsync("observer", Personas.Id(kept)));
        var listed = await network.DataAsync("observer", "{ practices(first: 100) { nodes { title } } }");
        Assert.DoesNotContain("Kept at home", listed.ToString(), StringComparison.Ordinal);
        Assert.Equal(Personas.Id(kept), (await NodeAsync("ghana", excerpt, fields)).GetProperty("document").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_summary_of_a_draft_goes_to_a_named_desk_and_its_reading_is_on_record()
    {
        var draft = await _personas.ProposeAsync("ghana", "A draft with names in it");
        var excerpt = await _personas.ActAsync("ghana", "shareSummary", "excerpt", new
        {
            id = Personas.Id(draft), version = 1, title = "Councils, in short", text = "Without *names*.", audience = ToDesk,
            handling = new { purpose = "Briefing" },
        }, "id version text handling { purpose }");

        var read = await NodeAsync("au-desk", Personas.Id(excerpt), "... on Excerpt { title text }");

        Assert.Equal("""{"title":"Councils, in short","text":"Without *names*."}""", read.GetRawText());
        Assert.Equal(JsonValueKind.Null, (await NodeAsync("kenya", Personas.Id(excerpt), "id")).ValueKind);
        Assert.False(await _personas.SeesAsync("au-desk", Personas.Id(draft)));
        var withdrawn = await _personas.ActAsync(
            "ghana", "withdrawDocument", "document", new { id = Personas.Id(draft), version = 1, reason = "No" }, "id recalls { office { code } }");
        Assert.Equal("""[{"office":{"code":"AU_R2P_DESK"}}]""", withdrawn.GetProperty("recalls").GetRawText());
    }

    [Fact]
    public async Task Withdrawing_the_document_or_the_excerpt_takes_the_excerpt_back()
    {
        var document = await _personas.PublishPracticeAsync("ghana", ToOffice, "Twice withdrawn");
        var (first, second) = (await ShowTitleAsync(document, Personas.ToMembers), await ShowTitleAsync(document, Personas.ToMembers));

        await _personas.ActAsync("ghana", "withdrawExcerpt", "excerpt", new { id = first, version = 1 }, "id version");
        Assert.Equal(JsonValueKind.Null, (await NodeAsync("observer", first, "id")).ValueKind);
        Assert.NotEqual(JsonValueKind.Null, (await NodeAsync("observer", second, "id")).ValueKind);
        await _personas.ActAsync("ghana", "withdrawDocument", "document", new { id = Personas.Id(document), version = 3, reason = "No" });

        Assert.Equal(JsonValueKind.Null, (await NodeAsync("observer", second, "id")).ValueKind);
        Assert.NotEqual(JsonValueKind.Null, (await NodeAsync("ghana", second, "id")).ValueKind);
    }

    [Fact]
    public async Task What_a_State_takes_out_of_the_compendium_is_not_shown_on_in_excerpts()
    {
        var proposed = await _personas.ProposeAsync("secretariat", "Told of Kenya", country: "KEN");
        var approved = await _personas.ActAsync("secretariat", "approvePractice", "practice", Personas.Step(proposed));
        var told = await _personas.ActAsync("secretariat", "publishPractice", "practice", Personas.Step(approved, Personas.ToMembers));
        var excerpt = Personas.Id(await _personas.ActAsync("secretariat", "showTitle", "excerpt", Personas.Step(told, Personas.ToMembers), "id"));

        await _personas.ActAsync("kenya", "removePractice", "practice", new { id = Personas.Id(told), version = 3, reason = "It is not so." });

        Assert.Equal(JsonValueKind.Null, (await NodeAsync("observer", excerpt, "id")).ValueKind);
        Assert.NotEqual(JsonValueKind.Null, (await NodeAsync("secretariat", excerpt, "id")).ValueKind);
    }

    [Fact]
    public async Task Whoever_shows_a_title_waits_for_the_document_s_withdrawal()
    {
        var document = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Shown too late");
        Task<JsonElement>? late = null;
        await new Desk(network).ActAsync("ghana", async act =>
        {
            Assert.True(NodeId.TryParse(Personas.Id(document), out var id));
            var (_, loaded) = await network.Services.GetRequiredService<SharedDocuments>().LoadAsync(act, id, 3);
            late = _personas.RefusalAsync(
                "ghana", "showTitle", "excerpt", new { id = Personas.Id(document), version = 3, audience = Personas.ToMembers });
            await Task.WhenAny(late, Task.Delay(TimeSpan.FromSeconds(1), act.Cancellation));
            loaded.Status = DocumentStatus.Withdrawn;
            await act.RecallAsync([loaded]);
        });

        Assert.Equal("CONFLICT", (await late!).GetProperty("code").GetString());
        Assert.Equal(
            """{"excerpts":[]}""", (await _personas.SeeAsync("ghana", Personas.Id(document), "excerpts { id }")).GetRawText());
    }

    [Fact]
    public async Task Only_who_decides_for_the_owner_s_office_shows_anything()
    {
        var shared = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Whose to show");
        var hidden = await _personas.ProposeAsync("ghana");

        var reader = await _personas.RefusalAsync(
            "kenya", "showTitle", "excerpt", new { id = Personas.Id(shared), version = 3, audience = Personas.ToMembers });
        var stranger = await _personas.RefusalAsync(
            "kenya", "showTitle", "excerpt", new { id = Personas.Id(hidden), version = 1, audience = Personas.ToMembers });

        Assert.Equal("NOT_ALLOWED", reader.GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", stranger.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Of_many_who_ask_for_one_office_at_the_same_moment_one_is_heard_and_the_others_are_told_so()
    {
        var document = await _personas.PublishPracticeAsync("ghana", ToOffice, "Asked for at once");
        var excerpt = await ShowTitleAsync(document, Personas.ToMembers);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            network.DataAsync(
                "kenya",
                "mutation($input: RequestAccessInput!) { requestAccess(input: $input) { request { id } errors { code message path } } }",
                new { input = new { excerpt, reason = "We plan the same" } })));

        var payloads = answers.Select(answer => answer.GetProperty("requestAccess")).ToArray();
        var asked = Assert.Single(payloads, payload => payload.GetProperty("request").ValueKind == JsonValueKind.Object);
        const string Refusal = """[{"code":"INVALID_INPUT","message":"Your office has asked already, and the owner has not answered yet.","path":["input","excerpt"]}]""";
        Assert.Equal(Enumerable.Repeat(Refusal, 7), payloads.Select(payload => payload.GetProperty("errors").GetRawText()).Where(errors => errors != "[]"));
        var id = Personas.Id(asked.GetProperty("request"));
        var listed = await network.DataAsync("ghana", "{ accessRequests(first: 100) { nodes { id excerpt { id } } } }");
        var kept = listed.GetProperty("accessRequests").GetProperty("nodes").EnumerateArray()
            .Where(node => node.GetProperty("excerpt").GetProperty("id").GetString() == excerpt);
        Assert.Equal([id], kept.Select(Personas.Id));
    }

    [Fact]
    public async Task Access_is_asked_for_once_and_granted_by_an_audience_that_lets_the_asker_in()
    {
        var document = await _personas.PublishPracticeAsync("ghana", ToOffice, "To be asked for");
        var excerpt = await ShowTitleAsync(document, Personas.ToMembers);
        var request = await _personas.ActAsync(
            "kenya", "requestAccess", "request", new { excerpt, reason = "We plan the same" }, "id status office { code } excerpt { title }");
        Assert.Equal("OPEN", request.GetProperty("status").GetString());
        var again = await _personas.RefusalAsync("kenya", "requestAccess", "request", new { excerpt, reason = "Please" });
        Assert.Equal("INVALID_INPUT", again.GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, (await NodeAsync("denmark", Personas.Id(request), "id")).ValueKind);

        var id = Personas.Id(request);
        var waiting = $$"""{"reason":"ACCESS_REQUESTED","subjectId":"{{id}}"}""";
        Assert.Contains(waiting, await InboxAsync("ghana"), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await InboxAsync("kenya"), StringComparison.Ordinal);
        var other = await _personas.RefusalAsync("denmark", "answerAccessRequest", "request", new { id, grant = false });
        var asker = await _personas.RefusalAsync(
            "kenya", "answerAccessRequest", "request", new { id, grant = true, version = 3, audience = Personas.ToMembers });
        var beside = await _personas.RefusalAsync("ghana", "answerAccessRequest", "request", new { id, grant = true, version = 3, audience = ToDesk });
        Assert.Equal(("NOT_FOUND", "NOT_ALLOWED"), (other.GetProperty("code").GetString(), asker.GetProperty("code").GetString()));
        Assert.Equal("""["input","audience"]""", beside.GetProperty("path").GetRawText());
        Assert.False(await _personas.SeesAsync("au-desk", Personas.Id(document)));

        var granted = await _personas.ActAsync("ghana", "answerAccessRequest", "request", new
        {
            id, grant = true, version = 3, audience = new { kind = "NAMED", states = new[] { "KEN" } }, handling = new { purpose = "Planning" },
        }, "status excerpt { document { id } }");

        Assert.DoesNotContain(id, await InboxAsync("ghana"), StringComparison.Ordinal);
        Assert.Equal("GRANTED", granted.GetProperty("status").GetString());
        Assert.True(await _personas.SeesAsync("kenya", Personas.Id(document)));
        Assert.False(await _personas.SeesAsync("denmark", Personas.Id(document)));
    }

    [Fact]
    public async Task A_request_that_is_declined_opens_nothing()
    {
        var document = await _personas.PublishPracticeAsync("ghana", ToOffice, "Not for you");
        var excerpt = await ShowTitleAsync(document, Personas.ToMembers);
        var request = await _personas.ActAsync("observer", "requestAccess", "request", new { excerpt, reason = "Curious" }, "id");

        var declined = await _personas.ActAsync(
            "ghana", "answerAccessRequest", "request", new { id = Personas.Id(request), grant = false, answer = "It names people." }, "status answer");

        Assert.Equal("""{"status":"DECLINED","answer":"It names people."}""", declined.GetRawText());
        Assert.False(await _personas.SeesAsync("observer", Personas.Id(document)));
        var owner = await _personas.SeeAsync("ghana", Personas.Id(document), "accessRequests { status person { displayName } }");
        Assert.Equal("DECLINED", Assert.Single(owner.GetProperty("accessRequests").EnumerateArray()).GetProperty("status").GetString());
    }

    private async Task<string> InboxAsync(string persona) =>
        (await network.DataAsync(persona, "{ inbox { items { reason subjectId } } }")).GetRawText();

    private async Task<string> ShowTitleAsync(JsonElement document, object audience) =>
        Personas.Id(await _personas.ActAsync("ghana", "showTitle", "excerpt", new { id = Personas.Id(document), version = document.GetProperty("version").GetInt32(), audience }, "id"));

    private async Task<JsonElement> NodeAsync(string? persona, string id, string fields) =>
        (await network.DataAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ {fields} }} }}", new { id })).GetProperty("node");
}
