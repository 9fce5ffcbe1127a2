using System.Text.Json;
using R2P.Schema.Tests.Changes;

namespace R2P.Schema.Tests.Members;

/// <summary>What members do to appointments and memberships, and who must not.</summary>
public sealed class NetworkLifeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Desk _desk = new(network);

    [Fact]
    public async Task Suspending_ends_a_stream_that_is_open_at_once_and_nobody_resumes_themselves()
    {
        var held = await network.AppointAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("suspended"), "NATIONAL_FOCAL_POINT");
        await using var listener = await Listener.StartAsync(network, "suspended");
        await _desk.PublishNewAsync("ghana", "Before", Desk.ToAfrica);
        Assert.Single(await listener.NextAsync(1));

        var suspended = (await StepAsync("kenya", "suspendAppointment", held)).Appointment();

        Assert.Equal("SUSPENDED", suspended.Text("status"));
        Assert.Contains("Your appointment has ended", (await listener.ResponseAsync())!.Value.ToString(), StringComparison.Ordinal);
        Assert.Equal("NOT_ALLOWED", (await StepAsync("suspended", "resumeAppointment", suspended)).Refusal().Code);
        Assert.Equal("NOT_ALLOWED", (await StepAsync("ghana", "resumeAppointment", suspended)).Refusal().Code);
        Assert.Equal(
            ("INVALID_TRANSITION", "suspendAppointment is not possible in the state SUSPENDED, only in ACTIVE."),
            (await StepAsync("kenya", "suspendAppointment", suspended)).Refusal());
        Assert.Equal("ACTIVE", (await StepAsync("secretariat", "resumeAppointment", suspended)).Appointment().Text("status"));
    }

    [Fact]
    public async Task A_deputy_appoints_nobody_and_does_not_fill_the_office()
    {
        await network.AppointAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("deputy"), "NATIONAL_FOCAL_POINT", new { deputy = true });

        var refused = await network.ProposeAsync("deputy", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("friend"), "NATIONAL_CONTRIBUTOR");

        Assert.Equal("NOT_ALLOWED", refused.Refusal().Code);
    }

    [Fact]
    public async Task Only_who_keeps_the_members_of_a_body_changes_them_and_nobody_takes_over_who_has_somebody_in_office()
    {
        foreach (var persona in new[] { "kenya", "au-desk", "observer", "civil-society-kenya", "auditor", "admin" })
        {
            Assert.Equal("NOT_ALLOWED", (await RecordAsync(persona, "SEN", "GLOBAL_NETWORK_R2P_FOCAL_POINTS")).Code);
        }

        Assert.Equal(
            ("INVALID_INPUT", "Has somebody in office, who decides about joining: use inviteMember."),
            await RecordAsync("secretariat", "SAMPLE_PEACE_FORUM_KENYA", "GLOBAL_NETWORK_R2P_FOCAL_POINTS"));
        Assert.Equal(("INVALID_INPUT", "Is a member already."), await RecordAsync("secretariat", "KEN", "GLOBAL_NETWORK_R2P_FOCAL_POINTS"));
        Assert.Equal(("NOT_FOUND", "There is no such network or organization, or you may not see it."), await RecordAsync("secretariat", "SEN", "KEN"));
    }

    [Fact]
    public async Task An_invitation_is_known_to_the_body_and_the_party_and_is_answered_once()
    {
        var payload = (await network.DataAsync(
            "secretariat",
            "mutation($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { id version } errors { code message } } }",
            new { input = new { body = "GLOBAL_NETWORK_R2P_FOCAL_POINTS", party = "SAMPLE_PREVENTION_INSTITUTE", message = "Join us.", rights = "LISTED" } })).GetProperty("inviteMember");
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        var invitation = payload.GetProperty("invitation");
        foreach (var persona in new[] { "kenya", "ghana", "au-desk", "auditor", "admin", null })
        {
            Assert.Equal(JsonValueKind.Null, (await network.DataAsync(persona, "query($id: ID!) { node(id: $id) { id } }", new { id = invitation.Text("id") })).GetProperty("node").ValueKind);
            Assert.Equal("0", (await network.DataAsync(persona, "{ invitations { totalCount } }")).GetProperty("invitations").GetProperty("totalCount").GetRawText());
        }

        Assert.Equal("[]", (await AnswerAsync("observer", invitation, accept: false)).GetRawText());
        Assert.Contains("INVALID_TRANSITION", (await AnswerAsync("observer", invitation, accept: true, version: 2)).GetRawText(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> AnswerAsync(string persona, JsonElement invitation, bool accept, int version = 1) => (await network.DataAsync(
        persona,
        "mutation($input: AnswerInvitationInput!) { answerInvitation(input: $input) { errors { code message } } }",
        new { input = new { id = invitation.Text("id"), version, accept } })).GetProperty("answerInvitation").GetProperty("errors");

    private async Task<(string? Code, string? Message)> RecordAsync(string persona, string party, string body)
    {
        var errors = (await network.DataAsync(
            persona,
            "mutation($input: RecordMembershipInput!) { recordMembership(input: $input) { errors { code message } } }",
            new { input = new { party, body } })).GetProperty("recordMembership").GetProperty("errors");
        var error = Assert.Single(errors.EnumerateArray());
        return (error.Text("code"), error.Text("message"));
    }

    private async Task<JsonElement> StepAsync(string persona, string act, JsonElement appointment) => (await network.DataAsync(
        persona,
        $"mutation($input: AppointmentStepInput!) {{ {act}(input: $input) {{ appointment {{ id version status }} errors {{ code message }} }} }}",
        new { input = new { id = appointment.Text("id"), version = appointment.GetProperty("version").GetInt32() } })).GetProperty(act);
}
