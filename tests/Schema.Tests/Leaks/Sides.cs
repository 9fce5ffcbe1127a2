using System.Text.Json;

namespace R2P.Schema.Tests.Leaks;

/// <summary>The two who are asked the same in a persona's name: one with all rows, one without those that are hidden from them.</summary>
internal sealed record Sides(NetworkDatabase Full, NetworkDatabase Pruned, int Index, string? Persona, Comparison Comparison)
{
    /// <summary>Asks both; the answer of the first.</summary>
    public async Task<JsonElement> CompareAsync(Question question)
    {
        if (question.Export is { } format)
        {
            var sent = await Full.ExportAsync(Persona, question.Query, format);
            var says = sent.Count(c => c == '\n') > (format == "text/csv" ? 2 : 1);
            Comparison.Add(this, question, says, sent, await Pruned.ExportAsync(Persona, question.Query, format));
            return default;
        }

        var full = await Full.AskAsync(Persona, question.Query, question.Variables);
        var without = await Pruned.AskAsync(Persona, question.Query, question.Variables);
        Comparison.Add(this, question, Says(full), full.ToString(), without.ToString());
        return full;
    }

    /// <summary>What both tell of a subscription.</summary>
    public async Task CompareStreamAsync(string subscription, object variables, int expected)
    {
        var told = await Task.WhenAll(
            Full.ListenAsync(Persona, subscription, variables, expected), Pruned.ListenAsync(Persona, subscription, variables, expected));
        Comparison.Add(this, new Question(subscription, variables), told[0].Count > 0, string.Join('\n', told[0]), string.Join('\n', told[1]));
    }

    /// <summary>Those of the ids that are there for the persona.</summary>
    public async Task<HashSet<string>> SeenAsync(string[] ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(100))
        {
            var answer = await Pruned.AskAsync(Persona, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = some });
            seen.UnionWith(answer.GetProperty("data").GetProperty("nodes").EnumerateArray()
                .Where(node => node.ValueKind == JsonValueKind.Object).Select(node => node.GetProperty("id").GetString()!));
        }

        return seen;
    }

    /// <summary>Whether an answer says anything: an error, or a value that is neither null, zero nor empty.</summary>
    private static bool Says(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Object => answer.EnumerateObject()
            .Any(property => !property.Name.EndsWith("__typename", StringComparison.Ordinal) && Says(property.Value)),
        JsonValueKind.Array => answer.EnumerateArray().Any(Says),
        JsonValueKind.String => answer.GetString()!.Length > 0,
        JsonValueKind.Number => answer.GetDouble() != 0,
        JsonValueKind.True => true,
        _ => false,
    };
}
