using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using R2P.GraphQL;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types.Building;
using R2P.Schema.Catalogue;

namespace R2P.Schema.Tests;

public sealed class CatalogueQueryTests
{
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(Catalogue.Catalogue.BuiltIn).BuildServiceProvider();

    private static readonly OperationExecutor Executor = new(
        new SchemaBuilder(Services.GetRequiredService<IServiceProviderIsService>())
            .AddType(typeof(CatalogueQueries))
            .AddType(typeof(CatalogueFields))
            .AddType(typeof(FrameworkFields))
            .AddType(typeof(CountryFields))
            .AddType(typeof(RegionalOrganizationFields))
            .AddScalar(new CountryCodeScalar(Catalogue.Catalogue.BuiltIn))
            .Build(),
        Services.GetRequiredService<IServiceScopeFactory>(),
        new GraphQLOptions(),
        NullLogger<OperationExecutor>.Instance,
        TimeProvider.System);

    [Fact]
    public async Task A_factor_of_a_framework_comes_with_its_working_labels()
    {
        using var answer = JsonDocument.Parse(await AnswerAsync(
            """
            framework(code: "UN_FRAMEWORK_2014", version: "2014") {
              factor(code: "RF_09") { number timing verified indicators { code number verified } }
              missing: factor(code: "RF_15") { name }
            }
            other: framework(code: "UN_FRAMEWORK_2014", version: "2013") { name }
            """));

        var framework = answer.RootElement.GetProperty("framework");
        var factor = framework.GetProperty("factor");
        Assert.Equal(9, factor.GetProperty("number").GetInt32());
        Assert.Equal("STRUCTURAL", factor.GetProperty("timing").GetString());
        Assert.Equal("""{"code":"IND_09_01","number":"9.1","verified":true}""", factor.GetProperty("indicators")[0].GetRawText());
        Assert.Equal(JsonValueKind.Null, framework.GetProperty("missing").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("other").ValueKind);
    }

    [Fact]
    public async Task A_country_comes_with_the_regional_organizations_that_it_belongs_to() => Assert.Equal(
        """{"country":{"name":"Ghana","alpha2":"GH","unRegionalGroup":"AFRICAN_GROUP","regionalOrganizations":[{"code":"AU"},{"code":"ECOWAS"}]}}""",
        await AnswerAsync(
            """country(code: "GHA") { name alpha2 unRegionalGroup regionalOrganizations { code } }"""));

    [Theory]
    [InlineData("region: \"AFRICA\"", 54)]
    [InlineData("region: \"CARIBBEAN\", unRegionalGroup: GRULAC", 13)]
    [InlineData("unRegionalGroup: WEOG", 29)]
    [InlineData("region: \"AFRICA\", unRegionalGroup: WEOG", 0)]
    public async Task Countries_are_narrowed_by_region_and_by_regional_group(string arguments, int count)
    {
        using var answer = JsonDocument.Parse(await AnswerAsync($"countries({arguments}) {{ code }}"));

        Assert.Equal(count, answer.RootElement.GetProperty("countries").GetArrayLength());
    }

    [Fact]
    public async Task Any_code_comes_as_the_type_that_it_stands_for_and_an_unknown_one_as_null() => Assert.Equal(
        """{"a":{"__typename":"Country","name":"Kenya"},"b":{"__typename":"CodeEntry","name":"Security Council"},"c":{"__typename":"Indicator","name":"Mass protest or resistance to the State"},"d":null}""",
        await AnswerAsync(
            """
            a: code(code: "KEN") { __typename name }
            b: code(code: "UN_SC") { __typename name }
            c: code(code: "IND_01_10") { __typename name }
            d: code(code: "NO_CODE") { name }
            """));

    [Fact]
    public async Task A_list_of_codes_comes_with_its_entries_in_their_order() => Assert.Equal(
        """{"codeList":{"entries":[{"code":"PRONG_UN_SYSTEM","number":1},{"code":"PRONG_NATIONAL_ACCOUNTABILITY","number":2},{"code":"PRONG_CIVIL_SOCIETY","number":3}]}}""",
        await AnswerAsync("""codeList(name: "earlyActionProngs2018") { entries { code number } }"""));

    [Theory]
    [InlineData(
        "countries(region: \"AFRIKA\") { code }", "countries", "Unknown region of UN M49 \"AFRIKA\". Did you mean \"AFRICA\" or \"ASIA\"?")]
    [InlineData(
        "codeList(name: \"priorities2016\") { name }", "codeList",
        "Unknown code list \"priorities2016\". Did you mean \"priorities2015\"?")]
    public async Task A_name_that_is_unknown_is_refused_with_what_may_have_been_meant(string field, string name, string message)
    {
        using var response = JsonDocument.Parse(await RespondAsync($"{{ catalogue {{ {field} }} }}"));

        var error = response.RootElement.GetProperty("errors")[0];
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(["catalogue", name], error.GetProperty("path").EnumerateArray().Select(key => key.GetString()));
        Assert.Equal(ErrorCodes.BadUserInput, error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_unknown_country_is_refused_before_anything_is_executed()
    {
        var result = await Executor.ExecuteAsync(
            new GraphQLRequest { Query = Encoding.UTF8.GetBytes("""{ catalogue { country(code: "Ghana") { name } } }""") },
            TestContext.Current.CancellationToken);

        var error = Assert.Single(Assert.IsType<RequestErrorResult>(result).Errors);
        Assert.EndsWith(
            "Unknown country \"Ghana\": expected an ISO 3166-1 alpha-3 code, such as \"KEN\". Did you mean \"GHA\"?",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.ValidationFailed, error.Code);
        Assert.Equal([(1, 29)], error.Locations.Select(location => (location.Line, location.Column)));
    }

    [Fact]
    public void Every_type_field_and_value_of_the_catalogue_has_a_description()
    {
        var undescribed = Undocumented.In(Executor.Schema).ToArray();

        Assert.True(undescribed.Length == 0, string.Join(", ", undescribed));
    }

    private static async Task<string> AnswerAsync(string selection)
    {
        using var response = JsonDocument.Parse(await RespondAsync($"{{ catalogue {{ {selection} }} }}"));
        Assert.False(response.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        return response.RootElement.GetProperty("data").GetProperty("catalogue").GetRawText();
    }

    private static async Task<string> RespondAsync(string query)
    {
        var result = await Executor.ExecuteAsync(
            new GraphQLRequest { Query = Encoding.UTF8.GetBytes(query) }, TestContext.Current.CancellationToken);
        using var response = Assert.IsType<ResponseResult>(result, exactMatch: false);
        return Encoding.UTF8.GetString(response.Utf8Json);
    }
}
