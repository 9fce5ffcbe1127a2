using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Diff;

/// <summary>§3.5.5 What a custom scalar says of its values: another specification may mean other values.</summary>
internal static class ScalarChanges
{
    public static void Find(ScalarType old, ScalarType @new, ChangeList changes)
    {
        switch (old.SpecifiedByUrl, @new.SpecifiedByUrl)
        {
            case (null, { } url):
                changes.Safe($"Specification {BlockString.PrintQuoted(url)} was added to {old}.");
                break;
            case ({ } url, null):
                changes.Dangerous($"Specification {BlockString.PrintQuoted(url)} was removed from {old}.");
                break;
            case ({ } before, { } after) when before != after:
                changes.Dangerous(
                    $"Specification of {old} has changed from {BlockString.PrintQuoted(before)} to {BlockString.PrintQuoted(after)}.");
                break;
        }
    }
}
