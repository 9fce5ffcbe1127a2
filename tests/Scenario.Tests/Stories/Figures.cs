using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>What is told of several States together, and what is not told of any.</summary>
public sealed class Figures(Network network) : IClassFixture<Network>
{
    private const string Africa =
        "{ statistics(of: { region: \"AFRICA\" }) { states documents { kind documents states } policyOptions { code documents states } inhibitors { code states } factors { code states } } }";

    [Fact]
    [Row("D3", "`statistics(of:)`: over five States or more, never over hidden rows, in the order of the catalogue", without: "statistics")]
    public async Task Findings_are_shown_and_no_score_no_ranking_and_no_figure_over_few_States()
    {
        var before = (await network.DataAsync("observer", Africa)).GetProperty("statistics");
        foreach (var list in new[] { "documents", "policyOptions", "inhibitors", "factors" })
        {
            Assert.All(before.GetProperty(list).EnumerateArray(), figure => Assert.True(figure.GetProperty("states").GetInt32() >= 5));
        }

        string?[] codes = [.. before.GetProperty("policyOptions").EnumerateArray().Select(figure => figure.GetProperty("code").GetString())];
        Assert.NotEmpty(codes);
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);

        var hidden = await network.ActAsync("kenya", "proposePractice", new
        {
            title = "Not counted for others", policyOption = codes[0], pillar = "PILLAR_I", whatWasDone = "Nobody else knows yet.",
        }, "practice { id }");
        Assert.False(await network.SeesAsync("observer", hidden.Id()));
        Assert.Equal(Mentions(before, codes[0]), Mentions((await network.DataAsync("observer", Africa)).GetProperty("statistics"), codes[0]));

        Assert.Equal(
            JsonValueKind.Null,
            (await network.DataAsync("observer", "{ statistics(of: { region: \"NOWHERE\" }) { states } }")).GetProperty("statistics").ValueKind);
        Assert.Equal("[]", await FieldsAsync("score", "rank", "ranking", "league"));
    }

    private static int Mentions(JsonElement statistics, string? code) => statistics.GetProperty("policyOptions").EnumerateArray()
        .Single(figure => figure.GetProperty("code").GetString() == code).GetProperty("documents").GetInt32();

    /// <summary>The fields of the whole contract that are called like this.</summary>
    private async Task<string> FieldsAsync(params string[] names)
    {
        var types = (await network.DataAsync("observer", "{ __schema { types { fields(includeDeprecated: true) { name } } } }"))
            .GetProperty("__schema").GetProperty("types").EnumerateArray();
        var found = types.Where(type => type.GetProperty("fields").ValueKind == JsonValueKind.Array)
            .SelectMany(type => type.GetProperty("fields").EnumerateArray())
            .Select(field => field.GetProperty("name").GetString()!)
            .Where(name => names.Contains(name, StringComparer.OrdinalIgnoreCase));
        return JsonSerializer.Serialize(found.Distinct());
    }
}
