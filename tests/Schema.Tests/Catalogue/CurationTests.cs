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
            "ghana", "proposePractice", "practice", new { title = "Old", policyOption = "POL_EDUCATION", pillar = "PILLAR_I", whatWasDone = "So.", tools = new[] { "TOOL_OLD" } });

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
