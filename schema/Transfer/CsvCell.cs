namespace R2P.Schema.Transfer;

/// <summary>A cell as it stands in a table (RFC 4180).</summary>
internal static class CsvCell
{
    private const string Mark = "\"";

    /// <summary>What the cell says.</summary>
    /// <param name="raw">The cell, with its quotation marks.</param>
    /// <param name="problem">Why it says nothing that can be relied on.</param>
    public static string Read(ReadOnlySpan<char> raw, out string? problem)
    {
        problem = null;
        var marks = raw.Count('"');
        if (marks == 0)
        {
            return raw.ToString();
        }

        if (marks % 2 == 1)
        {
            problem = "Has a quotation mark that none closes.";
        }
        else if (raw[0] != '"' || raw[^1] != '"' || !IsDoubled(raw[1..^1]))
        {
            problem = "Has a quotation mark within: write it twice, and put the whole cell between quotation marks.";
        }

        return problem is null ? raw[1..^1].ToString().Replace(Mark + Mark, Mark, StringComparison.Ordinal) : "";
    }

    private static bool IsDoubled(ReadOnlySpan<char> within)
    {
        while (within.IndexOf('"') is >= 0 and var at)
        {
            if (at + 1 == within.Length || within[at + 1] != '"')
            {
                return false;
            }

            within = within[(at + 2)..];
        }

        return true;
    }
}
