using System.Text.Json;
using R2P.Schema.Tests.PeerReviews;

namespace R2P.Schema.Tests.Assessments;

public sealed class PartTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task Only_the_two_offices_read_a_part_also_when_the_draft_is_open_to_the_State()
    {
        var (draft, part) = await AskedAsync();

        Assert.True(await SeesAsync("kenya-contributor", part));
        Assert.False(await SeesAsync("kenya-contributor", draft));
        await _desk.DoneAsync("kenya", "openDraft", "OpenDraftInput", new { id = draft, version = 1, audience = "NATIONAL" }, "assessment { id }");
        Assert.True(await SeesAsync("kenya-contributor", draft));
        foreach (var persona in new[] { "ghana", "civil-society-kenya", "secretariat", "au-desk", "admin" })
        {
            Assert.False(await SeesAsync(persona, part), persona);
            Assert.False(await SeesAsync(persona, draft), persona);
        }

        await _desk.DoneAsync("kenya", "openDraft", "OpenDraftInput", new { id = draft, version = 2, audience = "OFFICE" }, "assessment { id }");
        Assert.False(await SeesAsync("kenya-contributor", draft));
    }

    [Fact]
    public async Task A_revision_keeps_an_opened_draft_open()
    {
        var draft = await _desk.DraftAsync("kenya", "Open and revised");
        await _desk.DoneAsync("kenya", "openDraft", "OpenDraftInput", new { id = draft, version = 1, audience = "NATIONAL" }, "assessment { id }");

        await _desk.DoneAsync("kenya", "reviseAssessment", "ReviseAssessmentInput", new { id = draft, version = 2, title = "Revised" }, "assessment { id }");

        Assert.True(await SeesAsync("kenya-contributor", draft));
    }

    [Fact]
    public async Task A_part_is_asked_of_the_same_State_and_written_within_what_was_asked()
    {
        var draft = await _desk.DraftAsync("kenya", "Asked of others");
        Assert.Equal(
            ["input.office", "input.factors.0"],
            await PathsAsync("kenya", "askForPart", "AskForPartInput", new
            {
                assessmentId = draft, office = ReviewDesk.OfficeId("GHA_FOCAL_POINT"), title = "?", factors = new[] { "MOTIVATION_OF_ACTORS" },
            }));

        var (_, part) = await AskedAsync();
        Assert.Equal(
            ["input.ratings.0.factor"],
            await PathsAsync("kenya-contributor", "writePart", "WritePartInput", new { id = part, version = 1, ratings = new[] { ReviewDesk.Rating("RF_01", "Not asked.") } }));
        Assert.Equal(
            "NOT_ALLOWED",
            (await _desk.ActAsync("kenya", "writePart", "WritePartInput", new { id = part, version = 1, note = "For you" }, "part { id }"))
                .GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Writing_again_undoes_the_signature_and_a_cancelled_part_holds_nothing_up()
    {
        var (draft, part) = await AskedAsync();
        await WriteAsync(part, 1, "First.");
        await StepAsync("kenya-contributor", "signOffPart", part, 2);
        await WriteAsync(part, 3, "Second.");
        var seen = await _desk.NodeAsync("kenya", part, "... on AssessmentPart { status signedOffAt }");
        Assert.Equal("WRITTEN", seen.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("signedOffAt").ValueKind);

        Assert.Contains(
            "was not signed off and taken in yet",
            (await _desk.ActAsync("kenya", "submitAssessment", "AssessmentStepInput", new { id = draft, version = 1 }, "assessment { id }")).GetRawText(),
            StringComparison.Ordinal);
        await StepAsync("kenya", "cancelPart", part, 4);
        await _desk.DoneAsync("kenya", "submitAssessment", "AssessmentStepInput", new { id = draft, version = 1 }, "assessment { id }");
    }

    private async Task<(string Draft, string Part)> AskedAsync()
    {
        var draft = await _desk.DraftAsync("kenya", "In parts");
        var asked = await _desk.DoneAsync("kenya", "askForPart", "AskForPartInput", new
        {
            assessmentId = draft, office = ReviewDesk.OfficeId("KEN_NATIONAL_COMMITTEE"), title = "Structures", factors = new[] { "RF_03" },
        }, "part { id }");
        return (draft, ReviewDesk.IdOf(asked.GetProperty("part")));
    }

    private Task<JsonElement> WriteAsync(string part, int version, string finding) => _desk.DoneAsync(
        "kenya-contributor", "writePart", "WritePartInput", new { id = part, version, ratings = new[] { ReviewDesk.Rating("RF_03", finding) } }, "part { id }");

    private Task<JsonElement> StepAsync(string persona, string act, string part, int version) =>
        _desk.DoneAsync(persona, act, "PartStepInput", new { id = part, version }, "part { id }");

    private async Task<bool> SeesAsync(string persona, string id) => (await _desk.NodeAsync(persona, id, "")).ValueKind != JsonValueKind.Null;

    private async Task<IEnumerable<string>> PathsAsync(string persona, string act, string type, object input) =>
        (await _desk.ActAsync(persona, act, type, input, "part { id }")).GetProperty("errors").EnumerateArray()
            .Select(error => string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString())));
}
