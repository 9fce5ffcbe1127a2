using System.Text.Json;

namespace R2P.Schema.Tests.Members;

public sealed class AppointmentRefusalTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string NotFound = "There is no such appointment, or you may not see it.";

    [Theory]
    [InlineData("ghana")]
    [InlineData("au-desk")]
    [InlineData("kenya-contributor")]
    [InlineData("civil-society-kenya")]
    [InlineData("observer")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Others_do_not_propose_for_an_office(string persona)
    {
        var answer = await network.ProposeAsync(persona, "KEN_FOCAL_POINT", AppointmentActs.Newcomer("x"), "NATIONAL_FOCAL_POINT");

        Assert.Equal(("NOT_ALLOWED", "None of your active appointments lets you propose this appointment."), answer.Refusal());
    }

    [Fact]
    public async Task Nobody_does_without_a_token()
    {
        var response = await network.AskAsync(
            null, "mutation { confirmAppointment(input: { id: \"eA==\", version: 1 }) { errors { code } } }");

        Assert.Equal(JsonValueKind.Array, response.GetProperty("errors").ValueKind);
    }

    [Theory]
    [InlineData("kenya", "KEN_FOCAL_POINT", "NATIONAL_CONTRIBUTOR")]
    [InlineData("kenya", "KEN_NATIONAL_COMMITTEE", "NATIONAL_CONTRIBUTOR")]
    [InlineData("kenya", "SAMPLE_PEACE_FORUM_KENYA_DESK", "CIVIL_SOCIETY_CONTRIBUTOR")]
    [InlineData("au-desk", "AU_R2P_DESK", "REGIONAL_FOCAL_POINT")]
    [InlineData("secretariat", "GHA_FOCAL_POINT", "NATIONAL_FOCAL_POINT")]
    [InlineData("secretariat", "GLOBAL_NETWORK_SECRETARIAT", "NETWORK_SECRETARIAT")]
    public async Task Who_proposes_does_not_confirm(string persona, string office, string role)
    {
        var proposal = (await network.ProposeAsync(persona, office, AppointmentActs.Newcomer($"{persona}-{office}"), role)).Appointment();

        Assert.Equal(
            ("NOT_ALLOWED", "None of your active appointments lets you confirm what you proposed yourself."),
            (await network.ConfirmAsync(persona, proposal)).Refusal());
    }

    [Theory]
    [InlineData("kenya-contributor", "NOT_ALLOWED", "None of your active appointments lets you confirm this appointment.")]
    [InlineData("ghana", "NOT_FOUND", NotFound)]
    [InlineData("au-desk", "NOT_FOUND", NotFound)]
    [InlineData("observer", "NOT_FOUND", NotFound)]
    [InlineData("auditor", "NOT_FOUND", NotFound)]
    [InlineData("admin", "NOT_FOUND", NotFound)]
    public async Task Nobody_but_the_secretariat_confirms(string persona, string code, string message)
    {
        var proposal = (await network.ProposeAsync("kenya", "KEN_NATIONAL_COMMITTEE", AppointmentActs.Newcomer("y"), "NATIONAL_CONTRIBUTOR")).Appointment();

        Assert.Equal((code, message), (await network.ConfirmAsync(persona, proposal)).Refusal());
    }

    [Fact]
    public async Task The_secretariat_does_not_confirm_itself_even_under_a_new_name()
    {
        var proposal = (await network.ProposeAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("secretariat"), "NATIONAL_FOCAL_POINT")).Appointment();

        Assert.Equal("NOT_ALLOWED", (await network.ConfirmAsync("secretariat", proposal)).Refusal().Code);
        Assert.Equal("New: secretariat", (await AppointmentOfAsync("kenya", proposal)).GetProperty("person").Text("displayName"));
    }

    [Fact]
    public async Task The_secretariat_does_not_vouch_for_a_State_that_is_suspended_from_its_network()
    {
        var proposal = (await network.ProposeAsync("costa-rica", "CRI_FOCAL_POINT", AppointmentActs.Newcomer("cri"), "NATIONAL_FOCAL_POINT")).Appointment();
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await database.ExecuteAsync(
            "update r2p.membership m set suspended_from = current_date from r2p.party p, r2p.party b where p.id = m.party_id and b.id = m.body_id and p.code = 'CRI' and b.code like 'GLOBAL%'");

        Assert.Equal(
            ("NOT_ALLOWED", "None of your active appointments lets you confirm this appointment."),
            (await network.ConfirmAsync("secretariat", proposal)).Refusal());
        Assert.Equal("NOT_ALLOWED", (await network.EndAsync("secretariat", proposal)).Refusal().Code);
    }

    [Theory]
    [InlineData("NETWORK_SECRETARIAT")]
    [InlineData("AUDITOR")]
    [InlineData("ADMINISTRATOR")]
    [InlineData("OBSERVER")]
    public async Task A_States_office_has_only_a_States_roles(string role)
    {
        var answer = await network.ProposeAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("z"), role);

        Assert.Equal(
            ("INVALID_INPUT", $"An office of Kenya has no {role}. It can have: NATIONAL_FOCAL_POINT, NATIONAL_CONTRIBUTOR."), answer.Refusal());
        Assert.Equal("""["input","role"]""", answer.GetProperty("errors")[0].GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task The_secretariat_does_not_end_the_auditors_appointment()
    {
        var data = await network.DataAsync("secretariat", """{ office(code: "OVERSIGHT_OFFICE") { holders { id version role } } }""");
        var auditor = Assert.Single(data.GetProperty("office").GetProperty("holders").EnumerateArray());

        Assert.Equal(
            ("NOT_ALLOWED", "None of your active appointments lets you end this appointment."), (await network.EndAsync("secretariat", auditor)).Refusal());
    }

    [Theory]
    [InlineData("kenya")]
    [InlineData("au-desk")]
    [InlineData("observer")]
    public async Task Others_do_not_end_an_appointment(string persona)
    {
        var data = await network.DataAsync(persona, """{ office(code: "GHA_FOCAL_POINT") { holders { id version } } }""");
        var ghana = Assert.Single(data.GetProperty("office").GetProperty("holders").EnumerateArray());

        Assert.Equal("NOT_ALLOWED", (await network.EndAsync(persona, ghana)).Refusal().Code);
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_a_conflict_and_what_has_ended_stays_so()
    {
        var proposal = (await network.ProposeAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("stale"), "NATIONAL_CONTRIBUTOR")).Appointment();
        var ended = (await network.EndAsync("kenya", proposal)).Appointment();

        Assert.Equal("CONFLICT", (await network.ConfirmAsync("secretariat", proposal)).Refusal().Code);
        Assert.Equal(
            ("INVALID_TRANSITION", "confirmAppointment is not possible in the state ENDED, only in PROPOSED."),
            (await network.ConfirmAsync("secretariat", ended)).Refusal());
        Assert.Equal(
            ("INVALID_TRANSITION", "endAppointment is not possible in the state ENDED, only in PROPOSED, ACTIVE, SUSPENDED."),
            (await network.EndAsync("kenya", ended)).Refusal());
    }

    [Fact]
    public async Task Two_who_confirm_and_end_at_the_same_moment_do_not_both_win()
    {
        var proposal = (await network.ProposeAsync("kenya", "KEN_FOCAL_POINT", AppointmentActs.Newcomer("race"), "NATIONAL_CONTRIBUTOR")).Appointment();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? network.ConfirmAsync("secretariat", proposal) : network.EndAsync("kenya", proposal)));

        Assert.Single(answers, answer => answer.GetProperty("errors").GetArrayLength() == 0);
        Assert.Equal(5, answers.Count(answer => answer.GetProperty("errors").GetArrayLength() == 1 && answer.Refusal().Code == "CONFLICT"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_proposal_is_said_at_once_without_the_identity()
    {
        var answer = await network.ProposeAsync(
            "kenya",
            "KEN_FOCAL_POINT",
            new { @new = new { displayName = " ", issuer = "", subject = "s" + new string('x', 255) } },
            "NATIONAL_FOCAL_POINT",
            new { startsAt = "2900-01-02T00:00:00Z", endsAt = "2900-01-01T00:00:00Z" });

        Assert.Equal(
            [
                "input.person.new.displayName: Must not be empty.",
                "input.person.new.issuer: Must not be empty.",
                "input.person.new.subject: Is 256 characters long; at most 255 are allowed.",
                "input.endsAt: Must lie after \"startsAt\".",
            ],
            answer.GetProperty("errors").EnumerateArray().Select(error =>
                $"{string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString()))}: {error.Text("message")}"));
    }

    private async Task<JsonElement> AppointmentOfAsync(string persona, JsonElement appointment)
    {
        var data = await network.DataAsync(
            persona, "query($id: ID!) { node(id: $id) { ... on Appointment { id status person { displayName } } } }", new { id = appointment.Text("id") });
        return data.GetProperty("node");
    }
}
