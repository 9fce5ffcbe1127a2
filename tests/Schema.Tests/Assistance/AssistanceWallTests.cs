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
        const string consulted = "... on AssistanceRequest { consulted { kind name } }";

        Assert.Equal("""{"consulted":[{"kind":"COMMUNITY","name":"Elders of three districts"}]}""", (await Personas.SeeAsync("ghana", Personas.Id(request), consulted)).GetRawText());
        Assert.Equal("""{"consulted":null}""", (await Personas.SeeAsync("denmark", Personas.Id(request), consulted)).GetRawText());
        await Personas.ActAsync("ghana", "reviseAssistanceRequest", "request",
            new { id = Personas.Id(request), version = 1, consulted = new[] { new { kind = "ACADEMIA", name = "A university" } } });
        Assert.Equal("""{"consulted":[{"kind":"ACADEMIA","name":"A university"}]}""", (await Personas.SeeAsync("ghana", Personas.Id(request), consulted)).GetRawText());
        Assert.Equal("""{"consulted":null}""", (await Personas.SeeAsync("denmark", Personas.Id(request), consulted)).GetRawText());
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
            """{"offers":{"totalCount":0},"gaps":[{"offered":"0"},{"offered":"0"}]}""", (await Personas.SeeAsync("kenya", Personas.Id(request), offers)).GetRawText());
        Assert.Equal(
            """{"offers":{"totalCount":1},"gaps":[{"offered":"400.25"},{"offered":"2"}]}""", (await Personas.SeeAsync("ghana", Personas.Id(request), offers)).GetRawText());
        Assert.Equal("NOT_FOUND", (await Personas.RefusalAsync("costa-rica", "offerAssistance", "offer", AssistanceDesk.Offer(request))).GetProperty("code").GetString());
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
        object Activity(string what, object? audience) => new { country = "KEN", form = "DIALOGUE_PREVENTIVE_DIPLOMACY", what, heldOn = "2026-11-01", audience };
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
}
