using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Access;

namespace R2P.Schema.Tests.Members;

public sealed class AppointmentLifeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string WhoAmI = "{ viewer { displayName appointments { role office { code } } } }";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proposal_counts_once_the_secretariat_has_confirmed_it_and_until_it_is_ended()
    {
        var draft = await DraftAsync("kenya");
        var proposal = (await network.ProposeAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("life"), "NATIONAL_FOCAL_POINT")).Appointment();
        Assert.Equal(("PROPOSED", 1), State(proposal));
        Assert.Equal("Focal point of Kenya (sample)", proposal.GetProperty("proposedBy").Text("displayName"));
        Assert.Equal("""{"viewer":null}""", (await network.DataAsync("life", WhoAmI)).GetRawText());
        Assert.False(await FindsAsync("life", draft));

        var held = (await network.ConfirmAsync("secretariat", proposal)).Appointment();
        Assert.Equal(("ACTIVE", 2), State(held));
        Assert.Equal("Secretariat of the Global Network (sample)", held.GetProperty("confirmedBy").Text("displayName"));
        Assert.Equal(
            """{"viewer":{"displayName":"New: life","appointments":[{"role":"NATIONAL_FOCAL_POINT","office":{"code":"KEN_FOCAL_POINT"}}]}}""",
            (await network.DataAsync("life", WhoAmI)).GetRawText());
        Assert.True(await FindsAsync("life", draft));

        var ended = (await network.EndAsync("kenya", held)).Appointment();
        Assert.Equal(("ENDED", 3), State(ended));
        Assert.NotNull(ended.Text("endsAt"));
        Assert.Equal("""{"viewer":{"displayName":"New: life","appointments":[]}}""", (await network.DataAsync("life", WhoAmI)).GetRawText());
        Assert.False(await FindsAsync("life", draft));
        Assert.True(await FindsAsync("kenya", draft));
    }

    [Fact]
    public async Task Ending_reaches_a_stream_that_is_open()
    {
        var held = await network.AppointAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("stream"), "NATIONAL_FOCAL_POINT");
        var log = network.Services.GetRequiredService<EventLog>();
        var viewers = network.Services.GetRequiredService<ViewerDirectory>();
        var head = await log.HeadAsync(Cancellation);
        await using var stream = log
            .FollowAsync(head, async token => (await viewers.FindAsync(NetworkFixture.Principal("stream"), token)).Access, Cancellation)
            .GetAsyncEnumerator(Cancellation);

        await DraftAsync("kenya");
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("ASSESSMENT_DRAFTED", stream.Current.Type);
        var next = stream.MoveNextAsync();
        (await network.EndAsync("kenya", held)).Appointment();
        await DraftAsync("kenya");
        await network.Services.GetRequiredService<DocumentStore>().WriteAsync(
            AccessContext.Anonymous, "mark", session => { session.Append(new DocumentEvent("MARK", ["public"])); return Task.FromResult(0); }, Cancellation);

        Assert.True(await next);
        Assert.Equal("MARK", stream.Current.Type);
    }

    [Fact]
    public async Task A_proposal_is_known_to_the_office_the_secretariat_and_nobody_else()
    {
        var proposal = (await network.ProposeAsync("kenya", "KEN_NATIONAL_COMMITTEE", AppointmentActs.Newcomer("known"), "NATIONAL_CONTRIBUTOR")).Appointment();

        foreach (var persona in new[] { "kenya", "kenya-contributor", "secretariat" })
        {
            Assert.True(await FindsAsync(persona, proposal), persona);
            Assert.True(await FindsAsync(persona, proposal.GetProperty("person")), persona);
        }

        foreach (var persona in new[] { "ghana", "au-desk", "observer", "civil-society-kenya", "auditor", "admin", "known", null })
        {
            Assert.False(await FindsAsync(persona, proposal), persona);
            Assert.False(await FindsAsync(persona, proposal.GetProperty("person")), persona);
        }

        await network.ConfirmAsync("secretariat", proposal);
        Assert.True(await FindsAsync("ghana", proposal));
        Assert.True(await FindsAsync("ghana", proposal.GetProperty("person")));
        Assert.False(await FindsAsync(null, proposal));
        Assert.False(await FindsAsync("auditor", proposal.GetProperty("person")));
    }

    [Fact]
    public async Task Whom_the_network_knew_already_is_no_second_person_and_the_proposer_is_not_told_before()
    {
        var known = (await network.ProposeAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("observer"), "NATIONAL_CONTRIBUTOR")).Appointment();
        var unknown = (await network.ProposeAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("nobody"), "NATIONAL_CONTRIBUTOR")).Appointment();
        Assert.Equal("New: observer", known.GetProperty("person").Text("displayName"));
        Assert.Equal("New: nobody", unknown.GetProperty("person").Text("displayName"));

        var confirmed = (await network.ConfirmAsync("secretariat", known)).Appointment();

        Assert.Equal("Observer of the Sample Institute for Prevention (sample)", confirmed.GetProperty("person").Text("displayName"));
        Assert.False(await FindsAsync("kenya", known.GetProperty("person")));
        var viewer = (await network.DataAsync("observer", WhoAmI)).GetProperty("viewer");
        Assert.Equal(
            ["NATIONAL_CONTRIBUTOR", "OBSERVER"], viewer.GetProperty("appointments").EnumerateArray().Select(held => held.Text("role")).Order());
        await network.EndAsync("observer", confirmed);
    }

    [Fact]
    public async Task Whoever_holds_an_appointment_may_resign()
    {
        var held = await network.AppointAsync("kenya", "KEN_NATIONAL_COMMITTEE", AppointmentActs.Newcomer("resigns"), "NATIONAL_CONTRIBUTOR");

        Assert.Equal(("ENDED", 3), State((await network.EndAsync("resigns", held)).Appointment()));
        Assert.Equal("""{"viewer":{"displayName":"New: resigns","appointments":[]}}""", (await network.DataAsync("resigns", WhoAmI)).GetRawText());
    }

    [Fact]
    public async Task An_appointment_shows_where_it_stands_by_its_dates()
    {
        var later = await network.AppointAsync(
            "kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("later"), "NATIONAL_CONTRIBUTOR", new { startsAt = "2900-01-01T00:00:00Z" });
        Assert.Equal(("CONFIRMED", 2), State(later));
        Assert.Equal("""{"viewer":{"displayName":"New: later","appointments":[]}}""", (await network.DataAsync("later", WhoAmI)).GetRawText());

        var until = await network.AppointAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("until"), "NATIONAL_CONTRIBUTOR");
        var limited = (await network.EndAsync("kenya", until, new { endsAt = "2900-01-01T00:00:00Z" })).Appointment();
        Assert.Equal(("ACTIVE", 3), State(limited));
        Assert.Equal(
            ("INVALID_INPUT", "Lies after the end that was confirmed: propose a new appointment instead."),
            (await network.EndAsync("kenya", limited, new { endsAt = "2900-01-02T00:00:00Z" })).Refusal());
    }

    [Fact]
    public async Task The_same_clientMutationId_proposes_once()
    {
        object more = new { clientMutationId = "propose-once" };

        var first = (await network.ProposeAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("once"), "NATIONAL_CONTRIBUTOR", more)).Appointment();
        var again = (await network.ProposeAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("once"), "NATIONAL_CONTRIBUTOR", more)).Appointment();

        Assert.Equal(first.Text("id"), again.Text("id"));
    }

    private static (string? Status, int Version) State(JsonElement appointment) =>
        (appointment.Text("status"), appointment.GetProperty("version").GetInt32());

    private async Task<JsonElement> DraftAsync(string persona)
    {
        var data = await network.DataAsync(
            persona, "mutation { draftAssessment(input: { title: \"Of the office\" }) { assessment { id } errors { message } } }");
        return data.GetProperty("draftAssessment").GetProperty("assessment");
    }

    private async Task<bool> FindsAsync(string? persona, JsonElement row)
    {
        var data = await network.DataAsync(persona, "query($id: ID!) { node(id: $id) { id } }", new { id = row.Text("id") });
        return data.GetProperty("node").ValueKind == JsonValueKind.Object;
    }
}
