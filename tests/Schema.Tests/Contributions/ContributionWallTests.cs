using System.Text.Json;
using R2P.Schema.Tests.PeerReviews;

namespace R2P.Schema.Tests.Contributions;

public sealed class ContributionWallTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task Under_a_seal_nothing_leads_back_to_the_author()
    {
        var id = await SubmitAsync(signature: "SEALED");

        var received = (await _desk.NodeAsync("au-desk", id, "... on Contribution { signature sealed author { code } invitation { id } }")).GetRawText();
        Assert.DoesNotContain("PEACE", received, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            0L,
            await _desk.AsOwnerAsync(
                "select count(*) from r2p.contribution c join r2p.office o on o.code = 'SAMPLE_PEACE_FORUM_KENYA_DESK' where c.id = $1 and to_jsonb(c)::text like '%' || o.id || '%'",
                ReviewDesk.KeyOf(id)));
        Assert.Equal("What was seen.", (await _desk.NodeAsync("civil-society-kenya", id, "... on Contribution { text }")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_invitation_would_break_the_seal()
    {
        var draft = await _desk.DraftAsync("kenya", "Inviting");
        var invitation = ReviewDesk.IdOf((await _desk.DoneAsync("kenya", "inviteContribution", "InviteContributionInput", new
        {
            assessmentId = draft, office = ReviewDesk.OfficeId("SAMPLE_PEACE_FORUM_KENYA_DESK"), question = "What do you see?",
        }, "invitation { id }")).GetProperty("invitation"));

        var refused = await _desk.ActAsync(
            "civil-society-kenya", "submitContribution", "SubmitContributionInput",
            new { title = "?", text = "?", invitationId = invitation, signature = "SEALED" }, "contribution { id }");

        Assert.Equal("INVALID_INPUT input/signature: An invitation would name you: leave it out, or sign with your office.", ReviewDesk.Refusal(refused));
        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync("ghana", invitation, "")).ValueKind);
    }

    [Fact]
    public async Task Each_side_does_its_own_part_and_a_stale_version_is_a_conflict()
    {
        var id = await SubmitAsync();
        object Answer(int version) => new { id, version, outcome = "TAKEN_UP", answer = "Thank you." };

        Assert.Equal("NOT_ALLOWED", await CodeAsync("civil-society-kenya", "answerContribution", "AnswerContributionInput", Answer(1)));
        Assert.Equal("NOT_ALLOWED", await CodeAsync("au-desk", "withdrawContribution", "WithdrawContributionInput", new { id, version = 1 }));
        Assert.Equal("NOT_FOUND", await CodeAsync("kenya", "withdrawContribution", "WithdrawContributionInput", new { id, version = 1 }));
        Assert.Null(await CodeAsync("au-desk", "answerContribution", "AnswerContributionInput", Answer(1)));
        Assert.Equal("CONFLICT", await CodeAsync("au-desk", "answerContribution", "AnswerContributionInput", Answer(1)));
        Assert.Null(await CodeAsync("civil-society-kenya", "withdrawContribution", "WithdrawContributionInput", new { id, version = 2 }));
        Assert.Equal("INVALID_TRANSITION", await CodeAsync("au-desk", "answerContribution", "AnswerContributionInput", Answer(3)));
        Assert.Equal(
            0L, await _desk.AsOwnerAsync("select count(*) from r2p.contribution where id = $1 and (text is not null or title <> '')", ReviewDesk.KeyOf(id)));
    }

    [Theory]
    [InlineData("kenya")]
    [InlineData("secretariat")]
    [InlineData("observer")]
    [InlineData("auditor")]
    [InlineData("admin")]
    [InlineData(null)]
    public async Task Nobody_else_finds_lists_or_counts_it(string? persona)
    {
        const string list = "query($after: Cursor!) { contributions { totalCount nodes { id } } changes(after: $after, first: 1) { totalCount } }";
        var now = new { after = (await network.DataAsync(persona, "{ changeCursor }")).GetProperty("changeCursor").GetString() };
        var before = (await network.DataAsync(persona, list, now)).GetRawText();

        var id = await SubmitAsync();

        Assert.Equal(before, (await network.DataAsync(persona, list, now)).GetRawText());
        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync(persona, id, "")).ValueKind);
    }

    private async Task<string> SubmitAsync(string signature = "OFFICE") => ReviewDesk.IdOf((await _desk.DoneAsync(
        "civil-society-kenya",
        "submitContribution",
        "SubmitContributionInput",
        new { title = "Seen", text = "What was seen.", country = "KEN", receiver = ReviewDesk.OfficeId("AU_R2P_DESK"), signature },
        "contribution { id }")).GetProperty("contribution"));

    private async Task<string?> CodeAsync(string persona, string act, string type, object input)
    {
        var errors = (await _desk.ActAsync(persona, act, type, input, "contribution { id }")).GetProperty("errors");
        return errors.GetArrayLength() == 0 ? null : errors[0].GetProperty("code").GetString();
    }
}
