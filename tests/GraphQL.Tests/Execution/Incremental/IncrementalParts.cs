using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Execution.Incremental;

/// <summary>The parts of a response, as a client reads them.</summary>
internal static class IncrementalParts
{
    /// <summary>A request of a client that takes a response in parts.</summary>
    public static GraphQLRequest Request(string query, string? variables = null, string? data = null) => new()
    {
        Query = Encoding.UTF8.GetBytes(query),
        Variables = variables is null ? null : JsonElement.Parse(variables),
        InitialValue = data is null ? null : TestEngine.Value(JsonElement.Parse(data)),
        AllowsIncremental = true,
    };

    /// <summary>All parts, in order; one if the response came as a whole.</summary>
    public static async Task<List<string>> AskInPartsAsync(this TestEngine engine, string query, string? variables = null, string? data = null)
    {
        var result = await engine.ExecuteAsync(Request(query, variables, data));
        if (result is not StreamedResult streamed)
        {
            return [TestEngine.Text(result)];
        }

        var parts = new List<string>();
        await foreach (var part in streamed.Responses)
        {
            parts.Add(TextOf(part));
        }

        return parts;
    }

    public static string TextOf(ResponseResult part)
    {
        using (part)
        {
            return Encoding.UTF8.GetString(part.Utf8Json.ToArray());
        }
    }

    /// <summary>
    /// What the parts say, whatever ids they use and in whatever order they name what stands side by side: one line per fact, part by part.
    /// </summary>
    /// <param name="asOne">Whether it does not matter which of the later parts says what; the items of a list are taken together then.</param>
    public static string Describe(IEnumerable<JsonNode> parts, bool asOne = false)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var (text, all) = (new StringBuilder(), new SortedSet<string>(StringComparer.Ordinal));
        var items = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var pending in Entries(part, "pending"))
            {
                names[pending["id"]!.GetValue<string>()] = $"{pending["path"]!.ToJsonString()} {pending["label"]?.ToJsonString()}";
            }

            var facts = Entries(part, "pending").Select(entry => $"pending {Name(entry)}")
                .Concat(Entries(part, "incremental").Where(entry => !asOne || entry["items"] is null).Select(entry => $"delivered {Name(entry)} {entry["subPath"]?.ToJsonString()}: {Value(entry)}{Errors(entry)}"))
                .Concat(Entries(part, "completed").Select(entry => $"completed {Name(entry)}{Errors(entry)}"))
                .Order(StringComparer.Ordinal);
            if (asOne && part["data"] is null)
            {
                foreach (var entry in Entries(part, "incremental").Where(entry => entry["items"] is not null))
                {
                    items[Name(entry)] = items.GetValueOrDefault(Name(entry)) + Value(entry)[1..^1] + Errors(entry) + ',';
                }

                foreach (var fact in facts)
                {
                    all.Add($"  {fact}");
                }

                continue;
            }

            text.Append("hasNext ").Append(part["hasNext"]?.ToJsonString()).Append(' ').Append(part["data"]?.ToJsonString()).AppendLine(Errors(part));
            foreach (var fact in facts)
            {
                text.Append("  ").AppendLine(fact);
            }
        }

        all.UnionWith(items.Select(list => $"  streamed {list.Key}: {list.Value}"));
        return text.AppendJoin('\n', all).ToString();

        string Name(JsonNode entry) => names[entry["id"]!.GetValue<string>()];
    }

    private static IEnumerable<JsonNode> Entries(JsonNode part, string name) => part[name]?.AsArray().Select(entry => entry!) ?? [];

    private static string Value(JsonNode entry) => (entry["data"] ?? entry["items"])!.ToJsonString();

    private static string Errors(JsonNode node) => string.Concat(Entries(node, "errors")
        .Select(error => $" [{error["message"]} at {error["locations"]?.ToJsonString()} in {error["path"]?.ToJsonString()}]")
        .Order(StringComparer.Ordinal));
}
