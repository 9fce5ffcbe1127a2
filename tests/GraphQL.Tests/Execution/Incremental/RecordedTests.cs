using System.Text.Json.Nodes;

namespace R2P.GraphQL.Tests.Execution.Incremental;

/// <summary>
/// Every operation of the corpus is answered as graphql-js 17.1 answers it, part by part: <c>tests/clients/incremental/record.mjs</c> wrote down what
/// that says, and a test there makes sure that it still says so.
/// </summary>
public sealed class RecordedTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Execution", "Incremental");
    private static readonly JsonNode Recording = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "graphql-js.json")))!;

    /// <summary>
    /// A list that an item ends is complete together with the items before it; graphql-js has a part of its own for that. And where objects and
    /// lists go on side by side, or a list comes piece by piece, the turns of its event loop decide which part says what.
    /// </summary>
    private static readonly HashSet<string> EndsWithAnItem = ["{ gaps @stream(initialCount: 1) }", "{ never @stream }"];

    private static readonly string[] PiecewiseFields = ["pieces", "Pieces", "none", "broken", "pieceGaps"];

    private static readonly TestEngine Engine = new(File.ReadAllText(Path.Combine(Folder, "schema.graphql")));

    public static TheoryData<string, string?> Operations()
    {
        var operations = new TheoryData<string, string?>();
        foreach (var entry in Recording["recorded"]!.AsArray())
        {
            operations.Add(entry!["query"]!.GetValue<string>(), entry["variables"]?.ToJsonString());
        }

        return operations;
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task IsAnsweredAsByGraphQLJs(string query, string? variables)
    {
        var recorded = Recording["recorded"]!.AsArray().First(entry =>
            entry!["query"]!.GetValue<string>() == query && entry["variables"]?.ToJsonString() == variables);
        var parts = await Engine.AskInPartsAsync(query, variables, Recording["data"]!.ToJsonString());
        var asOne = EndsWithAnItem.Contains(query)
            || PiecewiseFields.Any(field => query.Contains(field, StringComparison.Ordinal))
            || (query.Contains("@defer", StringComparison.Ordinal) && query.Contains("@stream", StringComparison.Ordinal));
        Assert.Equal(
            IncrementalParts.Describe(recorded!["parts"]!.AsArray().Select(part => part!), asOne),
            IncrementalParts.Describe(parts.Select(part => JsonNode.Parse(part)!), asOne));
    }
}
