using System.Text.RegularExpressions;
using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>
/// Keeps what leads to a person or a shelter out of texts about those who are at risk: groups are described, nobody is registered. It finds what has a
/// form: addresses of mail, telephone numbers, coordinates. A name has none; that no field asks for one is the other half.
/// </summary>
internal static partial class NoTraces
{
    /// <summary>Notes an error if the text holds such a trace.</summary>
    public static void Check(InputCheck check, string? text, params ReadOnlySpan<string> path)
    {
        if (text is not null && (Mail().IsMatch(text) || Telephone().IsMatch(text) || Coordinates().IsMatch(text)))
        {
            check.Add("Holds a mail address, a telephone number or coordinates: describe groups and areas, never persons or places of refuge.", path);
        }
    }

    [GeneratedRegex(@"\S@\S+\.\S", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\+\d(?:[ .()/-]?\d){7,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"-?\d{1,3}\.\d{3,}\s*[,;/]\s*-?\d{1,3}\.\d{3,}|\d{1,3}\s*°\s*\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Coordinates();
}
