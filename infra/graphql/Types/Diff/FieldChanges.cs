namespace R2P.GraphQL.Types.Diff;

/// <summary>§3.6 The fields of an object or interface type, with their arguments.</summary>
internal static class FieldChanges
{
    public static void Find(FieldsType old, FieldsType @new, ChangeList changes)
    {
        var fields = Matching<FieldDefinition>.Of(old.Fields.Values, @new.Fields.Values, field => field.Name);
        foreach (var field in fields.Removed)
        {
            changes.Breaking($"Field {old}.{field.Name} was removed.");
        }

        foreach (var field in fields.Added)
        {
            changes.Safe($"Field {old}.{field.Name} was added.");
        }

        foreach (var (before, after) in fields.Kept)
        {
            Find($"{old}.{before.Name}", before, after, changes);
        }
    }

    private static void Find(string coordinate, FieldDefinition old, FieldDefinition @new, ChangeList changes)
    {
        InputChanges.OfField(coordinate).Find(old.Arguments.Values, @new.Arguments.Values, changes);
        if (old.Type.ToString() != @new.Type.ToString())
        {
            var isSafe = TypeCompatibility.IsSafeOutput(old.Type, @new.Type);
            changes.Add(
                isSafe ? ChangeSeverity.Safe : ChangeSeverity.Breaking,
                $"Field {coordinate} changed type from {old.Type} to {@new.Type}.");
        }

        changes.Description($"field {coordinate}", old.Description, @new.Description);
        changes.Deprecation($"Field {coordinate}", old.DeprecationReason, @new.DeprecationReason);
    }
}
