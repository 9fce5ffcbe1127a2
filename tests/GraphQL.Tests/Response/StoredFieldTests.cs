using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Tests.Execution;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Tests.Response;

/// <summary>Fields that are copied from the text that their object was read from, and the same fields read from the object.</summary>
public sealed class StoredFieldTests
{
    private const string Text =
        """
        {"extra": {"deep": [1, 2]}, "title": "A \"quoted\" line\nand \u0007 more", "mood": "VERY_WORRIED", "note": null,
         "findings": [
           {"code": "RF_01", "weight": 3, "sure": true, "tags": ["a", "b"], "place": {"country": "GHA"}},
           {"weight": -1, "sure": false, "code": "RF_02", "tags": [], "place": null, "unknown": [{"code": "no"}]}]}
        """;

    [Theory]
    [InlineData("{ report { title mood note } }")]
    [InlineData("{ report { findings { code weight sure tags place { country } } } }")]
    [InlineData("{ report { findings { sure again: code code __typename place { here: country country } } mood } }")]
    [InlineData("{ report { ...F findings { ... on Finding { tags } code } } } fragment F on Report { findings { weight } }")]
    [InlineData("query($with: Boolean = false) { report { findings { code @include(if: $with) weight @skip(if: $with) } } }")]
    public async Task A_copy_says_what_the_object_says(string query)
    {
        var copied = await RunAsync(query, Report.Stored(Text));
        var read = await RunAsync(query, Report.Read());

        Assert.DoesNotContain("errors", copied, StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(read), JsonElement.Parse(copied)), $"{copied}\n{read}");
    }

    [Fact]
    public async Task The_object_is_not_made_where_a_copy_will_do()
    {
        var report = Report.Stored(Text);

        await RunAsync("{ report { title findings { code } } }", report);

        Assert.False(report.WasRead);
    }

    [Fact]
    public async Task A_field_that_is_more_than_data_is_read_from_the_object()
    {
        var report = Report.Stored(Text);

        var response = await RunAsync("{ report { findings { loud } } }", report);

        Assert.Equal("""{"data":{"report":{"findings":[{"loud":"RF_01!"},{"loud":"RF_02!"}]}}}""", response);
        Assert.True(report.WasRead);
    }

    [Theory]
    [InlineData("""{"findings": [{"code": null, "weight": 1}]}""", "{ report { findings { code } } }")]
    [InlineData("""{"findings": [{"weight": 1}]}""", "{ report { findings { code } } }")]
    [InlineData("""{"findings": [{"code": "x", "weight": "1"}]}""", "{ report { findings { weight } } }")]
    [InlineData("""{"findings": {"code": "x"}}""", "{ report { findings { code } } }")]
    [InlineData("{}", "{ report { findings { code } } }")]
    public async Task A_text_that_is_not_what_the_schema_says_is_an_error_of_the_field(string text, string query)
    {
        var response = await RunAsync(query, Report.Stored(text));

        Assert.Contains("\"path\":[\"report\",\"findings\"]", response, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"report\":null}}", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_enum_value_is_an_error_and_never_leaves()
    {
        var response = await RunAsync("{ report { mood } }", Report.Stored("""{"mood": "SECRET"}"""));

        Assert.DoesNotContain("SECRET", response, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"report\",\"mood\"]", response, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string query, Report report)
    {
        var services = new ServiceCollection().AddSingleton(report);
        await using var provider = services.BuildServiceProvider();
        var schema = new SchemaBuilder(provider.GetRequiredService<IServiceProviderIsService>())
            .AddType(typeof(ReportQuery)).AddType(typeof(FindingFields)).Build();
        return await new TestEngine(schema, services: services).RunAsync(query);
    }
}

[QueryType]
public static class ReportQuery
{
    public static Report? Report(Report report) => report;
}

public sealed class Report : IJsonBacked
{
    private ReportBody? _body;

    [GraphQLIgnore]
    public ReadOnlyMemory<byte> Json { get; private init; }

    internal bool WasRead => _body is not null;

    [GraphQLIgnore]
    public ReportBody Body => _body ??= new ReportBody();

    [JsonMember(nameof(Body))]
    public string? Title => Body.Title;

    [JsonMember(nameof(Body))]
    public Mood Mood => Body.Mood;

    [JsonMember(nameof(Body))]
    public string? Note => Body.Note;

    [JsonMember(nameof(Body))]
    public IReadOnlyList<Finding> Findings => Body.Findings;

    internal static Report Stored(string text) => new() { Json = Encoding.UTF8.GetBytes(text) };

    internal static Report Read() => new();
}

/// <summary>What the text of the tests says.</summary>
public sealed class ReportBody
{
    public string? Title { get; } = "A \"quoted\" line\nand \u0007 more";

    public Mood Mood { get; } = Mood.VeryWorried;

    public string? Note { get; }

    public IReadOnlyList<Finding> Findings { get; } =
    [
        new() { Code = "RF_01", Weight = 3, Sure = true, Tags = ["a", "b"], Place = new Place { Country = "GHA" } },
        new() { Code = "RF_02", Weight = -1, Sure = false },
    ];
}

public enum Mood
{
    Calm,
    VeryWorried,
}

public sealed class Finding
{
    public required string Code { get; set; }

    public int Weight { get; set; }

    public bool Sure { get; set; }

    public string[] Tags { get; set; } = [];

    public Place? Place { get; set; }
}

public sealed class Place
{
    public required string Country { get; set; }
}

[ObjectType<Finding>]
public static class FindingFields
{
    public static string Loud([Parent] Finding finding) => finding.Code + "!";
}
