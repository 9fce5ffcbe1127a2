using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace R2P.Schema.Search;

/// <summary>
/// Texts in which what was found stands between two characters that no text keeps (of the private use area; the database takes them out). Only what is
/// made of these becomes markup.
/// </summary>
internal static class MarkedText
{
    private const char Opening = '\uE000';
    private const char Closing = '\uE001';
    private const int ShownWhole = 300;
    private const int Around = 60;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text as HTML: escaped, with <c>mark</c> elements that are always closed.</summary>
    public static string ToHtml(string marked)
    {
        var html = new StringBuilder(marked.Length + 32);
        var isOpen = false;
        foreach (var range in marked.AsSpan().SplitAny(Opening, Closing))
        {
            var isMarked = range.Start.Value > 0 && marked[range.Start.Value - 1] == Opening;
            if (isMarked != isOpen)
            {
                html.Append(isMarked ? "<mark>" : "</mark>");
                isOpen = isMarked;
            }

            html.Append(Html.Encode(marked[range]));
        }

        return html.Append(isOpen ? "</mark>" : "").ToString();
    }

    /// <summary>Marks texts that have no words: wherever one of the terms stands. Of a long text the part around the first; null if there is none.</summary>
    public static string? Mark(string text, IReadOnlyList<string> terms)
    {
        var marked = new StringBuilder();
        var (from, to) = (0, text.Length);
        for (var at = 0; at < to;)
        {
            var (place, length) = FirstOf(text, at, terms);
            if (place < 0 || place >= to)
            {
                break;
            }

            if (at == 0 && text.Length > ShownWhole)
            {
                (from, to) = (Whole(text, place - Around), Whole(text, place + length + Around));
                at = from;
            }

            marked.Append(text, at, place - at).Append(Opening).Append(text, place, length).Append(Closing);
            at = from = place + length;
        }

        return marked.Length == 0 ? null : marked.Append(text, from, Math.Max(0, to - from)).ToString();
    }

    private static (int Place, int Length) FirstOf(string text, int from, IReadOnlyList<string> terms)
    {
        var first = (Place: -1, Length: 0);
        foreach (var term in terms)
        {
            var place = text.IndexOf(term, from, StringComparison.OrdinalIgnoreCase);
            if (place >= 0 && (first.Place < 0 || place < first.Place || (place == first.Place && term.Length > first.Length)))
            {
                first = (place, term.Length);
            }
        }

        return first;
    }

    /// <summary>The place, within the text, and not within a character.</summary>
    private static int Whole(string text, int place)
    {
        var within = Math.Clamp(place, 0, text.Length);
        return within > 0 && within < text.Length && char.IsLowSurrogate(text[within]) ? within - 1 : within;
    }
}
