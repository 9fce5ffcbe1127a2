using System.Text.Json;

namespace R2P.Schema.Tests.Sharing;

public sealed class SharingTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task Another_audience_takes_the_place_of_the_one_before()
    {
        var published = await _personas.PublishPracticeAsync("denmark", Personas.ToMembers);

        var shared = await _personas.ActAsync("denmark", "shareDocument", "document", new
        {
            id = Personas.Id(published), version = 3, audience = Personas.ToAfrica, handling = new { purpose = "Preparation", onwardSharing = false },
        }, "version audience { kind organizations } handling { purpose onwardSharing expiresAt }");

        Assert.Equal(
            """{"version":4,"audience":{"kind":"REGION","organizations":["AU"]},"handling":{"purpose":"Preparation","onwardSharing":false,"expiresAt":null}}""",
            shared.GetRawText());
        Assert.True(await _personas.SeesAsync("au-desk", Personas.Id(published)));
        Assert.False(await _personas.SeesAsync("observer", Personas.Id(published)));
    }

    [Fact]
    public async Task Nobody_shares_a_draft_or_what_is_not_theirs()
    {
        var draft = await _personas.ProposeAsync("denmark");
        var published = await _personas.PublishPracticeAsync("denmark", Personas.ToMembers);

        var early = await _personas.RefusalAsync("denmark", "shareDocument", "document", Personas.Step(draft, Personas.ToMembers));
        var foreign = await _personas.RefusalAsync("ghana", "shareDocument", "document", Personas.Step(published, Personas.ToMembers));
        var hidden = await _personas.RefusalAsync("ghana", "shareDocument", "document", Personas.Step(draft, Personas.ToMembers));

        Assert.Equal("INVALID_TRANSITION", early.GetProperty("code").GetString());
        Assert.Equal("NOT_ALLOWED", foreign.GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", hidden.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_stale_version_or_a_thing_that_is_no_document_is_refused()
    {
        var published = await _personas.PublishPracticeAsync("denmark", Personas.ToMembers);
        var office = (await _personas.SeeAsync("denmark", Personas.Id(published), "owner { id }")).GetProperty("owner").GetProperty("id").GetString();

        var stale = await _personas.RefusalAsync(
            "denmark", "shareDocument", "document", new { id = Personas.Id(published), version = 2, audience = Personas.ToMembers });
        var noDocument = await _personas.RefusalAsync(
            "denmark", "shareDocument", "document", new { id = office, version = 1, audience = Personas.ToMembers });

        Assert.Equal("CONFLICT", stale.GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", noDocument.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Readers_see_the_versions_that_were_shared_with_them_and_no_others()
    {
        const string history = "version revisions { totalCount nodes { version act replacedBy { displayName } document { ... on Practice { title } } } }";
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "First words");
        var id = Personas.Id(published);
        await _personas.ActAsync("ghana", "revisePractice", "practice", new { id, version = 3, title = "Second words", reason = "Clearer" });

        Assert.Equal(
            """
            {"version":4,"revisions":{"totalCount":1,"nodes":[{"version":3,"act":"revisePractice","replacedBy":{"displayName":"Focal point of Ghana (sample)"},"document":{"title":"First words"}}]}}
            """,
            (await _personas.SeeAsync("observer", id, history)).GetRawText());
        Assert.Equal(3, (await _personas.SeeAsync("ghana", id, history)).GetProperty("revisions").GetProperty("totalCount").GetInt32());
        const string versions = "one: revision(version: 1) { title } three: revision(version: 3) { title viewerCan } four: revision(version: 4) { title } five: revision(version: 5) { title }";
        Assert.Equal(
            """{"one":null,"three":{"title":"First words","viewerCan":[]},"four":{"title":"Second words"},"five":null}""",
            (await _personas.SeeAsync("observer", id, versions)).GetRawText());
        Assert.Equal("First words", (await _personas.SeeAsync("ghana", id, versions)).GetProperty("one").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Whoever_was_left_out_of_a_version_is_not_told_why_nor_by_whom()
    {
        const string history = "revisions(first: 2) { nodes { version act reason replacedAt replacedBy { displayName } } }";
        var id = Personas.Id(await _personas.PublishPracticeAsync("denmark", Personas.ToMembers));
        await _personas.ActAsync("denmark", "shareDocument", "document", new { id, version = 3, audience = Personas.ToAfrica, reason = "Not for observers" });
        await _personas.ActAsync("denmark", "shareDocument", "document", new { id, version = 4, audience = Personas.ToMembers, reason = "Now for all" });

        Assert.Equal(
            """{"revisions":{"nodes":[{"version":3,"act":null,"reason":null,"replacedAt":null,"replacedBy":null}]}}""",
            (await _personas.SeeAsync("observer", id, history)).GetRawText());
        var desk = (await _personas.SeeAsync("au-desk", id, history)).GetProperty("revisions").GetProperty("nodes");
        Assert.Equal(["Now for all", "Not for observers"], desk.EnumerateArray().Select(step => step.GetProperty("reason").GetString()));
        Assert.Equal("shareDocument", desk[1].GetProperty("act").GetString());
    }

    [Theory]
    [InlineData("ghana", "APPROVE CONSULT ERASE REPORT REVISE TRANSLATE WITHDRAW")]
    [InlineData("kenya", "")]
    public async Task What_a_viewer_can_do_with_a_proposal(string persona, string acts) =>
        Assert.Equal(acts, await ViewerCanAsync(persona, await _personas.ProposeAsync("ghana")));

    [Theory]
    [InlineData("ghana", "CONFIRM CONSULT ERASE REPORT REVISE SHARE TRANSLATE WITHDRAW")]
    [InlineData("kenya", "")]
    [InlineData("auditor", "")]
    public async Task What_a_viewer_can_do_with_a_published_practice(string persona, string acts) => Assert.Equal(
        string.Join(' ', acts.Split(' ').Order()), await ViewerCanAsync(persona, await _personas.PublishPracticeAsync("ghana", new { kind = "PUBLIC" })));

    [Fact]
    public async Task What_a_viewer_can_do_is_what_the_mutations_let_them_do()
    {
        var proposal = await _personas.ProposeAsync("kenya-contributor");

        Assert.Equal("CONSULT REPORT REVISE TRANSLATE", await ViewerCanAsync("kenya-contributor", proposal));
        Assert.Equal(
            "NOT_ALLOWED",
            (await _personas.RefusalAsync(
                "kenya-contributor", "withdrawDocument", "document", new { id = Personas.Id(proposal), version = 1, reason = "No" }))
            .GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_translation_is_replaced_by_language_and_grows_stale_with_the_original()
    {
        var proposal = await _personas.ProposeAsync("ghana");
        var id = Personas.Id(proposal);
        const string translations = "translations { language kind title stale }";
        await TranslateAsync("ghana", id, 1, "fr", "UNOFFICIAL", "Conseils");
        await TranslateAsync("ghana", id, 2, "FR", "OFFICIAL", "Conseils de paix");

        var translated = await _personas.SeeAsync("ghana", id, translations);
        await _personas.ActAsync("ghana", "revisePractice", "practice", new { id, version = 3, title = "Other words" });
        var stale = await _personas.SeeAsync("ghana", id, translations);

        Assert.Equal("""{"translations":[{"language":"FR","kind":"OFFICIAL","title":"Conseils de paix","stale":false}]}""", translated.GetRawText());
        Assert.Equal("""{"translations":[{"language":"FR","kind":"OFFICIAL","title":"Conseils de paix","stale":true}]}""", stale.GetRawText());
    }

    [Fact]
    public async Task A_translation_into_its_own_language_or_an_official_one_by_a_contributor_is_refused()
    {
        var proposal = Personas.Id(await _personas.ProposeAsync("kenya-contributor"));

        var same = await _personas.RefusalAsync(
            "kenya-contributor", "translateDocument", "document", new { id = proposal, version = 1, language = "EN", kind = "UNOFFICIAL", title = "Same" });
        var official = await _personas.RefusalAsync(
            "kenya-contributor", "translateDocument", "document", new { id = proposal, version = 1, language = "sw", kind = "OFFICIAL", title = "Mabaraza" });

        Assert.Equal("""["input","language"]""", same.GetProperty("path").GetRawText());
        Assert.Equal("NOT_ALLOWED", official.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_superseded_assessment_names_its_successor_to_those_who_see_it()
    {
        var old = await PublishAssessmentAsync("ghana", new { title = "Old", ratings = Ratings, inhibitors = Inhibitors }, Personas.ToMembers);
        var data = await network.DataAsync(
            "ghana",
            "mutation($id: ID!) { reviseAssessment(input: { id: $id, version: 4, title: \"New\" }) { assessment { id version status } } }",
            new { id = Personas.Id(old) });
        const string link = "... on Assessment { supersededBy { title } }";
        Assert.Equal("""{"supersededBy":null}""", (await _personas.SeeAsync("ghana", Personas.Id(old), link)).GetRawText());

        await ReleaseAsync("ghana", data.GetProperty("reviseAssessment").GetProperty("assessment"), Personas.ToAfrica);

        Assert.Equal("""{"supersededBy":{"title":"New"}}""", (await _personas.SeeAsync("au-desk", Personas.Id(old), link)).GetRawText());
        Assert.Equal("""{"supersededBy":null}""", (await _personas.SeeAsync("observer", Personas.Id(old), link)).GetRawText());
    }

    private static object[] Ratings => [new { factor = "RF_01", finding = "Calm.", trend = "STABLE", confidence = "MODERATE" }];

    private static object[] Inhibitors => [new { inhibitor = "SECURITY_SECTOR", finding = "Accountable.", trend = "STABLE", confidence = "HIGH" }];

    private async Task<JsonElement> PublishAssessmentAsync(string persona, object draft, object audience) =>
        await ReleaseAsync(persona, await _personas.ActAsync(persona, "draftAssessment", "assessment", draft), audience);

    private async Task<JsonElement> ReleaseAsync(string persona, JsonElement draft, object audience)
    {
        var submitted = await _personas.ActAsync(persona, "submitAssessment", "assessment", Personas.Step(draft));
        var approved = await _personas.ActAsync(persona, "approveAssessment", "assessment", Personas.Step(submitted));
        return await _personas.ActAsync(persona, "publishAssessment", "assessment", Personas.Step(approved, audience));
    }

    private Task<JsonElement> TranslateAsync(string persona, string id, int version, string language, string kind, string title) =>
        _personas.ActAsync(persona, "translateDocument", "document", new { id, version, language, kind, title });

    private async Task<string> ViewerCanAsync(string persona, JsonElement document)
    {
        var seen = await _personas.SeeAsync(persona, Personas.Id(document), "viewerCan");
        return seen.ValueKind == JsonValueKind.Null
            ? ""
            : string.Join(' ', seen.GetProperty("viewerCan").EnumerateArray().Select(act => act.GetString()).Order());
    }
}
