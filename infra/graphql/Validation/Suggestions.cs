namespace R2P.GraphQL.Validation;

/// <summary>"Did you mean …": the names most like a misspelt one.</summary>
public static class Suggestions
{
    private const int MaxSuggestions = 5;

    /// <summary>The sentence that offers the options nearest to <paramref name="input"/>, with a leading space; empty if none is near.</summary>
    public static string DidYouMean(string input, IEnumerable<string> options, string? prefix = null) =>
        Sentence(NearestTo(input, options), prefix);

    /// <summary>The sentence that offers the given names, with a leading space; empty if there are none.</summary>
    public static string Sentence(IReadOnlyList<string> names, string? prefix = null)
    {
        if (names.Count == 0)
        {
            return "";
        }

        var quoted = names.Take(MaxSuggestions).Select(name => $"\"{name}\"").ToArray();
        var list = quoted.Length switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}",
        };
        return prefix is null ? $" Did you mean {list}?" : $" Did you mean {prefix} {list}?";
    }

    /// <summary>The options near enough to be meant, nearest first, equals by natural order.</summary>
    public static IReadOnlyList<string> NearestTo(string input, IEnumerable<string> options)
    {
        var threshold = (int)(input.Length * 0.4) + 1;
        return [.. options
            .Distinct(StringComparer.Ordinal)
            .Select(option => (Name: option, Distance: LexicalDistance.Between(input, option, threshold)))
            .Where(option => option.Distance <= threshold)
            .OrderBy(option => option.Distance)
            .ThenBy(option => option.Name, NaturalOrder.Instance)
            .Select(option => option.Name)];
    }
}
