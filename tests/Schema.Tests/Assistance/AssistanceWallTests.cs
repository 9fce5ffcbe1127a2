using System.Text.Json;
using R2P.GraphQL;

namespace R2P.Schema.Tests.Assistance;

public sealed class AssistanceWallTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly AssistanceDesk _desk = new(network);

    private Personas Personas => _desk.Personas;

    [Theory]
    [InlineData("civil-society-kenya", true)]
    [InlineData("denmark", true)]
    [InlineData("kenya", false)]
    [InlineData("kenya-contributor", false)]
    [InlineData("au-desk", false)]
    [InlineData("secretariat", false)]
    [InlineData("admin", false)]
    [InlineData("auditor", false)]
    public async Task Civil_society_asks_others_than_its_State_which_learns_nothing_of_it(string persona, bool sees)
    {
        var title = $"Support for defenders, {persona}";
        var request = await _desk.OpenAsync("civil-society-kenya", AssistanceDesk.Request(title, await _desk.NamedAsync("DNK_FOCAL_POINT"), "KEN"));

        var data = await network.DataAsync(persona, """
            query($id: ID!, $title: String!) {
              node(id: $id) { id }
              nodes(ids: [$id]) { id }
              assistanceRequests(where: { country: { eq: "KEN" }, title: { eq: $title } }) { totalCount nodes { id } }
              then: assistanceRequests(asOf: "2099-01-01T00:00:00Z", where: { title: { eq: $title } }) { totalCount }
              assistanceMatches(request: $id) { offer { id } }
            }
            """, new { id = Personas.Id(request), title });

        Assert.Equal(sees, data.GetProperty("node").ValueKind != JsonValueKind.Null);
        Assert.Equal(sees, data.GetProperty("nodes")[0].ValueKind != JsonValueKind.Null);
        Assert.Equal(sees ? 1 : 0, data.GetProperty("assistanceRequests").GetProperty("totalCount").GetInt32());
        Assert.Equal(sees ? 1 : 0, data.GetProperty("then").GetProperty("totalCount").GetInt32());
        Assert.Equal(sees, data.GetProperty("assistanceMatches").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Civil_society_shares_its_request_itself_and_a_contributor_does_not()
    {
        var denmark = await _desk.NamedAsync("DNK_FOCAL_POINT");
        var own = await _desk.OpenAsync("civil-society-kenya", AssistanceDesk.Request("Shared later", null, "KEN"));

        await Personas.ActAsync("civil-society-kenya", "shareDocument", "document", Personas.Step(own, denmark));
        var contributor = await Personas.RefusalAsync("kenya-contributor", "openAssistanceRequest", "request", AssistanceDesk.Request("Ours", denmark));

        Assert.True(await Personas.SeesAsync("denmark", Personas.Id(own)));
        Assert.Equal("NOT_ALLOWED", contributor.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Who_was_consulted_stays_with_the_office_that_asks()
    {
        var request = await _desk.OpenAsync("Consulted");
        const string consulted = "... on AssistanceRequest { consultedInConfidence { kind name } }";

        Assert.Equal(
            """{"consultedInConfidence":[{"kind":"COMMUNITY","name":"Elders of three districts"}]}""",
            (await Personas.SeeAsync("ghana", Personas.Id(request), consulted)).GetRawText());
        Assert.Equal("""{"consultedInConfidence":null}""", (await Personas.SeeAsync("denmark", Personas.Id(request), consulted)).GetRawText());
        await Personas.ActAsync("ghana", "reviseAssistanceRequest", "request",
            new { id = Personas.Id(request), version = 1, consultedInConfidence = new[] { new { kind = "ACADEMIA", name = "A university" } } });
        Assert.Equal(
            """{"consultedInConfidence":[{"kind":"ACADEMIA","name":"A university"}]}""",
            (await Personas.SeeAsync("ghana", Personas.Id(request), consulted)).GetRawText());
        Assert.Equal("""{"consultedInConfidence":null}""", (await Personas.SeeAsync("denmark", Personas.Id(request), consulted)).GetRawText());
    }

    [Fact]
    public async Task An_answer_is_read_by_both_offices_and_not_by_others_who_were_asked()
    {
        var request = await _desk.OpenAsync("ghana", AssistanceDesk.Request("Both asked", await _desk.NamedAsync("DNK_FOCAL_POINT", "KEN_FOCAL_POINT")));
        var offer = await _desk.OfferAsync("denmark", request);

        Assert.True(await Personas.SeesAsync("ghana", Personas.Id(offer)));
        Assert.False(await Personas.SeesAsync("kenya", Personas.Id(offer)));
        const string offers = "... on AssistanceRequest { offers { totalCount } gaps { offered } }";
        Assert.Equal(
            """{"offers":{"totalCount":0},"gaps":[{"offered":"0"},{"offered":"0"}]}""",
            (await Personas.SeeAsync("kenya", Personas.Id(request), offers)).GetRawText());
        Assert.Equal(
            """{"offers":{"totalCount":1},"gaps":[{"offered":"400.25"},{"offered":"2"}]}""",
            (await Personas.SeeAsync("ghana", Personas.Id(request), offers)).GetRawText());
        Assert.Equal(
            "NOT_FOUND",
            (await Personas.RefusalAsync("costa-rica", "offerAssistance", "offer", AssistanceDesk.Offer(request))).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_request_waits_for_those_who_are_named_until_they_answer()
    {
        var request = await _desk.OpenAsync("Waiting");
        Assert.True(NodeId.TryParse(Personas.Id(request), out var id));

        Assert.Equal(["ASSISTANCE_REQUESTED"], await Waiting.ForAsync(network, "denmark", id.Id));
        Assert.Empty(await Waiting.ForAsync(network, "ghana", id.Id));
        Assert.Empty(await Waiting.ForAsync(network, "kenya", id.Id));
        await _desk.OfferAsync("denmark", request);
        Assert.Empty(await Waiting.ForAsync(network, "denmark", id.Id));
    }

    [Fact]
    public async Task Quiet_encouragement_stays_in_its_office()
    {
        object Activity(string what, object? audience) =>
            new { country = "KEN", form = "DIALOGUE_PREVENTIVE_DIPLOMACY", what, heldOn = "2026-11-01", audience };
        var quiet = await Personas.ActAsync("au-desk", "logEncouragement", "activity", Activity("A quiet talk", null), "id audience { kind } office { code }");
        var open = await Personas.ActAsync("au-desk", "logEncouragement", "activity", Activity("A public appeal", Personas.ToMembers), "id");
        Assert.Equal("OFFICE", quiet.GetProperty("audience").GetProperty("kind").GetString());

        const string log = """{ encouragementActivities(where: { country: { eq: "KEN" } }) { nodes { what } } }""";
        Assert.Equal(2, (await network.DataAsync("au-desk", log)).GetProperty("encouragementActivities").GetProperty("nodes").GetArrayLength());
        Assert.Equal("""{"encouragementActivities":{"nodes":[{"what":"A public appeal"}]}}""", (await network.DataAsync("kenya", log)).GetRawText());
        Assert.Equal("""{"encouragementActivities":{"nodes":[]}}""", (await network.DataAsync("admin", log)).GetRawText());
        const string node = "query($id: ID!) { node(id: $id) { id } }";
        Assert.Equal("""{"node":null}""", (await network.DataAsync("kenya", node, new { id = Personas.Id(quiet) })).GetRawText());
        Assert.NotEqual("""{"node":null}""", (await network.DataAsync("kenya", node, new { id = Personas.Id(open) })).GetRawText());
    }

    [Fact]
    public async Task An_answer_to_a_request_goes_to_nobody_else_by_any_act()
    {
        var offer = await _desk.OfferAsync("denmark", await _desk.OpenAsync("Between two"), "id version viewerCan");
        var (id, version, audience) = (Personas.Id(offer), 1, Personas.ToMembers);

        var shared = await Personas.RefusalAsync("denmark", "shareDocument", "document", Personas.Step(offer, Personas.ToMembers));
        var shown = await Personas.RefusalAsync("denmark", "showTitle", "excerpt", new { id, version, audience });
        var told = await Personas.RefusalAsync("denmark", "shareSummary", "excerpt", new { id, version, title = "Help", text = "Two mediators.", audience });
        var reviewed = await Personas.RefusalAsync("denmark", "openReview", "review",
            new { documentId = id, version, scope = "All of it.", reviewers = new[] { await _desk.OfficeAsync("KEN_FOCAL_POINT") }, dueOn = "2999-01-01" });

        Assert.All([shared, shown, told, reviewed], refused => Assert.Equal("NOT_ALLOWED", refused.GetProperty("code").GetString()));
        Assert.DoesNotContain("SHARE", offer.GetProperty("viewerCan").EnumerateArray().Select(act => act.GetString()));
        Assert.False(await Personas.SeesAsync("kenya", id));
    }

    [Fact]
    public async Task Others_who_were_asked_are_not_told_who_helps_when_the_helper_agrees_last()
    {
        var request = await _desk.OpenAsync("ghana", AssistanceDesk.Request("Both asked again", await _desk.NamedAsync("DNK_FOCAL_POINT", "KEN_FOCAL_POINT")));
        var accepted = await _desk.StepAsync("ghana", "acceptOffer", await _desk.OfferAsync("denmark", request));
        await _desk.StepAsync("denmark", "agreeScope", await _desk.StepAsync("ghana", "agreeScope", accepted, new { scope = "In the north." }));

        var seen = await Personas.SeeAsync(
            "kenya", Personas.Id(request),
            "status version events(first: 1) { nodes { type version by { code } } } revisions(first: 1) { nodes { version act replacedBy { id } } }");

        Assert.Equal(
            """{"status":"AGREED","version":3,"events":{"nodes":[{"type":"ASSISTANCE_REQUEST_AGREED","version":3,"by":null}]},"revisions":{"nodes":[{"version":2,"act":"agreeScope","replacedBy":null}]}}""",
            seen.GetRawText());
    }

    [Fact]
    public async Task A_contributor_does_not_change_what_is_shared_already()
    {
        var own = await _desk.OpenAsync("kenya-contributor", AssistanceDesk.Request("The committee's", null));
        var revised = await Personas.ActAsync(
            "kenya-contributor", "reviseAssistanceRequest", "request", new { id = Personas.Id(own), version = 1, title = "Better" });
        await ShareAsOwnerAsync(own);

        var refused = await Personas.RefusalAsync(
            "kenya-contributor", "reviseAssistanceRequest", "request",
            new { id = Personas.Id(own), version = Personas.State(revised).Version + 1, title = "Otherwise" });

        Assert.Equal("NOT_ALLOWED", refused.GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_activity_that_was_shared_is_on_the_trail_read_on_record_and_taken_back()
    {
        var logged = await Personas.ActAsync("au-desk", "logEncouragement", "activity", new
        {
            country = "UGA", form = "DIALOGUE_PREVENTIVE_DIPLOMACY", what = "A named talk", heldOn = "2026-11-01",
            audience = await _desk.NamedAsync("DNK_FOCAL_POINT"),
        }, "id version");
        var id = Personas.Id(logged);
        const string node = "query($id: ID!) { node(id: $id) { ... on EncouragementActivity { what } } }";
        Assert.Equal("""{"node":{"what":"A named talk"}}""", (await network.DataAsync("denmark", node, new { id })).GetRawText());
        var trail = await network.DataAsync("auditor", "query($id: ID!) { auditTrail(subject: $id) { nodes { act subjectIds } } }", new { id });
        Assert.Equal(
            $$$"""{"auditTrail":{"nodes":[{"act":"READ","subjectIds":["{{{id}}}"]},{"act":"ENCOURAGEMENT_LOGGED","subjectIds":["{{{id}}}"]}]}}""",
            trail.GetRawText());
        var cursor = (await network.DataAsync("denmark", "{ changeCursor }")).GetProperty("changeCursor").GetString();

        var withdrawn = await network.DataAsync(
            "au-desk", "mutation($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { withdrawnId errors { code } } }",
            new { input = new { id, version = 1, reason = "Too early" } });

        Assert.Equal($$$"""{"withdrawRecord":{"withdrawnId":"{{{id}}}","errors":[]}}""", withdrawn.GetRawText());
        Assert.Equal("""{"node":null}""", (await network.DataAsync("denmark", node, new { id })).GetRawText());
        Assert.Equal("""{"node":{"what":"A named talk"}}""", (await network.DataAsync("au-desk", node, new { id })).GetRawText());
        var told = await network.DataAsync(
            "denmark", "query($after: Cursor!) { changes(after: $after, first: 10) { nodes { type kind documentId } } }", new { after = cursor });
        Assert.Equal($$$"""{"changes":{"nodes":[{"type":"DOCUMENT_RECALLED","kind":null,"documentId":"{{{id}}}"}]}}""", told.GetRawText());
    }

    /// <summary>As the focal point would who takes the committee's office over.</summary>
    private async Task ShareAsOwnerAsync(JsonElement document)
    {
        Assert.True(NodeId.TryParse(Personas.Id(document), out var id));
        await using var source = Npgsql.NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand("update r2p.assistance_request set published_at = now(), version = version + 1 where id = $1");
        command.Parameters.Add(new Npgsql.NpgsqlParameter<Guid> { TypedValue = id.Id });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
