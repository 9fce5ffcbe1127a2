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
    public async Task Who_was_put_out_does_not_come_back_by_a_later_end()
    {
        var member = await MembershipAsync("COE", "DNK");
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await database.ExecuteAsync("update r2p.membership m set left_on = current_date + 1 from r2p.party b where b.id = m.body_id and b.code = 'COE'");
        Assert.Equal(
            ("INVALID_INPUT", "Lies after the end that was set: to stay longer takes a new membership."), await EndAsync("denmark", member, "2099-01-01"));

        await database.ExecuteAsync("update r2p.membership m set left_on = current_date from r2p.party b where b.id = m.body_id and b.code = 'COE'");

        Assert.StartsWith("It ended already", (await EndAsync("denmark", member, "2099-01-01")).Message, StringComparison.Ordinal);
        await using var wall = await RawSql.OpenAsync(network.Database.ServiceConnectionString);
        await wall.ExecuteAsync($"select set_config('r2p.person', '{R2P.Schema.Members.ReferenceId.Of("person", "sample:denmark")}', false)");
        Assert.False(await wall.ScalarAsync<bool>($"select r2p.end_membership('{member}', 1, '2099-01-01')"));
    }

    [Fact]
    public async Task Two_who_confirm_somebody_for_two_States_at_once_are_not_both_heard()
    {
        var appointed = await network.AppointAsync("kenya", "KEN_NATIONAL_COMMITTEE", AppointmentActs.Newcomer("of-two"), "NATIONAL_CONTRIBUTOR");
        var person = new { id = appointed.GetProperty("person").Text("id") };
        await network.EndAsync("kenya", appointed);
        var first = (await network.ProposeAsync("ghana", "GHA_FOCAL_POINT", person, "NATIONAL_CONTRIBUTOR")).Appointment();
        var second = (await network.ProposeAsync("denmark", "DNK_FOCAL_POINT", person, "NATIONAL_CONTRIBUTOR")).Appointment();
        Assert.True(R2P.GraphQL.NodeId.TryParse(first.Text("id")!, out var id));
        await using var other = await RawSql.OpenAsync(network.Database.ServiceConnectionString);
        await other.ExecuteAsync(
            $"begin; select set_config('r2p.person', '{R2P.Schema.Members.ReferenceId.Of("person", "sample:secretariat")}', true); select r2p.confirm_appointment('{id.Id}', 1)");

        var late = network.ConfirmAsync("secretariat", second);
        await other.UntilSomebodyWaitsAsync();
        await other.ExecuteAsync("commit");

        Assert.Equal(("INVALID_INPUT", "The person acts for another State. Nobody acts for two."), (await late).Refusal());
    }

    [Fact]
    public async Task Who_opens_an_office_under_a_code_that_somebody_takes_at_the_same_moment_is_told_so()
    {
        await using var other = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await other.ExecuteAsync(
            "begin; insert into r2p.office (id, code, name, party_id, readers) select gen_random_uuid(), 'TAKEN_AT_ONCE', 'x', id, '{public}' from r2p.party where code = 'KEN'");

        var late = network.DataAsync(
            "kenya",
            "mutation($input: OpenOfficeInput!) { openOffice(input: $input) { errors { code message path ... on ConflictError { currentVersion } } } }",
            new { input = new { party = "KEN", code = "TAKEN_AT_ONCE", name = "Second" } });
        await other.UntilSomebodyWaitsAsync();
        await other.ExecuteAsync("commit");

        Assert.Equal(
            """{"code":"CONFLICT","message":"Somebody else did the same at the same time. Read what stands there now and decide again.","path":null,"currentVersion":null}""",
            Assert.Single((await late).GetProperty("openOffice").GetProperty("errors").EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task No_State_sets_itself_over_an_organization_that_did_not_ask_it_or_has_somebody_in_office()
    {
        Assert.Equal("NOT_ALLOWED", await OfficeActAsync("kenya", "registerOrganization", new { code = "LAKE_FORUM", name = "Lake Forum" }));
        Assert.Equal("INVALID_INPUT", await OfficeActAsync("secretariat", "registerOrganization", new { code = "FRA", name = "Not France" }));
        Assert.Null(await OfficeActAsync("secretariat", "registerOrganization", new { code = "LAKE_FORUM", name = "Lake Forum", accreditor = "KEN" }));
        var office = await network.OfficeIdAsync("LAKE_FORUM");

        Assert.Equal("NOT_ALLOWED", await OfficeActAsync("ghana", "accreditOffice", new { office }));
        Assert.Equal("NOT_ALLOWED", await OfficeActAsync("kenya-contributor", "accreditOffice", new { office }));
        await network.ProposeAsync("admin", "LAKE_FORUM", AppointmentActs.Newcomer("lake"), "CIVIL_SOCIETY_CONTRIBUTOR");
        Assert.Null(await OfficeActAsync("kenya", "accreditOffice", new { office }));
        Assert.Equal("INVALID_INPUT", await OfficeActAsync("kenya", "accreditOffice", new { office }));
        Assert.Equal(
            "NOT_ALLOWED", await OfficeActAsync("kenya", "accreditOffice", new { office = await network.OfficeIdAsync("SAMPLE_PREVENTION_INSTITUTE_DESK") }));
    }

    private async Task<string?> OfficeActAsync(string persona, string act, object input)
    {
        var type = $"{char.ToUpperInvariant(act[0])}{act[1..]}Input";
        var errors = (await network.DataAsync(persona, $"mutation($input: {type}!) {{ {act}(input: $input) {{ errors {{ code }} }} }}", new { input }))
            .GetProperty(act).GetProperty("errors");
        return errors.GetArrayLength() == 0 ? null : Assert.Single(errors.EnumerateArray()).Text("code");
    }

    private async Task<Guid> MembershipAsync(string body, string party)
    {
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        return await database.ScalarAsync<Guid>(
            $"select m.id from r2p.membership m join r2p.party b on b.id = m.body_id join r2p.party p on p.id = m.party_id where b.code = '{body}' and p.code = '{party}'");
    }

    private async Task<(string? Code, string? Message)> EndAsync(string persona, Guid membership, string leftOn)
    {
        var errors = (await network.DataAsync(
            persona,
            "mutation($input: EndMembershipInput!) { endMembership(input: $input) { errors { code message } } }",
            new { input = new { id = new R2P.GraphQL.NodeId("Membership", membership).ToString(), version = 1, leftOn } })).GetProperty("endMembership").GetProperty("errors");
        var error = Assert.Single(errors.EnumerateArray());
        return (error.Text("code"), error.Text("message"));
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
            Assert.Equal(
                JsonValueKind.Null,
                (await network.DataAsync(persona, "query($id: ID!) { node(id: $id) { id } }", new { id = invitation.Text("id") }))
                    .GetProperty("node").ValueKind);
            Assert.Equal(
                "0", (await network.DataAsync(persona, "{ invitations { totalCount } }")).GetProperty("invitations").GetProperty("totalCount").GetRawText());
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
