using System.Text.RegularExpressions;
using R2P.Schema.Acts;

namespace R2P.Schema.Alerts;

/// <summary>An alert names groups, never persons: what reaches one person does not belong into it.</summary>
internal static partial class PersonalData
{
    /// <summary>Refuses e-mail addresses and telephone numbers: what can be told by its form alone.</summary>
    public static void Check(InputCheck check, string? text, params ReadOnlySpan<string> path)
    {
        if (text is not null && Contact().IsMatch(text))
        {
            check.Add("Has an e-mail address or a telephone number: an alert holds nothing that leads to a person.", path);
        }
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+|\+\d[\d ()/-]{7,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Contact();
}
