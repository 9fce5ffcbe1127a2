using System.Text.Json;
using R2P.Schema.Tests.Recommendations;

namespace R2P.Schema.Tests.GuidanceLibrary;

public sealed class GuidanceTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Answer = "guidance { id version status }";

    private readonly FollowUpDesk _desk = new(network);

    [Fact]
    public async Task Guidance_is_drafted_published_corrected_and_superseded_by_a_new_edition()
    {
        var first = await DraftAsync("au-desk", "Manual of desks", "1st");
        Assert.Equal(("DRAFT", 1), Personas.State(first));
        Assert.False(await _desk.SeesAsync("kenya", FollowUpDesk.Id(first)));
        var published = await PublishAsync("au-desk", first);
        Assert.Equal(("PUBLISHED", 2), Personas.State(published));
        var corrected = await _desk.ActAsync("au-desk", "reviseGuidance", new { id = FollowUpDesk.Id(first), version = 2, validTo = "2030-12-31" }, Answer);
        Assert.Equal(("PUBLISHED", 3), Personas.State(corrected));
        var second = await DraftAsync("au-desk", "Manual of desks", "2nd");

        Assert.Equal(
            ["INVALID_INPUT input.by: Must be another edition of the same office, and published."],
            await _desk.RefusalAsync("au-desk", "supersedeGuidance", new { id = FollowUpDesk.Id(first), version = 3, by = FollowUpDesk.Id(second) }));
        await PublishAsync("au-desk", second);
        var superseded = await _desk.ActAsync(
            "au-desk", "supersedeGuidance", new { id = FollowUpDesk.Id(first), version = 3, by = FollowUpDesk.Id(second) }, Answer);
        Assert.Equal(("SUPERSEDED", 4), Personas.State(superseded));

        const string fields = "... on Guidance { type issuingBody edition level validTo text url supersededBy { edition } supersedes { edition } viewerCan events(first: 1) { nodes { type } } }";
        Assert.Equal(
            """{"type":"MANUAL","issuingBody":"AU","edition":"1st","level":"OFFICIALS","validTo":"2030-12-31","text":"How desks warn.","url":"https://example.org/manual","supersededBy":{"edition":"2nd"},"supersedes":[],"viewerCan":[],"events":{"nodes":[{"type":"GUIDANCE_SUPERSEDED"}]}}""",
            (await _desk.SeeAsync("kenya", FollowUpDesk.Id(first), fields)).GetRawText());
        Assert.Equal(
            """[{"edition":"1st"}]""", (await _desk.SeeAsync("kenya", FollowUpDesk.Id(second), fields)).GetProperty("supersedes").GetRawText());
    }

    [Fact]
    public async Task A_newer_edition_that_is_not_shared_does_not_show()
    {
        var first = await PublishAsync("eu-desk", await DraftAsync("eu-desk", "Shared", "1st"));
        var second = await PublishAsync("eu-desk", await DraftAsync("eu-desk", "Kept", "2nd"), new { kind = "OFFICE" });
        await _desk.ActAsync("eu-desk", "supersedeGuidance", new { id = FollowUpDesk.Id(first), version = 2, by = FollowUpDesk.Id(second) }, Answer);

        Assert.Equal(
            """{"supersededBy":null}""", (await _desk.SeeAsync("kenya", FollowUpDesk.Id(first), "... on Guidance { supersededBy { id } }")).GetRawText());
        Assert.False(await _desk.SeesAsync("kenya", FollowUpDesk.Id(second)));
    }

    [Fact]
    public async Task The_library_is_filtered_by_body_language_validity_and_theme()
    {
        await PublishAsync("au-desk", await DraftAsync("au-desk", "Filtered by theme", "1st"));

        var found = await network.DataAsync("observer", """
            {
              guidance(where: { type: { eq: MANUAL }, issuingBody: { eq: "AU" }, language: { eq: "en" }, validFrom: { lte: "2026-01-01" }, level: { eq: OFFICIALS },
                tags: { some: { eq: "SEXUAL_VIOLENCE" } }, title: { eq: "Filtered by theme" } }) { nodes { edition tags } }
              none: guidance(where: { title: { eq: "Filtered by theme" }, tags: { some: { eq: "CHILDREN" } } }) { totalCount }
            }
            """);

        Assert.Equal(
            """[{"edition":"1st","tags":["WOMEN_PEACE_SECURITY","SEXUAL_VIOLENCE"]}]""", found.GetProperty("guidance").GetProperty("nodes").GetRawText());
        Assert.Equal(0, found.GetProperty("none").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_training_belongs_to_whoever_recorded_it_and_shows_to_its_own_readers()
    {
        var manual = FollowUpDesk.Id(await PublishAsync("au-desk", await DraftAsync("au-desk", "Taught", "1st")));
        object Training(string title, object? audience) => new
        {
            title,
            deliveredBy = "Kenya's focal point with the AU",
            institution = "A staff college",
            level = "MILITARY",
            heldOn = "2026-03-02",
            endedOn = "2026-03-04",
            participants = 40,
            women = 18,
            guidance = manual,
            country = "KEN",
            tags = new[] { "SEXUAL_VIOLENCE" },
            audience,
        };
        await _desk.ActAsync("kenya", "recordTraining", Training("Shared course", FollowUpDesk.ToMembers), "training { id }");
        var hidden = await _desk.ActAsync("kenya", "recordTraining", Training("Hidden course", null), "training { id }");
        const string trainings = "... on Guidance { trainings { totalCount nodes { title deliveredBy institution level participants women guidance { title } owner { code } } } }";

        Assert.Equal(
            """{"trainings":{"totalCount":1,"nodes":[{"title":"Shared course","deliveredBy":"Kenya's focal point with the AU","institution":"A staff college","level":"MILITARY","participants":40,"women":18,"guidance":{"title":"Taught"},"owner":{"code":"KEN_FOCAL_POINT"}}]}}""",
            (await _desk.SeeAsync("au-desk", manual, trainings)).GetRawText());
        Assert.Equal(
            2, (await _desk.SeeAsync("kenya", manual, trainings)).GetProperty("trainings").GetProperty("totalCount").GetInt32());
        Assert.False(await _desk.SeesAsync("au-desk", FollowUpDesk.Id(hidden)));
        var list = await network.DataAsync(
            "au-desk", """{ trainings(where: { institution: { eq: "A staff college" }, tags: { some: { eq: "SEXUAL_VIOLENCE" } } }) { totalCount } }""");
        Assert.Equal(1, list.GetProperty("trainings").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_once()
    {
        Assert.Equal(
            [
                "INVALID_INPUT input.title: Must not be empty.",
                "INVALID_INPUT input.tags.0: Unknown code \"NO_CODE\". The catalogue lists the codes.",
                "INVALID_INPUT input.edition: Must not be empty.",
                "INVALID_INPUT input.url: Must be an address that begins with https:// or http://, at most 2,000 characters long.",
                "INVALID_INPUT input.validTo: Must not lie before validFrom.",
            ],
            await _desk.RefusalAsync("ghana", "draftGuidance", new
            {
                title = " ", type = "DOCTRINE", issuingBody = "GHA", edition = "", text = "?", url = "ftp://example.org",
                validFrom = "2026-02-01", validTo = "2026-01-01", tags = new[] { "NO_CODE" },
            }));
        Assert.Equal(
            [
                "INVALID_INPUT input.women: Must be a number from 0 to that of the participants.",
                "INVALID_INPUT input.endedOn: Must not lie before heldOn.",
            ],
            await _desk.RefusalAsync("ghana", "recordTraining", new
            {
                title = "Course", deliveredBy = "GHA", institution = "Police", level = "POLICE", heldOn = "2026-02-01", endedOn = "2026-01-01",
                participants = 3, women = 4,
            }));
        var hidden = FollowUpDesk.Id(await DraftAsync("au-desk", "Hidden draft", "1st"));
        Assert.StartsWith(
            "NOT_FOUND input.guidance",
            Assert.Single(await _desk.RefusalAsync("ghana", "recordTraining", new
            {
                title = "Course", deliveredBy = "GHA", institution = "Police", level = "POLICE", heldOn = "2026-02-01", participants = 3, guidance = hidden,
            })),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("observer")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Others_draft_none(string persona) => Assert.StartsWith(
        "NOT_ALLOWED",
        Assert.Single(await _desk.RefusalAsync(
            persona, "draftGuidance", new { title = "No", type = "DOCTRINE", issuingBody = "No", edition = "1st", text = "No" })),
        StringComparison.Ordinal);

    private Task<JsonElement> DraftAsync(string persona, string title, string edition) => _desk.ActAsync(persona, "draftGuidance", new
    {
        title,
        type = "MANUAL",
        issuingBody = persona == "au-desk" ? "AU" : "EU",
        edition,
        level = "OFFICIALS",
        text = "How desks warn.",
        url = "https://example.org/manual",
        validFrom = "2026-01-01",
        tags = new[] { "WOMEN_PEACE_SECURITY", "SEXUAL_VIOLENCE" },
    }, Answer);

    private Task<JsonElement> PublishAsync(string persona, JsonElement draft, object? audience = null) => _desk.ActAsync(
        persona, "publishGuidance", new { id = FollowUpDesk.Id(draft), version = 1, audience = audience ?? FollowUpDesk.ToMembers }, Answer);
}
