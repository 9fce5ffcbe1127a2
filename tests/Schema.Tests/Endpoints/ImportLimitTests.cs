using System.Text;
using R2P.Schema.Tests.Search;

namespace R2P.Schema.Tests.Endpoints;

/// <summary>An import is bound as a mutation is: in what one line may say, in what is answered to it, and in what it may lead to.</summary>
public sealed class ImportLimitTests(EndpointNetwork endpoints) : IClassFixture<EndpointNetwork>
{
    private const string Ndjson = "application/x-ndjson";
    private readonly Personas _personas = new(endpoints.Network);

    [Fact]
    public async Task A_line_beyond_the_limit_is_refused_by_its_number()
    {
        var problem = Assert.Single(
            await ProblemsAsync("ghana", $"{SlowBodyTests.PracticeLine("Short")}\n{SlowBodyTests.PracticeLine(new string('x', 1024 * 1024))}\n"));

        Assert.Equal("2: Is longer than 1048576 bytes.", problem);
    }

    [Fact]
    public async Task A_long_list_that_is_wrong_throughout_is_answered_once()
    {
        var tags = string.Join(',', Enumerable.Repeat("\"NO_SUCH_CODE\"", 50_000));

        var problem = Assert.Single(await ProblemsAsync("ghana", SlowBodyTests.PracticeLine("Tags")[..^1] + $",\"tags\":[{tags}]}}"));

        Assert.StartsWith("1: Has 50000 entries", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_is_told_than_anybody_reads()
    {
        var ratings = string.Join(',', Enumerable.Repeat("""{"factor":"RF_99","finding":"?","trend":"STABLE","confidence":"LOW"}""", 5_000));

        var problems = await ProblemsAsync("ghana", $$"""{"title":"Ratings","ratings":[{{ratings}}]}""", "assessments");

        Assert.Equal(100, problems.Length);
    }

    [Fact]
    public async Task What_one_may_not_see_can_t_be_adapted()
    {
        var hidden = SearchDesk.KeyOf(await _personas.ProposeAsync("ghana", "Hidden model"));

        var problem = Assert.Single(await ProblemsAsync("kenya", SlowBodyTests.PracticeLine("Adapted")[..^1] + $",\"adaptedFrom\":\"{hidden}\"}}"));

        Assert.Equal("1: There is no such practice, or you may not see it.", problem);
    }

    private async Task<string[]> ProblemsAsync(string persona, string lines, string kind = "practices")
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(lines));
        var (status, json) = await endpoints.Host.PostAsync(persona, $"/import/{kind}", body, Ndjson);
        Assert.Equal(400, status);
        return
        [
            .. json.GetProperty("errors").EnumerateArray()
                .Select(error => $"{error.GetProperty("extensions").GetProperty("line").GetInt32()}: {error.GetProperty("message").GetString()}"),
        ];
    }
}
