using System.Text;
using System.Text.Json;

namespace R2P.Schema.Search;

/// <summary>A word or phrase to look for.</summary>
/// <param name="Text">What was written.</param>
/// <param name="Prefix">Whether words that begin so are meant, too.</param>
internal sealed record SearchTerm(string Text, bool Prefix);

/// <summary>Terms that must all be there, and terms that must not.</summary>
internal sealed record SearchBranch(List<SearchTerm> All, List<SearchTerm> None)
{
    public bool IsEmpty => All.Count + None.Count == 0;
}

/// <summary>
/// What somebody typed, read as search engines on the web read it: words, <c>"phrases"</c>, <c>-not</c> and <c>or</c>; a word that ends in <c>*</c>
/// stands for all that begin so. Nothing is an error: what makes no sense is taken as words.
/// </summary>
internal static class SearchPhrases
{
    private const int ShortestPrefix = 3;

    /// <summary>The branches of which at least one must hold; empty if there is nothing to look for.</summary>
    public static IReadOnlyList<SearchBranch> Parse(string text)
    {
        var branches = new List<SearchBranch> { new([], []) };
        var rest = Clean(text).AsSpan();
        while (Next(ref rest) is { } piece)
        {
            if (piece.IsOr)
            {
                branches.Add(new SearchBranch([], []));
            }
            else if (piece.Term.Text.Any(char.IsLetterOrDigit) || piece.Term.Text.Any(char.IsSurrogate))
            {
                (piece.IsNot ? branches[^1].None : branches[^1].All).Add(piece.Term);
            }
        }

        return [.. branches.Where(branch => !branch.IsEmpty)];
    }

    /// <summary>As <c>r2p.search_query</c> takes it.</summary>
    public static string ToJson(IEnumerable<SearchBranch> branches) => JsonSerializer.Serialize(branches, JsonSerializerOptions.Web);

    private static Piece? Next(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (rest.IsEmpty)
        {
            return null;
        }

        var isNot = rest[0] == '-' && rest.Length > 1 && rest[1] != ' ';
        rest = isNot ? rest[1..] : rest;
        if (rest[0] == '"')
        {
            var phrase = Take(ref rest, 1, '"');
            return new Piece(isNot, false, new SearchTerm(phrase, false));
        }

        var word = Take(ref rest, 0, ' ', '"');
        var prefix = word.EndsWith('*') && word.TrimEnd('*').Length >= ShortestPrefix;
        var isOr = !isNot && word.Equals("or", StringComparison.OrdinalIgnoreCase);
        return new Piece(isNot, isOr, new SearchTerm(word.TrimEnd('*'), prefix));
    }

    /// <summary>Takes what stands between <paramref name="from"/> and one of the ends, and a closing quotation mark with it.</summary>
    private static string Take(ref ReadOnlySpan<char> rest, int from, params ReadOnlySpan<char> ends)
    {
        rest = rest[from..];
        var end = rest.IndexOfAny(ends);
        var taken = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(from > 0 ? end + 1 : end)..];
        return taken.ToString();
    }

    /// <summary>Without what no text in the database has: control characters, and halves of characters. Any space is a space.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.Value is '“' or '”' or '„' ? "\"" : rune.ToString());
        }

        return clean.ToString();
    }

    private sealed record Piece(bool IsNot, bool IsOr, SearchTerm Term);
}
