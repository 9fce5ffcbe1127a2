using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Doctrine and training: who issues it, in which edition, and where it was taught.</summary>
public sealed class SharedGuidance(Network network) : IClassFixture<Network>
{
    private static readonly string[] Themes = ["WOMEN_PEACE_SECURITY", "SEXUAL_VIOLENCE", "CHILDREN"];

    [Fact]
    [Row("B29 B66", "`draftGuidance`, `publishGuidance`, `supersedeGuidance`, `guidance(where:)`", without: "supersedeGuidance")]
    public async Task The_library_tells_body_version_language_and_validity_and_a_new_edition_takes_the_place_of_the_old()
    {
        var title = Unique("Protection of women and children");
        var first = await PublishAsync(title, "1st");
        var second = await PublishAsync(title, "2nd");
        var superseded = await network.ActAsync(
            "au-desk", "supersedeGuidance", new { id = first, version = 2, by = second }, "guidance { status supersededBy { edition } }");
        Assert.Equal("""{"status":"SUPERSEDED","supersededBy":{"edition":"2nd"}}""", superseded.GetRawText());

        foreach (var theme in Themes)
        {
            var found = await network.DataAsync("observer", """
                query($title: String!, $theme: String!) {
                  guidance(where: { title: { eq: $title }, status: { eq: PUBLISHED }, issuingBody: { eq: "AU" }, language: { eq: "fr" }, validTo: { gte: "2029-01-01" }, tags: { some: { eq: $theme } } }) {
                    nodes { edition language validFrom validTo type issuingBody supersedes { edition } } } }
                """, new { title, theme });
            Assert.Equal(
                """[{"edition":"2nd","language":"fr","validFrom":"2026-01-01","validTo":"2029-12-31","type":"DOCTRINE","issuingBody":"AU","supersedes":[{"edition":"1st"}]}]""",
                found.GetProperty("guidance").GetProperty("nodes").GetRawText());
        }

        Assert.True(await network.SeesAsync("observer", first));
        Assert.False(await network.SeesAsync(null, first));
    }

    [Fact]
    [Row("B18", "`recordTraining`, `trainings(where:)`, `Guidance.trainings`", without: "recordTraining")]
    public async Task Courses_are_recorded_with_their_material_who_delivered_them_and_for_whom_and_no_names()
    {
        var material = await PublishAsync(Unique("Course on risk"), "1st");
        var institution = Unique("Staff college");
        object Course(string title, object? audience) => new
        {
            title,
            deliveredBy = "AU desk",
            institution,
            level = "MILITARY",
            heldOn = "2026-02-03",
            participants = 30,
            women = 14,
            guidance = material,
            audience,
        };
        await network.ActAsync("ghana", "recordTraining", Course("Early warning", Network.ToMembers), "training { id }");
        var hidden = await network.ActAsync("ghana", "recordTraining", Course("In house", null), "training { id }");

        var found = await network.DataAsync("au-desk", """
            query($institution: String!) {
              trainings(where: { institution: { eq: $institution }, level: { eq: MILITARY } }) { nodes { title deliveredBy participants women guidance { edition } } } }
            """, new { institution });
        Assert.Equal(
            """[{"title":"Early warning","deliveredBy":"AU desk","participants":30,"women":14,"guidance":{"edition":"1st"}}]""",
            found.GetProperty("trainings").GetProperty("nodes").GetRawText());
        Assert.False(await network.SeesAsync("au-desk", hidden.Id()));
        var taught = await network.DataAsync(
            "ghana", "query($id: ID!) { node(id: $id) { ... on Guidance { trainings { totalCount } } } }", new { id = material });
        Assert.Equal("""{"trainings":{"totalCount":2}}""", taught.GetProperty("node").GetRawText());
        var fields = await network.DataAsync(null, """{ __type(name: "RecordTrainingInput") { inputFields { name } } }""");
        Assert.Equal(
            [
                "title", "deliveredBy", "institution", "level", "heldOn", "participants", "women", "endedOn", "guidance", "country", "note", "tags", "language",
                "audience", "office", "clientMutationId",
            ],
            fields.GetProperty("__type").GetProperty("inputFields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));
    }

    private async Task<string> PublishAsync(string title, string edition)
    {
        var draft = await network.ActAsync("au-desk", "draftGuidance", new
        {
            title, type = "DOCTRINE", issuingBody = "AU", edition, text = "What we teach.", language = "fr", validFrom = "2026-01-01", validTo = "2029-12-31",
            tags = Themes,
        }, "guidance { id }");
        Assert.False(await network.SeesAsync("observer", draft.Id()));
        await network.ActAsync("au-desk", "publishGuidance", new { id = draft.Id(), version = 1, audience = Network.ToMembers }, "guidance { id }");
        return draft.Id();
    }

    private static string Unique(string text) => $"{text} {Guid.CreateVersion7():N}";
}
