using R2P.GraphQL.Validation;

namespace R2P.Schema.Catalogue;

/// <summary>Guesses which code was meant: by a name, by an ISO alpha-2 code, or by a slip of the pen.</summary>
internal static class CodeSuggestions
{
    private const int Maximum = 3;

    public static string For(string text, IReadOnlyDictionary<string, ICatalogueEntry> entries)
    {
        var named = entries.Values.Where(entry => IsNameOf(text, entry)).Select(entry => entry.Code).Order(StringComparer.Ordinal).ToArray();
        return Suggestions.Sentence(named.Length > 0 ? named : [.. Similar(text, entries).Take(Maximum)]);
    }

    public static string ForList(string name, IEnumerable<CodeList> lists) =>
        Suggestions.Sentence([.. Suggestions.NearestTo(name, lists.Select(list => list.Name)).Take(Maximum)]);

    private static bool IsNameOf(string text, ICatalogueEntry entry) =>
        Same(text, entry.Code) || Same(text, entry.Name)
        || (entry is Country country && (Same(text, country.CommonName) || Same(text, country.Alpha2)));

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Similar(string text, IReadOnlyDictionary<string, ICatalogueEntry> entries) =>
        text.Length <= 3
            ? entries.Keys.Where(code => IsSlip(text.ToUpperInvariant(), code)).Order(StringComparer.Ordinal)
            : Suggestions.NearestTo(text, entries.Keys);

    /// <summary>Three letters are near to hundreds of others: only one wrong letter, or two in each other's place, count.</summary>
    private static bool IsSlip(string text, string code)
    {
        if (text.Length != code.Length)
        {
            return false;
        }

        var wrong = Enumerable.Range(0, code.Length).Where(i => text[i] != code[i]).ToArray();
        return wrong.Length == 1 || (wrong is [var i, var j] && text[i] == code[j] && text[j] == code[i]);
    }
}
