using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>National architectures of prevention: the bodies, and how they work together.</summary>
public sealed class Architecture(Network network) : IClassFixture<Network>
{
    [Fact]
    [Row("A2", "`recordInstitution`, contributors' `reviseAssessment`, `submitAssessment`, `approveAssessment`", without: "recordInstitution")]
    public async Task Several_ministries_write_one_assessment_that_their_committee_signs_off()
    {
        var state = await network.StateAsync("UGA");
        var office = await network.OpenOfficeAsync(state, "UGA");
        var (chair, justice, interior) = (Founding.NewName("chair"), Founding.NewName("justice"), Founding.NewName("interior"));
        await network.AppointAsync(state, office, chair, "NATIONAL_FOCAL_POINT");
        await network.AppointAsync(state, office, justice, "NATIONAL_CONTRIBUTOR");
        await network.AppointAsync(state, office, interior, "NATIONAL_CONTRIBUTOR");
        var committee = await network.ActAsync(chair, "recordInstitution", new
        {
            title = Founding.NewName("National committee"),
            category = "NATIONAL_COMMITTEE",
            members = new[] { "Ministry of Justice", "Ministry of the Interior" },
            legalBase = "Rests on the protocol of the region.",
            meetingRhythm = "Every second month.",
            contributorOffice = office,
        }, "institution { id members legalBase meetingRhythm contributorOffice { id } }");
        Assert.Equal("""["Ministry of Justice","Ministry of the Interior"]""", committee.GetProperty("members").GetRawText());
        Assert.Equal(office, committee.GetProperty("contributorOffice").Id());
        Assert.False(await network.SeesAsync("secretariat", committee.Id()));

        var draft = await network.ActAsync(justice, "draftAssessment", new
        {
            title = "One text of several",
            ratings = new[] { new { factor = "RF_01", finding = "Land disputes are old and known.", trend = "STABLE", confidence = "MODERATE" } },
            inhibitors = new[] { new { inhibitor = "SECURITY_SECTOR", finding = "Oversight works.", trend = "STABLE", confidence = "MODERATE" } },
        }, "assessment { id version }");
        var part = await network.ActAsync(
            interior, "reviseAssessment", new { id = draft.Id(), version = draft.Version(), summary = "The part of the Interior." },
            "assessment { id version authors { displayName } }");
        Assert.Equal(
            [justice, interior], part.GetProperty("authors").EnumerateArray().Select(author => author.GetProperty("displayName").GetString()));
        var submitted = await network.ActAsync(
            justice, "submitAssessment", new { id = part.Id(), version = part.Version() }, "assessment { id version status }", "AssessmentStepInput");
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync(
            interior, "approveAssessment", new { id = submitted.Id(), version = submitted.Version() }, "AssessmentStepInput"));
        foreach (var outsider in new[] { "secretariat", "kenya", "au-desk", "observer", null })
        {
            Assert.False(await network.SeesAsync(outsider, draft.Id()));
        }

        var approved = await network.ActAsync(
            chair, "approveAssessment", new { id = submitted.Id(), version = submitted.Version() }, "assessment { id status }", "AssessmentStepInput");
        Assert.Equal("APPROVED", approved.Status());
    }

    [Fact]
    [Row("A3 A23 B3", "`recordInstitution`, `reviseInstitution`, `endInstitution`, `institutions(where:)`, `institutionOutline`", without: "reviseInstitution")]
    public async Task An_architecture_is_described_in_its_own_words_and_serves_others_as_an_example()
    {
        var outline = (await network.DataAsync(null, "{ institutionOutline { field question } }")).GetProperty("institutionOutline");
        Assert.Contains(outline.EnumerateArray(), section => section.GetProperty("field").GetString() == "termsOfReference");
        var title = Founding.NewName("Human rights commission");
        var nhri = await network.ActAsync("ghana", "recordInstitution", new
        {
            title, category = "NHRI", inhibitors = new[] { "SECURITY_SECTOR" }, termsOfReference = "Hears complaints.", startedOn = "1993-07-06",
        }, "institution { id version status }");
        foreach (var category in new[] { "PARLIAMENT", "COURT", "OVERSIGHT" })
        {
            await network.ActAsync(
                "ghana", "recordInstitution", new { title = Founding.NewName(category), category, audience = Network.ToMembers }, "institution { id }");
        }

        const string examples =
            "{ institutions(first: 200, where: { category: { eq: NHRI }, inhibitors: { some: { eq: \"SECURITY_SECTOR\" } } }) { nodes { id } } }";
        Assert.DoesNotContain(nhri.Id(), await FoundAsync("costa-rica", examples));
        var shared = await network.ActAsync(
            "ghana", "shareDocument", new { id = nhri.Id(), version = nhri.Version(), audience = Network.ToMembers }, "document { id version }");
        Assert.Contains(nhri.Id(), await FoundAsync("costa-rica", examples));
        Assert.DoesNotContain(nhri.Id(), await FoundAsync(null, examples));

        var revised = await network.ActAsync("ghana", "reviseInstitution", new
        {
            id = nhri.Id(), version = shared.Version(), members = new[] { "Three commissioners" }, reason = "A third was appointed.",
        }, "institution { id version members termsOfReference revisions { nodes { version reason } } }");
        Assert.Equal("Hears complaints.", revised.GetProperty("termsOfReference").GetString());
        Assert.Equal(2, revised.GetProperty("revisions").GetProperty("nodes").GetArrayLength());
        Assert.Equal(
            "NOT_ALLOWED", await network.RefusalAsync("kenya", "reviseInstitution", new { id = nhri.Id(), version = revised.Version(), title = "Ours" }));
        var ended = await network.ActAsync(
            "ghana", "endInstitution", new { id = nhri.Id(), version = revised.Version(), endedOn = "2025-01-01" }, "institution { id status endedOn }");
        Assert.Equal("CLOSED", ended.Status());
        Assert.Contains(nhri.Id(), await FoundAsync("costa-rica", examples));

        // Described, never rated.
        var fields = (await network.DataAsync(null, "{ __type(name: \"Institution\") { fields { name type { name ofType { name } } } } }"))
            .GetProperty("__type").GetProperty("fields");
        Assert.DoesNotContain(fields.EnumerateArray(), field => new[] { "score", "rank", "rating", "index" }
            .Any(word => field.GetProperty("name").GetString()!.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    [Row("A23", "`recordInstitution(contributorOffice:)`, `askForPart`, `writePart`, `signOffPart`, `takeInPart`", without: "writePart")]
    public async Task A_human_rights_institution_has_a_desk_of_its_own_and_writes_its_part_of_the_assessment()
    {
        var (office, commissioner) = await BodyAsync("National commission on human rights", "NHRI", Network.ToMembers);
        var draft = await network.DraftAsync("kenya", "With the commission");

        var part = await network.ActAsync("kenya", "askForPart", new
        {
            assessmentId = draft.Id(), office, title = "What the commission hears", factors = new[] { "RF_09" },
        }, "part { id version }");
        Assert.False(await network.SeesAsync(commissioner, draft.Id()));
        var written = await network.ActAsync(commissioner, "writePart", new
        {
            id = part.Id(), version = 1,
            ratings = new[] { new { factor = "RF_09", finding = "Complaints have doubled.", trend = "WORSENING", confidence = "HIGH" } },
        }, "part { id version }");
        var signed = await network.ActAsync(
            commissioner, "signOffPart", new { id = part.Id(), version = written.Version() }, "part { id version }", "PartStepInput");
        await network.ActAsync("kenya", "takeInPart", new { id = part.Id(), version = signed.Version(), assessmentVersion = 1 }, "part { id }");

        var whole = await network.NodeAsync("kenya", draft.Id(), "... on Assessment { ratings { factor finding } }");
        Assert.Contains("""{"factor":"RF_09","finding":"Complaints have doubled."}""", whole.GetProperty("ratings").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Row("B53", "`recordInstitution(category: LOCAL_MECHANISM)`, `institutions(where:)`", without: "recordInstitution")]
    [Row(
        "D11",
        "`openOffice` for a county, `recordInstitution(contributorOffice:)`, `draftAssessment`, `submitAssessment`, `submitContribution` by it",
        without: "openOffice")]
    public async Task A_local_council_of_peace_is_described_and_takes_its_own_step_before_the_national_office_takes_the_next()
    {
        var (_, local) = await BodyAsync("Peace council of one county", "LOCAL_MECHANISM", Network.ToMembers, "ACTOR_TRADITIONAL_LEADERS");
        var profile = (await network.DataAsync("costa-rica", """
            { institutions(first: 200, where: { category: { eq: LOCAL_MECHANISM }, tags: { some: { eq: "ACTOR_TRADITIONAL_LEADERS" } } }) {
              nodes { country members meetingRhythm contributorOffice { name } } } }
            """)).Nodes("institutions").First(row => row.GetProperty("contributorOffice").ValueKind != JsonValueKind.Null);
        Assert.Equal("""["Elders","The county's officials"]""", profile.GetProperty("members").GetRawText());
        Assert.Equal(("KEN", "Before every dry season."), (profile.Text("country"), profile.Text("meetingRhythm")));

        var step = await network.ActAsync(local, "draftAssessment", new
        {
            title = "One county, before the dry season",
            inhibitors = Desk.Inhibitors("The council meets."),
            ratings = Desk.Ratings("Wells are shared for now."),
        }, "assessment { id version }");
        var submitted = await network.StepAsync(local, "submitAssessment", step);
        Assert.Equal(
            "NOT_ALLOWED",
            await network.RefusalAsync(local, "approveAssessment", new { id = submitted.Id(), version = submitted.Version() }, "AssessmentStepInput"));
        Assert.False(await network.SeesAsync("au-desk", step.Id()));
        var given = await network.ActAsync(local, "submitContribution", new
        {
            title = "From the county", text = "Wells are shared for now.", receiver = await network.OfficeAsync("KEN_FOCAL_POINT"), country = "KEN",
        }, "contribution { id }");
        await network.ActAsync(
            "kenya", "answerContribution", new { id = given.Id(), version = 1, outcome = "TAKEN_UP", answer = "In the national text." }, "contribution { id }");
        Assert.Equal("TAKEN_UP", (await network.NodeAsync(local, given.Id(), "... on Contribution { status }")).Status());
    }

    [Fact]
    [Row("A5", "`updateProfile`, `offices(theme:)`, `openExchange`", without: "updateProfile")]
    public async Task The_desk_that_works_on_a_theme_is_found_by_it()
    {
        await network.ActAsync("eu-desk", "updateProfile", new
        {
            add = new[] { new { topic = "THEME", value = "PEACEKEEPING_STABILIZATION", audience = Network.ToMembers } },
        }, "office { id }");

        const string byTheme = """{ offices(theme: "PEACEKEEPING_STABILIZATION", first: 50) { nodes { id code } } }""";
        var desk = (await network.DataAsync("au-desk", byTheme)).Nodes("offices").Single(office => office.Text("code") == "EU_R2P_DESK");
        Assert.Empty((await network.DataAsync(null, byTheme)).Nodes("offices"));
        var exchange = await network.ActAsync(
            "au-desk", "openExchange", new { title = "Two desks, one theme", purpose = "To compare notes.", with = new[] { desk.Id() } }, "exchange { id }");
        Assert.True(await network.SeesAsync("eu-desk", exchange.Id()));
    }

    /// <summary>A body of Kenya's, with an office of its own, and somebody who works in it.</summary>
    private async Task<(string Office, string Person)> BodyAsync(string title, string category, object audience, params string[] tags)
    {
        var office = await network.OpenOfficeAsync("kenya", "KEN");
        var name = Founding.NewName("local");
        await network.AppointAsync("kenya", office, name, "NATIONAL_CONTRIBUTOR");
        await network.ActAsync("kenya", "recordInstitution", new
        {
            title = Founding.NewName(title), category, contributorOffice = office, tags, audience, members = new[] { "Elders", "The county's officials" },
            meetingRhythm = "Before every dry season.",
        }, "institution { id }");
        return (office, name);
    }

    private async Task<IReadOnlyList<string?>> FoundAsync(string? persona, string query) =>
        [.. (await network.DataAsync(persona, query)).GetProperty("institutions").GetProperty("nodes").EnumerateArray().Select(row => row.Id())];
}
