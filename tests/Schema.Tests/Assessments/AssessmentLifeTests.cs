using System.Text.Json;

namespace R2P.Schema.Tests.Assessments;

public sealed class AssessmentLifeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Fields =
        "assessment { id version status title ratings { factor finding } audience { kind organizations } } errors { __typename code message path }";

    [Fact]
    public async Task A_draft_becomes_a_published_assessment_step_by_step()
    {
        var draft = await DraftAsync("ghana", "Life");
        Assert.Equal(("DRAFT", 1), State(draft));

        var submitted = await StepAsync("ghana", "submitAssessment", draft);
        Assert.Equal(("IN_REVIEW", 2), State(submitted));
        var approved = await StepAsync("ghana", "approveAssessment", submitted);
        Assert.Equal(("APPROVED", 3), State(approved));
        var published = await PublishAsync("ghana", approved, new { kind = "REGION", organizations = new[] { "AU" } });

        Assert.Equal(("PUBLISHED", 4), State(published));
        Assert.Equal(JsonValueKind.Object, (await NodeAsync("au-desk", published)).ValueKind);
        Assert.Equal(JsonValueKind.Object, (await NodeAsync("kenya", published)).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await NodeAsync("observer", published)).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await NodeAsync("eu-desk", published)).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await NodeAsync(null, published)).ValueKind);
    }

    [Theory]
    [InlineData("kenya")]
    [InlineData("au-desk")]
    [InlineData("observer")]
    [InlineData("secretariat")]
    [InlineData("auditor")]
    [InlineData("admin")]
    [InlineData(null)]
    public async Task Nobody_else_finds_a_draft(string? persona)
    {
        const string count = "{ assessments { totalCount } }";
        var before = (await network.DataAsync(persona, count)).ToString();
        var draft = await DraftAsync("ghana", "Hidden");

        Assert.Equal(JsonValueKind.Null, (await NodeAsync(persona, draft)).ValueKind);
        Assert.Equal(before, (await network.DataAsync(persona, count)).ToString());
    }

    [Fact]
    public async Task A_step_that_the_life_cycle_does_not_allow_names_the_states_that_do()
    {
        var draft = await DraftAsync("ghana", "Too early");

        var error = await RefusalAsync("ghana", "approveAssessment", "AssessmentStepInput", Step(draft));

        Assert.Equal("InvalidTransitionError", error.GetProperty("__typename").GetString());
        Assert.Equal("INVALID_TRANSITION", error.GetProperty("code").GetString());
        Assert.Equal(
            "approveAssessment is not possible in the state DRAFT, only in IN_REVIEW.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_that_names_the_current_one()
    {
        var draft = await DraftAsync("ghana", "Stale");
        await ReviseAsync("ghana", draft, "Newer");

        var response = await network.DataAsync(
            "ghana",
            "mutation($input: ReviseAssessmentInput!) { reviseAssessment(input: $input) { errors { code path ... on ConflictError { currentVersion } } } }",
            new { input = new { id = Id(draft), version = 1, title = "Lost" } });

        var error = Assert.Single(response.GetProperty("reviseAssessment").GetProperty("errors").EnumerateArray());
        Assert.Equal("""{"code":"CONFLICT","path":["input","version"],"currentVersion":2}""", error.GetRawText());
    }

    [Fact]
    public async Task Two_revisions_of_one_version_at_the_same_moment_do_not_both_win()
    {
        var draft = await DraftAsync("ghana", "Race");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => network.DataAsync(
            "ghana",
            "mutation($input: ReviseAssessmentInput!) { reviseAssessment(input: $input) { assessment { title } errors { code ... on ConflictError { currentVersion } } } }",
            new { input = new { id = Id(draft), version = 1, title = $"Writer {i}" } })));

        var payloads = answers.Select(answer => answer.GetProperty("reviseAssessment")).ToArray();
        Assert.Single(payloads, payload => payload.GetProperty("errors").GetArrayLength() == 0);
        Assert.Equal(7, payloads.Count(payload => payload.GetProperty("errors").GetArrayLength() == 1
            && payload.GetProperty("errors")[0].GetRawText() == """{"code":"CONFLICT","currentVersion":2}"""));
    }

    [Fact]
    public async Task A_published_assessment_that_is_revised_twice_at_the_same_moment_has_one_successor()
    {
        var old = await PublishedAsync("ghana", "One successor");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => MutateAsync(
            "ghana", "reviseAssessment", "ReviseAssessmentInput", new { id = Id(old), version = 4, title = $"Successor {i}" })));

        Assert.Single(answers, answer => answer.GetProperty("errors").GetArrayLength() == 0);
        Assert.Equal(7, answers.Count(answer => answer.GetProperty("errors") is { } errors
            && errors.GetArrayLength() == 1 && errors[0].GetProperty("code").GetString() == "INVALID_INPUT"));
    }

    [Fact]
    public async Task The_same_clientMutationId_is_done_once_and_answered_alike()
    {
        var input = Draft("Once", clientMutationId: "once-1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MutateAsync("ghana", "draftAssessment", "DraftAssessmentInput", input)));

        Assert.Single(answers.Select(answer => answer.GetProperty("assessment").GetProperty("id").GetString()).Distinct());
        var other = await RefusalAsync("ghana", "draftAssessment", "DraftAssessmentInput", Draft("Another", clientMutationId: "once-1"));
        Assert.Equal("RETRY_MISMATCH", other.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_factor_that_is_not_in_the_framework_is_refused_by_its_place()
    {
        var error = await RefusalAsync("ghana", "draftAssessment", "DraftAssessmentInput", new
        {
            title = "Wrong",
            ratings = new[] { new { factor = "RF_99", finding = "?", trend = "STABLE", confidence = "LOW" } },
        });

        Assert.Equal(
            """{"__typename":"InvalidInputError","code":"INVALID_INPUT","message":"\u0022RF_99\u0022 is no factor of UN_FRAMEWORK_2014.","path":["input","ratings","0","factor"]}""",
            error.GetRawText().Replace("\\\"", "\\u0022", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contributor_drafts_but_does_not_publish()
    {
        var draft = await DraftAsync("kenya-contributor", "By the committee");

        var error = await RefusalAsync(
            "kenya-contributor", "approveAssessment", "AssessmentStepInput", Step(await StepAsync("kenya-contributor", "submitAssessment", draft)));

        Assert.Equal("NOT_ALLOWED", error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Somebody_elses_draft_is_not_found_rather_than_refused()
    {
        var draft = await DraftAsync("ghana", "Not yours");

        var error = await RefusalAsync("kenya", "submitAssessment", "AssessmentStepInput", Step(draft));

        Assert.Equal("NOT_FOUND", error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_published_assessment_is_revised_by_a_successor_that_supersedes_it_when_published()
    {
        var old = await PublishedAsync("ghana", "First edition");

        var successor = await ReviseAsync("ghana", old, "Second edition");
        Assert.NotEqual(Id(old), Id(successor));
        Assert.Equal("First edition", (await NodeAsync("au-desk", old)).GetProperty("title").GetString());
        await PublishAsync(
            "ghana",
            await StepAsync("ghana", "approveAssessment", await StepAsync("ghana", "submitAssessment", successor)),
            new { kind = "REGION", organizations = new[] { "AU" } });

        Assert.Equal("SUPERSEDED", (await NodeAsync("au-desk", old)).GetProperty("status").GetString());
        Assert.Equal(Id(old), (await NodeAsync("au-desk", successor)).GetProperty("supersedes").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_successor_may_rate_less_than_what_it_supersedes()
    {
        static object Rating(string factor) => new { factor, finding = "Calm.", trend = "STABLE", confidence = "MODERATE" };
        var broad = (await MutateAsync("ghana", "draftAssessment", "DraftAssessmentInput", new
        {
            title = "Broad",
            ratings = new[] { Rating("RF_01"), Rating("RF_02") },
            inhibitors = new[] { new { inhibitor = "SECURITY_SECTOR", finding = "Accountable.", trend = "STABLE", confidence = "HIGH" } },
        })).GetProperty("assessment");
        var old = await PublishAsync(
            "ghana", await StepAsync("ghana", "approveAssessment", await StepAsync("ghana", "submitAssessment", broad)), new { kind = "OFFICE" });

        var successor = (await MutateAsync("ghana", "reviseAssessment", "ReviseAssessmentInput", new
        {
            id = Id(old), version = 4, ratings = new[] { Rating("RF_02") },
        })).GetProperty("assessment");

        Assert.Equal("""[{"factor":"RF_02","finding":"Calm."}]""", successor.GetProperty("ratings").GetRawText());
    }

    private static object Draft(string title, string? clientMutationId = null) => new
    {
        title,
        clientMutationId,
        ratings = new[] { new { factor = "RF_01", finding = "Calm.", trend = "STABLE", confidence = "MODERATE" } },
        inhibitors = new[] { new { inhibitor = "SECURITY_SECTOR", finding = "Accountable.", trend = "STABLE", confidence = "HIGH" } },
    };

    private static object Step(JsonElement assessment) => new { id = Id(assessment), version = assessment.GetProperty("version").GetInt32() };

    private static string Id(JsonElement assessment) => assessment.GetProperty("id").GetString()!;

    private static (string? Status, int Version) State(JsonElement assessment) =>
        (assessment.GetProperty("status").GetString(), assessment.GetProperty("version").GetInt32());

    private async Task<JsonElement> DraftAsync(string persona, string title) =>
        (await MutateAsync(persona, "draftAssessment", "DraftAssessmentInput", Draft(title))).GetProperty("assessment");

    private async Task<JsonElement> StepAsync(string persona, string act, JsonElement assessment) =>
        (await MutateAsync(persona, act, "AssessmentStepInput", Step(assessment))).GetProperty("assessment");

    private async Task<JsonElement> ReviseAsync(string persona, JsonElement assessment, string title) =>
        (await MutateAsync(persona, "reviseAssessment", "ReviseAssessmentInput", new
        {
            id = Id(assessment), version = assessment.GetProperty("version").GetInt32(), title,
        })).GetProperty("assessment");

    private async Task<JsonElement> PublishAsync(string persona, JsonElement assessment, object audience) =>
        (await MutateAsync(persona, "publishAssessment", "PublishAssessmentInput", new
        {
            id = Id(assessment), version = assessment.GetProperty("version").GetInt32(), audience,
        })).GetProperty("assessment");

    private async Task<JsonElement> PublishedAsync(string persona, string title) => await PublishAsync(
        persona,
        await StepAsync(persona, "approveAssessment", await StepAsync(persona, "submitAssessment", await DraftAsync(persona, title))),
        new { kind = "REGION", organizations = new[] { "AU" } });

    private async Task<JsonElement> MutateAsync(string persona, string act, string inputType, object input)
    {
        var data = await network.DataAsync(
            persona, $"mutation($input: {inputType}!) {{ {act}(input: $input) {{ {Fields} }} }}", new { input });
        return data.GetProperty(act);
    }

    private async Task<JsonElement> RefusalAsync(string persona, string act, string inputType, object input)
    {
        var payload = await MutateAsync(persona, act, inputType, input);
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("assessment").ValueKind);
        return Assert.Single(payload.GetProperty("errors").EnumerateArray());
    }

    private async Task<JsonElement> NodeAsync(string? persona, JsonElement assessment)
    {
        var data = await network.DataAsync(
            persona, "query($id: ID!) { node(id: $id) { ... on Assessment { title status supersedes { id } } } }", new { id = Id(assessment) });
        return data.GetProperty("node");
    }
}
