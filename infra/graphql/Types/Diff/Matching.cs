namespace R2P.GraphQL.Types.Diff;

/// <summary>What of a list of named things is there no more, is new, or stayed.</summary>
internal sealed record Matching<T>(IReadOnlyList<T> Removed, IReadOnlyList<T> Added, IReadOnlyList<(T Old, T New)> Kept)
{
    public static Matching<T> Of(IEnumerable<T> old, IEnumerable<T> @new, Func<T, string> name)
    {
        var before = old.ToDictionary(name, StringComparer.Ordinal);
        var after = @new.ToDictionary(name, StringComparer.Ordinal);
        return new Matching<T>(
            [.. before.Values.Where(item => !after.ContainsKey(name(item)))],
            [.. after.Values.Where(item => !before.ContainsKey(name(item)))],
            [.. before.Values.Where(item => after.ContainsKey(name(item))).Select(item => (item, after[name(item)]))]);
    }
}
