using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Focal points: appointed, empowered, followed by others.</summary>
public sealed class Appointing(Network network) : IClassFixture<Network>
{
    private const string OfOffice =
        "query($id: ID!) { node(id: $id) { ... on Office { vacant holders { deputy role person { displayName } confirmedBy { displayName } } "
        + "appointments { status predecessor { id } person { displayName } } mandate { topic text since until } } } }";

    [Fact]
    [Row(
        "A1 B1",
        "`proposeAppointment`, `confirmAppointment`, `suspendAppointment`, `resumeAppointment`, `endAppointment`, `Office.vacant`",
        without: "suspendAppointment")]
    public async Task A_focal_point_is_proposed_confirmed_suspended_and_ended_and_the_vacancy_shows()
    {
        var state = await network.StateAsync("SEN");
        var office = await network.OpenOfficeAsync(state, "SEN");
        Assert.True((await SeeAsync("observer", office)).GetProperty("vacant").GetBoolean());
        var name = Founding.NewName("senior");
        var proposal = await network.ActAsync(
            state, "proposeAppointment", new { office, person = Founding.Person(name), role = "NATIONAL_FOCAL_POINT" }, "appointment { id version status }");
        Assert.Equal("PROPOSED", proposal.Status());
        Assert.Empty(await network.HoldsAsync(name));
        Assert.False(await network.SeesAsync("observer", proposal.Id()));
        Assert.Contains(proposal.Id(), await WaitingForAsync("secretariat"));
        Assert.DoesNotContain(proposal.Id(), await WaitingForAsync(state));
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync(state, "confirmAppointment", Seen(proposal)));

        var held = await StepAsync("secretariat", "confirmAppointment", proposal);
        Assert.Equal("ACTIVE", held.Status());
        Assert.Equal([office], await network.HoldsAsync(name));
        var shown = await SeeAsync("observer", office);
        Assert.False(shown.GetProperty("vacant").GetBoolean());
        Assert.Equal(
            $$$"""[{"deputy":false,"role":"NATIONAL_FOCAL_POINT","person":{"displayName":"{{{name}}}"},"confirmedBy":{"displayName":"Secretariat of the Global Network (sample)"}}]""",
            shown.GetProperty("holders").GetRawText());

        // Nobody acts for two States, and nobody suspends or resumes themselves.
        var other = await network.StateAsync("UGA");
        var second = await network.ActAsync(
            other,
            "proposeAppointment",
            new { office = await network.OpenOfficeAsync(other, "UGA"), person = Founding.Person(name), role = "NATIONAL_FOCAL_POINT" },
            "appointment { id version }");
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("secretariat", "confirmAppointment", Seen(second)));
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync(name, "suspendAppointment", Seen(held), "AppointmentStepInput"));

        var draft = await network.ActAsync(name, "draftAssessment", new { title = "Of the office" }, "assessment { id }");
        var suspended = await StepAsync(state, "suspendAppointment", held, "AppointmentStepInput");
        Assert.Equal("SUSPENDED", suspended.Status());
        Assert.Empty(await network.HoldsAsync(name));
        Assert.False(await network.SeesAsync(name, draft.Id()));
        Assert.True((await SeeAsync("observer", office)).GetProperty("vacant").GetBoolean());
        var resumed = await StepAsync("secretariat", "resumeAppointment", suspended, "AppointmentStepInput");
        Assert.True(await network.SeesAsync(name, draft.Id()));

        var deputy = await network.AppointAsync(state, office, Founding.NewName("deputy"), "NATIONAL_FOCAL_POINT", deputy: true);
        Assert.Equal("ENDED", (await StepAsync(name, "endAppointment", resumed)).Status());
        Assert.True((await SeeAsync("observer", office)).GetProperty("vacant").GetBoolean());
        await StepAsync(state, "endAppointment", deputy);

        // What the office had to do falls to nobody: no other office of the State sees it.
        Assert.False(await network.SeesAsync(state, draft.Id()));
        Assert.False(await network.SeesAsync("secretariat", draft.Id()));
        Assert.Equal("[]", (await SeeAsync("observer", office)).GetProperty("holders").GetRawText());
    }

    [Fact]
    [Row("A1 D12", "`handOverOffice`, `Office.appointments`", without: "handOverOffice")]
    public async Task A_hand_over_loses_no_draft_and_no_history()
    {
        var state = await network.StateAsync("SEN");
        var office = await network.OpenOfficeAsync(state, "SEN");
        var (first, next) = (Founding.NewName("first"), Founding.NewName("next"));
        var held = await network.AppointAsync(state, office, first, "NATIONAL_FOCAL_POINT");
        var draft = await network.ActAsync(first, "draftAssessment", new { title = "Begun by the first" }, "assessment { id version }");
        var revised = await network.ActAsync(
            first, "reviseAssessment", new { id = draft.Id(), version = draft.Version(), summary = "Half done." }, "assessment { id version }");
        var proposal = await network.ActAsync(
            first, "handOverOffice", new { id = held.Id(), version = held.Version(), person = Founding.Person(next) }, "appointment { id version }");
        Assert.True(await network.SeesAsync(first, draft.Id()));
        Assert.False(await network.SeesAsync(next, draft.Id()));

        await StepAsync("secretariat", "confirmAppointment", proposal);

        Assert.False(await network.SeesAsync(first, draft.Id()));
        Assert.Empty(await network.HoldsAsync(first));
        var ownRevision = await network.ActAsync(
            next, "reviseAssessment", new { id = draft.Id(), version = revised.Version(), summary = "Finished." },
            "assessment { id version revisions { nodes { version } } }");
        Assert.Equal(2, ownRevision.GetProperty("revisions").GetProperty("nodes").GetArrayLength());
        var appointments = (await SeeAsync("observer", office)).GetProperty("appointments").EnumerateArray().ToArray();
        Assert.Equal(["ACTIVE", "ENDED"], appointments.Select(row => row.Status()));
        Assert.Equal(held.Id(), appointments[0].GetProperty("predecessor").Id());
    }

    [Fact]
    [Row("A1 B2", "`recordMandate`, `Office.mandate`", without: "recordMandate")]
    public async Task An_office_keeps_the_record_of_its_mandate_and_decides_who_reads_what()
    {
        var state = await network.StateAsync("SEN");
        var office = await network.OpenOfficeAsync(state, "SEN");
        var name = Founding.NewName("mandated");
        await network.AppointAsync(state, office, name, "NATIONAL_FOCAL_POINT");
        await RecordAsync(
            name,
            new { topic = "RANK", text = "Director", since = "2024-01-01", audience = Network.ToMembers },
            new { topic = "MANDATE", text = "Decree 12: coordinates prevention.", since = "2024-01-01", audience = Network.ToMembers },
            new { topic = "REPORTING_LINE", text = "To the minister.", since = "2024-01-01", audience = new { kind = "NATIONAL" } },
            new { topic = "BUDGET", text = "None of its own.", since = "2024-01-01", audience = (object?)null },
            new { topic = "STAFF", text = "Two.", since = "2024-01-01", audience = (object?)null });
        await RecordAsync(
            name,
            new { topic = "RANK", text = "Ambassador", since = "2025-06-01", audience = Network.ToMembers },
            new { topic = "BUDGET", text = "A line in the ministry's budget.", since = "2025-06-01", audience = (object?)null });

        Assert.Equal(
            ["RANK Ambassador 2025-06-01 ", "MANDATE Decree 12: coordinates prevention. 2024-01-01 ", "RANK Director 2024-01-01 2025-06-01"],
            await MandateAsync("observer", office));
        Assert.Contains("REPORTING_LINE To the minister. 2024-01-01 ", await MandateAsync(state, office));
        Assert.DoesNotContain(await MandateAsync(state, office), entry => entry.StartsWith("BUDGET", StringComparison.Ordinal));
        Assert.Equal(7, (await MandateAsync(name, office)).Count);
        Assert.Empty(await MandateAsync(null, office));
    }

    private async Task RecordAsync(string name, params object[] entries) =>
        await network.ActAsync(name, "recordMandate", new { entries }, "office { id }");

    private async Task<IReadOnlyList<string>> MandateAsync(string? persona, string office) =>
    [
        .. (await SeeAsync(persona, office)).GetProperty("mandate").EnumerateArray().Select(entry =>
            $"{entry.GetProperty("topic")} {entry.GetProperty("text")} {entry.GetProperty("since")} {entry.GetProperty("until")}"),
    ];

    private async Task<JsonElement> SeeAsync(string? persona, string office) =>
        (await network.DataAsync(persona, OfOffice, new { id = office })).GetProperty("node");

    private Task<IReadOnlyList<string?>> WaitingForAsync(string persona) => network.InboxAsync(persona, "APPOINTMENT_TO_CONFIRM");

    private Task<JsonElement> StepAsync(string persona, string act, JsonElement appointment, string? inputType = null) =>
        network.ActAsync(persona, act, Seen(appointment), "appointment { id version status }", inputType);

    private static object Seen(JsonElement appointment) => new { id = appointment.Id(), version = appointment.Version() };
}
