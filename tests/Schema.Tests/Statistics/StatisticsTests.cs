using System.Text.Json;

namespace R2P.Schema.Tests.Statistics;

public sealed class StatisticsTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Ask = "query($of: StatisticsScopeInput!) { statistics(of: $of) { states documents { kind documents states } factors { code states } policyOptions { code documents states } inhibitors { code states } } }";

    private readonly Personas _personas = new(network);

    [Fact]
    public async Task Figures_are_given_over_five_States_or_more_and_in_the_order_of_codes()
    {
        var africa = await StatisticsAsync("observer", new { region = "AFRICA" });

        Assert.Equal(54, africa.GetProperty("states").GetInt32());
        var options = africa.GetProperty("policyOptions").EnumerateArray().ToArray();
        Assert.NotEmpty(africa.GetProperty("documents").EnumerateArray());
        Assert.All(options, option => Assert.True(option.GetProperty("states").GetInt32() >= 5));
        string[] codes = [.. options.Select(option => option.GetProperty("code").GetString()!)];
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public async Task Where_fewer_than_five_States_speak_nothing_is_told()
    {
        foreach (var persona in new[] { "ghana", "kenya" })
        {
            await _personas.PublishPracticeAsync(persona, Personas.ToMembers, "Over few States");
        }

        var east = await StatisticsAsync("observer", new { organization = "EAC" });

        Assert.Empty(east.GetProperty("factors").EnumerateArray());
        Assert.DoesNotContain(
            east.GetProperty("inhibitors").EnumerateArray(), figure => figure.GetProperty("states").GetInt32() < 5);
    }

    [Fact]
    public async Task What_is_hidden_is_not_counted()
    {
        var before = await StatisticsAsync("observer", new { network = "GLOBAL_NETWORK_R2P_FOCAL_POINTS" });
        await _personas.PublishPracticeAsync("denmark", new { kind = "NAMED", organizations = new[] { "EU" } }, "For the EU's desk");

        Assert.Equal(before.ToString(), (await StatisticsAsync("observer", new { network = "GLOBAL_NETWORK_R2P_FOCAL_POINTS" })).ToString());
    }

    [Fact]
    public async Task Every_kind_that_is_about_States_is_counted_and_only_over_five_of_them()
    {
        foreach (var country in new[] { "FJI", "TON", "WSM", "VUT" })
        {
            await RecommendAsync(country, Personas.ToMembers);
        }

        await RecommendAsync("PLW", new { kind = "NAMED", organizations = new[] { "EU" } });
        Assert.DoesNotContain("RECOMMENDATION", await KindsAsync("observer"));
        Assert.Contains("RECOMMENDATION 5 5", await KindsAsync("eu-desk"));

        await RecommendAsync("PLW", Personas.ToMembers);
        await RecommendAsync("PLW", Personas.ToMembers);
        Assert.Contains("RECOMMENDATION 6 5", await KindsAsync("observer"));
    }

    [Fact]
    public async Task A_region_that_there_is_not_has_no_figures() =>
        Assert.Equal(JsonValueKind.Null, (await StatisticsAsync("observer", new { region = "999" })).ValueKind);

    private Task<JsonElement> RecommendAsync(string country, object audience) => _personas.ActAsync(
        "secretariat", "recordRecommendation", "recommendation", new { mechanism = "UPR", text = "Keep the peace.", country, audience });

    private async Task<string> KindsAsync(string persona) => string.Join(", ", (await StatisticsAsync(persona, new { region = "OCEANIA" }))
        .GetProperty("documents").EnumerateArray()
        .Select(figure => $"{figure.GetProperty("kind")} {figure.GetProperty("documents")} {figure.GetProperty("states")}"));

    private async Task<JsonElement> StatisticsAsync(string persona, object of) =>
        (await network.DataAsync(persona, Ask, new { of })).GetProperty("statistics");
}
