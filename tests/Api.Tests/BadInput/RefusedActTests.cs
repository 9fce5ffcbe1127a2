namespace R2P.Api.Tests.BadInput;

/// <summary>Acts that the domain refuses: typed errors in the payload, and nothing has changed.</summary>
public sealed class RefusedActTests(SharedService shared)
{
    private const string Persona = "costa-rica";

    [Fact]
    public Task A_factor_that_is_not_in_the_framework() => RefusesAsync(
        "draftAssessment",
        new { title = "Wrong factor", ratings = new[] { new { factor = "RF_99", finding = "?", trend = "STABLE", confidence = "LOW" } } },
        """{"__typename":"InvalidInputError","code":"INVALID_INPUT","message":"\"RF_99\" is no factor of UN_FRAMEWORK_2014.","path":["input","ratings","0","factor"]}""");

    [Fact]
    public Task An_unknown_country() => RefusesAsync(
        "draftAssessment",
        new { title = "Wrong country", country = "XYZ" },
        """{"__typename":"InvalidInputError","code":"INVALID_INPUT","message":"Unknown country \"XYZ\". The catalogue lists the codes.","path":["input","country"]}""");

    [Fact]
    public async Task A_stale_version()
    {
        var draft = await shared.Process.DoneAsync(Persona, "draftAssessment", new { title = "First" });
        var id = draft.GetProperty("id").GetString();
        await shared.Process.DoneAsync(Persona, "reviseAssessment", new { id, version = 1, title = "Second" });

        await RefusesAsync(
            "reviseAssessment",
            new { id, version = 1, title = "Lost" },
            """{"__typename":"ConflictError","code":"CONFLICT","message":"Somebody changed it meanwhile; the current version is 2. Read it and decide again.","path":["input","version"],"currentVersion":2}""");
    }

    [Fact]
    public async Task A_transition_that_the_life_cycle_does_not_allow()
    {
        var draft = await shared.Process.DoneAsync(Persona, "draftAssessment", new { title = "Too early" });

        await RefusesAsync(
            "approveAssessment",
            new { id = draft.GetProperty("id").GetString(), version = 1 },
            """{"__typename":"InvalidTransitionError","code":"INVALID_TRANSITION","message":"approveAssessment is not possible in the state DRAFT, only in IN_REVIEW.","path":null}""");
    }

    [Fact]
    public Task A_title_of_nothing_but_spaces() => RefusesAsync(
        "draftAssessment",
        new { title = "  " },
        """{"__typename":"InvalidInputError","code":"INVALID_INPUT","message":"Must not be empty.","path":["input","title"]}""");

    private async Task RefusesAsync(string act, object input, string expected)
    {
        var before = await shared.Process.DocumentsOfAsync(Persona);

        var refusal = await shared.Process.RefusalAsync(Persona, act, input);

        Assert.Equal(expected, refusal.Replace("\\u0022", "\\\"", StringComparison.Ordinal));
        Assert.Equal(before, await shared.Process.DocumentsOfAsync(Persona));
    }
}
