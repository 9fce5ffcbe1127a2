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
            interior, "reviseAssessment", new { id = draft.Id(), version = draft.Version(), summary = "The part of the Interior." }, "assessment { id version authors { displayName } }");
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
            await network.ActAsync("ghana", "recordInstitution", new { title = Founding.NewName(category), category, audience = Network.ToMembers }, "institution { id }");
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
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("kenya", "reviseInstitution", new { id = nhri.Id(), version = revised.Version(), title = "Ours" }));
        var ended = await network.ActAsync(
            "ghana", "endInstitution", new { id = nhri.Id(), version = revised.Version(), endedOn = "2025-01-01" }, "institution { id status endedOn }");
        Assert.Equal("CLOSED", ended.Status());
        Assert.Contains(nhri.Id(), await FoundAsync("costa-rica", examples));

        // Described, never rated.
        var fields = (await network.DataAsync(null, "{ __type(name: \"Institution\") { fields { name type { name ofType { name } } } } }")).GetProperty("__type").GetProperty("fields");
        Assert.DoesNotContain(fields.EnumerateArray(), field => new[] { "score", "rank", "rating", "index" }
            .Any(word => field.GetProperty("name").GetString()!.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<IReadOnlyList<string?>> FoundAsync(string? persona, string query) =>
        [.. (await network.DataAsync(persona, query)).GetProperty("institutions").GetProperty("nodes").EnumerateArray().Select(row => row.Id())];
}
