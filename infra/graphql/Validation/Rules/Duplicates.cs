using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>Finds the names that stand more than once in a list.</summary>
internal static class Duplicates
{
    /// <summary>Calls <paramref name="report"/> once for each repeated name, with every place where it stands.</summary>
    public static void Find<T>(IReadOnlyList<T> items, Func<T, NameNode> nameOf, Action<string, NameNode[]> report)
    {
        if (items.Count < 2)
        {
            return;
        }

        foreach (var group in items.Select(nameOf).GroupBy(name => name.Value, StringComparer.Ordinal))
        {
            var names = group.ToArray();
            if (names.Length > 1)
            {
                report(group.Key, names);
            }
        }
    }
}
