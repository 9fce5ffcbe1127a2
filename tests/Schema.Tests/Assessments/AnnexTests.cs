using System.Text.Json;
using R2P.Schema.Tests.PeerReviews;

namespace R2P.Schema.Tests.Assessments;

public sealed class AnnexTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task A_withdrawn_assessment_takes_its_annexes_back_with_their_past()
    {
        var (assessment, annex) = await SharedAsync();
        Assert.Equal("Groups", await TitleAsync("au-desk", annex));

        await _desk.DoneAsync(
            "ghana", "withdrawDocument", "WithdrawDocumentInput", new { id = assessment, version = 4, reason = "Recalled" }, "document { id }");

        Assert.Null(await TitleAsync("au-desk", annex));
        Assert.Equal("Groups", await TitleAsync("ghana", annex));
        Assert.Equal(
            0L,
            await _desk.AsOwnerAsync("select count(*) from r2p.revision where document_id = $1 and 'org:AU' = any(readers)", ReviewDesk.KeyOf(annex)));
    }

    [Fact]
    public async Task An_annex_expires_with_its_assessment_also_when_that_is_decided_later()
    {
        var (assessment, annex) = await SharedAsync();
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(2);

        await _desk.DoneAsync(
            "ghana",
            "shareDocument",
            "ShareDocumentInput",
            new { id = assessment, version = 4, audience = Personas.ToAfrica, handling = new { expiresAt = soon } },
            "document { id }");
        Assert.Equal("Groups", await TitleAsync("au-desk", annex));
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);

        Assert.Null(await TitleAsync("au-desk", annex));
        Assert.Equal("Groups", await TitleAsync("ghana", annex));
    }

    [Fact]
    public async Task Nothing_of_a_shared_annex_is_seen_by_those_who_read_only_the_assessment()
    {
        const string everything = "version updatedAt revisions { totalCount } events { nodes { type } } ... on Assessment { annexes { id } }";
        var (assessment, annex) = await SharedAsync();
        var before = (await NodeAsync("kenya", assessment, $"... on SharedDocument {{ {everything} }}")).GetRawText();

        await _desk.DoneAsync("ghana", "reviseAnnex", "ReviseAnnexInput", new { id = annex, version = 2, title = "Other words" }, "annex { id }");

        Assert.Equal(before, (await NodeAsync("kenya", assessment, $"... on SharedDocument {{ {everything} }}")).GetRawText());
        Assert.Equal("Other words", await TitleAsync("au-desk", annex));
    }

    [Fact]
    public async Task Erasing_leaves_no_version_behind()
    {
        var (_, annex) = await SharedAsync();

        await _desk.DoneAsync("ghana", "eraseAnnex", "EraseAnnexInput", new { id = annex, version = 2, reason = "Not needed" }, "annex { id }");

        Assert.Equal(
            0L,
            await _desk.AsOwnerAsync(
                "select (select count(*) from r2p.revision where document_id = $1) + (select count(*) from r2p.confidential_annex where id = $1)",
                ReviewDesk.KeyOf(annex)));
    }

    [Fact]
    public async Task Only_the_owner_writes_and_only_a_published_assessment_s_annex_is_shared()
    {
        var draft = await _desk.DraftAsync("ghana", "Draft with an annex");
        var annex = await AddAsync("ghana", draft);

        Assert.Equal("NOT_FOUND", await CodeAsync("kenya", "addAnnex", "AddAnnexInput", new { assessmentId = draft, kind = "POPULATIONS", title = "Mine" }));
        Assert.Equal("NOT_FOUND", await CodeAsync("kenya", "reviseAnnex", "ReviseAnnexInput", new { id = annex, version = 1, title = "Mine" }));
        Assert.Equal(
            "INVALID_TRANSITION",
            await CodeAsync("ghana", "shareAnnex", "ShareAnnexInput", new { id = annex, version = 1, audience = new { kind = "NATIONAL" } }));
    }

    [Fact]
    public async Task What_leads_to_a_person_is_refused_at_its_place()
    {
        var draft = await _desk.DraftAsync("ghana", "Traces");
        var payload = await _desk.ActAsync("ghana", "addAnnex", "AddAnnexInput", new
        {
            assessmentId = draft,
            kind = "POPULATIONS",
            title = "Groups",
            text = "Call +233 24 000 0000.",
            groups = new[] { new { category = "ETHNIC", area = "9.4008, -0.8393", threat = "Threats.", selfProtection = "Ask someone@example.org" } },
            consulted = new[] { new { kind = "COMMUNITY", name = "elder@example.org" } },
        }, "annex { id }");

        Assert.Equal(
            ["input.text", "input.groups.0.area", "input.groups.0.selfProtection", "input.consulted.0.name"],
            payload.GetProperty("errors")
                .EnumerateArray().Select(error => string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString()))));
    }

    private async Task<(string Assessment, string Annex)> SharedAsync()
    {
        var assessment = await _desk.DraftAsync("ghana", "With an annex");
        await _desk.PublishAsync("ghana", assessment, 1, Personas.ToAfrica);
        var annex = await AddAsync("ghana", assessment);
        await _desk.DoneAsync(
            "ghana", "shareAnnex", "ShareAnnexInput", new { id = annex, version = 1, audience = new { kind = "NAMED", organizations = new[] { "AU" } } },
            "annex { id }");
        return (assessment, annex);
    }

    private async Task<string> AddAsync(string persona, string assessment) => ReviewDesk.IdOf((await _desk.DoneAsync(
        persona, "addAnnex", "AddAnnexInput", new { assessmentId = assessment, kind = "POPULATIONS", title = "Groups" }, "annex { id }")).GetProperty("annex"));

    private async Task<string?> CodeAsync(string persona, string act, string type, object input) =>
        (await _desk.ActAsync(persona, act, type, input, "annex { id }")).GetProperty("errors")[0].GetProperty("code").GetString();

    private async Task<string?> TitleAsync(string persona, string annex)
    {
        var node = await NodeAsync(persona, annex, "... on ConfidentialAnnex { title }");
        return node.ValueKind == JsonValueKind.Null ? null : node.GetProperty("title").GetString();
    }

    private Task<JsonElement> NodeAsync(string persona, string id, string fields) => _desk.NodeAsync(persona, id, fields);
}
