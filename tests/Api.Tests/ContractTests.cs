using System.Net;

namespace R2P.Api.Tests;

/// <summary>The printed contract stands in the repository: whoever changes it, changes it on purpose.</summary>
public sealed class ContractTests(SharedService shared)
{
    private const string Update = "R2P_UPDATE_SCHEMA";

    [Fact]
    public async Task The_service_serves_the_schema_that_is_in_the_repository()
    {
        var served = await shared.Process.SendAsync(HttpMethod.Get, "/graphql/schema.graphql", accept: "*/*");
        Assert.Equal(HttpStatusCode.OK, served.Status);
        var file = Path.Combine(Repository(), "schema", "schema.graphql");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await File.WriteAllTextAsync(file, served.Body, TestContext.Current.CancellationToken);
        }

        var printed = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        Assert.True(
            printed == served.Body,
            $"The schema has changed: {FirstDifference(printed, served.Body)}. If that is meant, run this test with {Update}=1 and commit schema/schema.graphql.");
    }

    private static string FirstDifference(string printed, string served)
    {
        var (before, after) = (printed.Split('\n'), served.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(before.Length, after.Length)).FirstOrDefault(i => before[i] != after[i], before.Length);
        return $"line {line + 1} was \"{before.ElementAtOrDefault(line)}\" and is \"{after.ElementAtOrDefault(line)}\"";
    }

    private static string Repository()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "R2P.Api.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return directory;
    }
}
