using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using R2P.Documents;
using R2P.Schema.Catalogue;

namespace R2P.Schema.Tests;

public sealed class CurationTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task What_is_added_by_way_of_one_instance_is_soon_in_the_catalogue_of_every_other()
    {
        await using var other = NetworkFixture.Compose(network.Database.Options);
        var log = other.GetRequiredService<EventLog>();
        await log.StartAsync(CancellationToken.None);
        using var watch = other.GetServices<IHostedService>().OfType<CatalogueWatch>().Single();
        await watch.StartAsync(CancellationToken.None);

        await CurateAsync("addCatalogueEntry", new { list = "peacefulTools2016", code = "TOOL_CARAVAN", name = "Caravan of peace" });
        var there = other.GetRequiredService<Catalogue.Catalogue>();
        await UntilAsync(() => there.IsTool("TOOL_CARAVAN"));
        await CurateAsync("translateCatalogueEntry", new { code = "TOOL_CARAVAN", language = "fr", name = "Caravane" });
        await UntilAsync(() => there.TextsOf("TOOL_CARAVAN") is [{ Name: "Caravane" }]);

        await watch.StopAsync(CancellationToken.None);
        await log.StopAsync();
    }

    [Fact]
    public async Task An_instance_that_starts_knows_what_was_added_before()
    {
        await CurateAsync("addCatalogueEntry", new { list = "triggers", code = "TRIGGER_BEFORE", name = "Known before" });
        await CurateAsync("translateCatalogueEntry", new { code = "TRIGGER_BEFORE", language = "fr", name = "Connu avant" });
        await using var later = NetworkFixture.Compose(network.Database.Options);

        Assert.Equal(0, await later.GetRequiredService<R2P.Schema.Search.CatalogueNames>().LoadAsync(TestContext.Current.CancellationToken));

        Assert.True(later.GetRequiredService<Catalogue.Catalogue>().IsTrigger("TRIGGER_BEFORE"));
        Assert.False(Catalogue.Catalogue.BuiltIn.IsTrigger("TRIGGER_BEFORE"));
    }

    [Theory]
    [InlineData("kenya")]
    [InlineData("au-desk")]
    [InlineData("admin")]
    public async Task Nobody_but_a_network_s_secretariat_curates(string persona)
    {
        var refused = await MutateAsync(persona, "addCatalogueEntry", new { list = "peacefulTools2016", code = "TOOL_MINE", name = "Mine" });

        Assert.Equal("NOT_ALLOWED", Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.False(network.Services.GetRequiredService<Catalogue.Catalogue>().IsCode("TOOL_MINE"));
    }

    [Theory]
    [InlineData("""{ "list": "pillars", "code": "PILLAR_IV", "name": "A fourth" }""", "list")]
    [InlineData("""{ "list": "priorities2015", "code": "PRIORITY_7", "name": "A seventh" }""", "list")]
    [InlineData("""{ "list": "peacefulTools2016", "code": "tool", "name": "Small letters" }""", "code")]
    [InlineData("""{ "list": "peacefulTools2016", "code": "KEN", "name": "Taken by a country" }""", "code")]
    [InlineData("""{ "list": "peacefulTools2016", "code": "PUBLISHED", "name": "Taken by a word of the API" }""", "code")]
    [InlineData("""{ "list": "peacefulTools2016", "code": "TOOL_NO_NAME", "name": " " }""", "name")]
    [InlineData("""{ "list": "legalInstruments", "code": "TREATY_BARE", "name": "Without its facts" }""", "instrument")]
    [InlineData("""{ "list": "triggers", "code": "TRIGGER_SOURCE", "name": "From nowhere", "source": [{ "document": "NOWHERE" }] }""", "source/0/document")]
    public async Task What_is_wrong_with_an_entry_is_said_at_its_place_and_changes_nothing(string input, string place)
    {
        var refused = await MutateAsync("secretariat", "addCatalogueEntry", JsonElement.Parse(input));

        var error = Assert.Single(refused.GetProperty("errors").EnumerateArray());
        Assert.Equal($"input/{place}", string.Join('/', error.GetProperty("path").EnumerateArray().Select(step => step.ToString())));
        Assert.Equal("null", refused.GetProperty("entry").GetRawText());
    }

    [Fact]
    public async Task A_name_comes_in_the_language_that_is_asked_for_else_in_English()
    {
        await CurateAsync("translateCatalogueEntry", new { code = "GHA", language = "fr", name = "Le Ghana" });
        await CurateAsync("translateCatalogueEntry", new { code = "GHA", language = "FR", name = "Ghana, en français" });

        var names = await network.DataAsync(null, """
            { catalogue { code(code: "GHA") { name fr: name(language: "fr-CA") es: name(language: "es") en: name(language: "en-GB") languages } } }
            """);

        Assert.Equal(
            """{"name":"Ghana","fr":"Ghana, en français","es":"Ghana","en":"Ghana","languages":["FR"]}""",
            names.GetProperty("catalogue").GetProperty("code").GetRawText());
    }

    [Fact]
    public async Task A_retired_entry_is_offered_no_more_and_stays_what_it_was_for_documents_that_use_it()
    {
        await CurateAsync("addCatalogueEntry", new { list = "peacefulTools2016", code = "TOOL_OLD", name = "An old way" });
        var practice = await _personas.ActAsync(
            "ghana", "proposePractice", "practice",
            new { title = "Old", policyOption = "POL_EDUCATION", pillar = "PILLAR_I", whatWasDone = "So.", tools = new[] { "TOOL_OLD" } });

        await CurateAsync("retireCatalogueEntry", new { code = "TOOL_OLD", reason = "Not done any more." });

        await _personas.ActAsync(
            "ghana", "revisePractice", "practice", new { id = Personas.Id(practice), version = 1, tools = new[] { "TOOL_OLD", "TOOL_FACT_FINDING" } });
        var seen = (await network.DataAsync(null, """
            { catalogue { tools { code } code(code: "TOOL_OLD") { name retiredAt addedBy } } }
            """)).GetProperty("catalogue");
        Assert.DoesNotContain(seen.GetProperty("tools").EnumerateArray(), tool => tool.GetProperty("code").GetString() == "TOOL_OLD");
        Assert.Equal("An old way", seen.GetProperty("code").GetProperty("name").GetString());
        Assert.NotNull(seen.GetProperty("code").GetProperty("retiredAt").GetString());
        var again = await MutateAsync("secretariat", "retireCatalogueEntry", new { code = "TOOL_OLD", reason = "Again." });
        Assert.Equal("INVALID_INPUT", Assert.Single(again.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        var own = await MutateAsync("secretariat", "retireCatalogueEntry", new { code = "TOOL_FACT_FINDING", reason = "Not ours." });
        Assert.Equal("INVALID_INPUT", Assert.Single(own.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task New_content_can_t_take_a_retired_entry_and_is_told_what_to_take_instead()
    {
        await CurateAsync("addCatalogueEntry", new { list = "peacefulTools2016", code = "TOOL_LETTERS", name = "Letters" });
        await CurateAsync("addCatalogueEntry", new { list = "peacefulTools2016", code = "TOOL_CALLS", name = "Calls" });
        var before = await ProposeAsync("TOOL_LETTERS");
        Assert.Empty(Problems(before));
        await CurateAsync("retireCatalogueEntry", new { code = "TOOL_LETTERS", reason = "Nobody writes.", replacedBy = "TOOL_CALLS" });

        Assert.Equal(
            ["INVALID_INPUT input/tools/1 \"TOOL_LETTERS\" was retired: take \"TOOL_CALLS\" (Calls) instead."],
            Problems(await ProposeAsync("TOOL_FACT_FINDING", "TOOL_LETTERS")));
        var id = before.GetProperty("practice").GetProperty("id").GetString();
        Assert.Empty(Problems(await ReviseAsync(id, 1, "TOOL_FACT_FINDING", "TOOL_LETTERS")));
        Assert.Empty(Problems(await ReviseAsync(id, 2, "TOOL_FACT_FINDING")));
        Assert.StartsWith("INVALID_INPUT input/tools/0 ", Assert.Single(Problems(await ReviseAsync(id, 3, "TOOL_LETTERS"))), StringComparison.Ordinal);

        await CurateAsync("retireCatalogueEntry", new { code = "TOOL_CALLS", reason = "Nobody calls." });
        Assert.Equal(
            ["INVALID_INPUT input/tools/0 \"TOOL_LETTERS\" was retired. The catalogue lists the codes that can be taken."],
            Problems(await ProposeAsync("TOOL_LETTERS")));
        Assert.Equal(0, (await network.DataAsync("ghana", """{ practices(where: { tools: { some: { eq: "TOOL_LETTERS" } } }) { totalCount } }"""))
            .GetProperty("practices").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_retired_framework_is_kept_by_its_assessments_and_their_successors_and_no_new_one_begins_with_it()
    {
        await PublishFrameworkAsync("FRAMEWORK_A", "RF_A1", "RF_A2");
        await PublishFrameworkAsync("FRAMEWORK_B", replaces: "FRAMEWORK_A", factors: ["RF_B1", "RF_B2"]);
        var draft = await DraftAsync("FRAMEWORK_A", "RF_A1");
        Assert.Empty(Problems(draft));
        await CurateAsync("retireCatalogueEntry", new { code = "FRAMEWORK_A", reason = "There is a newer one." });

        Assert.Equal(
            ["INVALID_INPUT input/framework \"FRAMEWORK_A\" was retired: take \"FRAMEWORK_B\" (FRAMEWORK_B) instead."],
            Problems(await DraftAsync("FRAMEWORK_A", "RF_A1")));
        Assert.Empty(Problems(await DraftAsync("FRAMEWORK_B", "RF_B1")));
        await _personas.ActAsync(
            "ghana", "reviseAssessment", "assessment", new { id = Personas.Id(draft.GetProperty("assessment")), version = 1, title = "Revised" });
    }

    [Theory]
    [InlineData("TOOL_NONE")]
    [InlineData("TOOL_TO_RETIRE")]
    [InlineData("KEN")]
    public async Task What_takes_the_place_of_a_retired_entry_is_another_one_that_its_list_offers(string instead)
    {
        await MutateAsync("secretariat", "addCatalogueEntry", new { list = "peacefulTools2016", code = "TOOL_TO_RETIRE", name = "To retire" });

        var refused = await MutateAsync("secretariat", "retireCatalogueEntry", new { code = "TOOL_TO_RETIRE", reason = "Old.", replacedBy = instead });

        Assert.Equal("""["input","replacedBy"]""", Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("path").GetRawText());
        Assert.False(network.Services.GetRequiredService<Catalogue.Catalogue>().IsRetired("TOOL_TO_RETIRE"));
    }

    [Fact]
    public async Task A_network_says_how_its_framework_corresponds_to_an_older_one_and_it_is_read_both_ways()
    {
        await PublishFrameworkAsync("FRAMEWORK_C", "RF_C1", "RF_C2");
        var first = new[] { new { from = "RF_03", to = "RF_C2", extent = "CLOSE" } };
        var links = new object[]
        {
            new { from = "RF_01", to = "RF_C1", extent = "CLOSE" },
            new { from = "RF_02", to = "RF_C1", extent = "PARTIAL", note = "Only in part." },
        };
        Assert.Empty(Problems(await CompareAsync("secretariat", new { from = "UN_FRAMEWORK_2014", to = "FRAMEWORK_C", links = first })));
        Assert.Empty(Problems(await CompareAsync("secretariat", new { from = "UN_FRAMEWORK_2014", to = "FRAMEWORK_C", description = "An aid.", links })));

        var seen = (await network.DataAsync(null, """
            { catalogue {
              there: crosswalk(from: "UN_FRAMEWORK_2014", to: "FRAMEWORK_C") { description links { from { code } to { code } extent note } }
              back: crosswalk(from: "FRAMEWORK_C", to: "UN_FRAMEWORK_2014") { links { from { code } to { code } } withoutCounterpart { code } } } }
            """)).GetProperty("catalogue");

        Assert.Equal(
            """{"description":"An aid.","links":[{"from":{"code":"RF_01"},"to":{"code":"RF_C1"},"extent":"CLOSE","note":null},{"from":{"code":"RF_02"},"to":{"code":"RF_C1"},"extent":"PARTIAL","note":"Only in part."}]}""",
            seen.GetProperty("there").GetRawText());
        Assert.Equal(
            """{"links":[{"from":{"code":"RF_C1"},"to":{"code":"RF_01"}},{"from":{"code":"RF_C1"},"to":{"code":"RF_02"}}],"withoutCounterpart":[{"code":"RF_C2"}]}""",
            seen.GetProperty("back").GetRawText());
    }

    [Theory]
    [InlineData(
        "kenya", """{ "from": "UN_FRAMEWORK_2014", "to": "FRAMEWORK_D", "links": [{ "from": "RF_01", "to": "RF_D1", "extent": "CLOSE" }] }""", "NOT_ALLOWED ")]
    [InlineData("secretariat", """{ "from": "FRAMEWORK_X", "to": "FRAMEWORK_D", "links": [] }""", "INVALID_INPUT input/from")]
    [InlineData("secretariat", """{ "from": "FRAMEWORK_D", "to": "FRAMEWORK_D", "links": [] }""", "INVALID_INPUT input/to")]
    [InlineData("secretariat", """{ "from": "UN_FRAMEWORK_2014", "to": "SG_RISK_FACTORS_2013", "links": [] }""", "INVALID_INPUT input/to")]
    [InlineData("secretariat", """{ "from": "UN_FRAMEWORK_2014", "to": "FRAMEWORK_D", "links": [] }""", "INVALID_INPUT input/links")]
    [InlineData(
        "secretariat",
        """{ "from": "UN_FRAMEWORK_2014", "to": "FRAMEWORK_D", "links": [{ "from": "RF_D1", "to": "RF_D1", "extent": "CLOSE" }] }""",
        "INVALID_INPUT input/links/0/from")]
    [InlineData(
        "secretariat",
        """{ "from": "UN_FRAMEWORK_2014", "to": "FRAMEWORK_D", "links": [{ "from": "RF_01", "to": "RF_D1", "extent": "PARTIAL" }] }""",
        "INVALID_INPUT input/links/0/note")]
    public async Task What_is_wrong_with_a_crosswalk_is_said_at_its_place_and_nothing_is_recorded(string persona, string input, string problem)
    {
        if (!network.Services.GetRequiredService<Catalogue.Catalogue>().IsCode("FRAMEWORK_D"))
        {
            await PublishFrameworkAsync("FRAMEWORK_D", "RF_D1", "RF_D2");
        }

        Assert.StartsWith(problem, Assert.Single(Problems(await CompareAsync(persona, JsonElement.Parse(input)))), StringComparison.Ordinal);
        Assert.Null(network.Services.GetRequiredService<Catalogue.Catalogue>().FindCrosswalk("UN_FRAMEWORK_2014", "FRAMEWORK_D"));
    }

    private Task<JsonElement> ProposeAsync(params string[] tools) => ActAsync(
        "ghana",
        "proposePractice",
        new { title = "New", policyOption = "POL_EDUCATION", pillar = "PILLAR_I", whatWasDone = "So.", tools },
        "practice { id }");

    private Task<JsonElement> ReviseAsync(string? id, int version, params string[] tools) =>
        ActAsync("ghana", "revisePractice", new { id, version, tools }, "practice { id }");

    private Task<JsonElement> DraftAsync(string framework, string factor) => ActAsync(
        "ghana",
        "draftAssessment",
        new
        {
            title = "By a framework",
            framework,
            frameworkVersion = "1",
            ratings = new[] { new { factor, finding = "Seen.", trend = "STABLE", confidence = "LOW" } },
        },
        "assessment { id }");

    private Task<JsonElement> CompareAsync(string persona, object input) => ActAsync(persona, "recordCrosswalk", input, "crosswalk { description }");

    private Task PublishFrameworkAsync(string code, params string[] factors) => PublishFrameworkAsync(code, replaces: null, factors);

    private async Task PublishFrameworkAsync(string code, string? replaces, string[] factors) => Assert.Empty(Problems(await ActAsync(
        "secretariat",
        "publishFrameworkVersion",
        new
        {
            code, version = "1", name = code, replaces, source = new[] { new { document = "SG_REPORT_2016" } },
            factors = factors.Select(factor => new { code = factor, name = factor }),
        },
        "framework { code }")));

    private static string[] Problems(JsonElement payload) =>
    [
        .. payload.GetProperty("errors").EnumerateArray().Select(error =>
        {
            var path = error.GetProperty("path") is { ValueKind: JsonValueKind.Array } steps ? string.Join('/', steps.EnumerateArray()) : "";
            return $"{error.GetProperty("code").GetString()} {path} {error.GetProperty("message").GetString()}";
        }),
    ];

    private async Task<JsonElement> ActAsync(string persona, string act, object input, string answer)
    {
        var type = $"{char.ToUpperInvariant(act[0])}{act[1..]}Input";
        return (await network.DataAsync(
            persona, $"mutation($input: {type}!) {{ {act}(input: $input) {{ {answer} errors {{ code path message }} }} }}", new { input })).GetProperty(act);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task CurateAsync(string act, object input) =>
        Assert.Equal("[]", (await MutateAsync("secretariat", act, input)).GetProperty("errors").GetRawText());

    private async Task<JsonElement> MutateAsync(string persona, string act, object input)
    {
        var type = $"{char.ToUpperInvariant(act[0])}{act[1..]}Input";
        return (await network.DataAsync(
            persona, $"mutation($input: {type}!) {{ {act}(input: $input) {{ entry {{ code }} errors {{ code path }} }} }}", new { input })).GetProperty(act);
    }
}
