namespace R2P.GraphQL.Validation;

/// <summary>
/// How far apart two names are: insertions, deletions, replacements and swaps of neighbours that lead from one to the other (optimal string
/// alignment), where a difference in case alone counts as one.
/// </summary>
internal static class LexicalDistance
{
    /// <summary>The distance, or <see cref="int.MaxValue"/> if the lengths alone put it above the threshold.</summary>
    public static int Between(string input, string option, int threshold)
    {
        if (string.Equals(input, option, StringComparison.Ordinal))
        {
            return 0;
        }

        if (Math.Abs(input.Length - option.Length) > threshold)
        {
            return int.MaxValue;
        }

        var (a, b) = (input.ToLowerInvariant(), option.ToLowerInvariant());
        return string.Equals(a, b, StringComparison.Ordinal) ? 1 : Align(a, b);
    }

    private static int Align(string a, string b)
    {
        var (beforeLast, last, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var distance = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                }

                current[j] = distance;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
