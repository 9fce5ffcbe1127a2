namespace R2P.GraphQL.Types.Diff;

/// <summary>§3.9 The values of an enum.</summary>
internal static class EnumChanges
{
    public static void Find(EnumType old, EnumType @new, ChangeList changes)
    {
        var values = Matching<EnumValueDefinition>.Of(old.Values.Values, @new.Values.Values, value => value.Name);
        foreach (var added in values.Added)
        {
            changes.Dangerous($"Enum value {old}.{added.Name} was added.");
        }

        foreach (var removed in values.Removed)
        {
            changes.Breaking($"Enum value {old}.{removed.Name} was removed.");
        }

        foreach (var (before, after) in values.Kept)
        {
            changes.Description($"enum value {old}.{before.Name}", before.Description, after.Description);
            changes.Deprecation($"Enum value {old}.{before.Name}", before.DeprecationReason, after.DeprecationReason);
        }
    }
}
