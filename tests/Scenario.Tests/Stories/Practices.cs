using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Learning from each other: the compendium of practice.</summary>
public sealed class Practices(Network network) : IClassFixture<Network>
{
    [Fact]
    [Row("B27", "`proposePractice`, `revisePractice`, `approvePractice`, `publishPractice`, `practices(where:)`", without: "approvePractice")]
    public async Task An_entry_of_the_compendium_is_proposed_edited_approved_and_found_by_its_codes()
    {
        var proposed = await network.ActAsync("secretariat", "proposePractice", new
        {
            title = "Early mediation over grazing land",
            policyOption = "POL_CONSTITUTIONAL_PROTECTION",
            pillar = "PILLAR_I",
            inhibitor = "SECURITY_SECTOR",
            tools = new[] { "TOOL_COMMUNITY_ENGAGEMENT" },
            whatWasDone = "Elders and officials meet before the dry season.",
        }, "practice { id version status }");
        Assert.Equal("PROPOSED", proposed.Status());

        var edited = await network.ActAsync(
            "secretariat", "revisePractice", new { id = proposed.Id(), version = proposed.Version(), limits = "It needs trusted elders." }, "practice { id version status }");
        var approved = await network.ActAsync(
            "secretariat", "approvePractice", new { id = edited.Id(), version = edited.Version() }, "practice { id version status }", "PracticeStepInput");
        await network.ActAsync(
            "secretariat", "publishPractice", new { id = approved.Id(), version = approved.Version(), audience = Network.ToMembers }, "practice { id status }");

        var found = await network.DataAsync("observer", """
            { practices(where: { pillar: { eq: "PILLAR_I" }, inhibitor: { eq: "SECURITY_SECTOR" }, tools: { some: { eq: "TOOL_COMMUNITY_ENGAGEMENT" } } }, first: 100) { nodes { id } } }
            """);
        Assert.Contains(found.GetProperty("practices").GetProperty("nodes").EnumerateArray(), practice => practice.Id() == proposed.Id());
    }
}
