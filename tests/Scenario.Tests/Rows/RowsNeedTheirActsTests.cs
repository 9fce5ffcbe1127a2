using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests;

/// <summary>
/// Each test of a row really performs it: against a service that does not know the row's act, it fails. What it has done until then stays in
/// a service of its own, where no story that is told to its end counts it.
/// </summary>
public sealed class RowsNeedTheirActsTests(SharedService service) : IClassFixture<SharedService>
{
    public static TheoryData<string, string> Tests =>
        [.. RowTest.All.Select(test => (test.Name, test.Row.Without)).Distinct()];

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task Without_its_act_it_fails(string test, string without)
    {
        var network = new Network(service) { Without = without };

        var failure = await Record.ExceptionAsync(() => RowTest.All.First(candidate => candidate.Name == test).RunAsync(network));

        Assert.NotNull(failure);
        Assert.True(network.Missed, $"{test} failed before it came to {without}: {failure.Message}");
    }
}
