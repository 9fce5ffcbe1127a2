namespace R2P.GraphQL.Types.Diff;

/// <summary>§3.10 The fields of an input object, and whether exactly one of them has to be given (§3.10.1).</summary>
internal static class InputObjectChanges
{
    public static void Find(InputObjectType old, InputObjectType @new, ChangeList changes)
    {
        if (@new.IsOneOf && !old.IsOneOf)
        {
            changes.Breaking($"{old} became a OneOf Input Object.");
        }
        else if (old.IsOneOf && !@new.IsOneOf)
        {
            changes.Safe($"{old} is no longer a OneOf Input Object.");
        }

        InputChanges.OfInputObject(old).Find(old.Fields.Values, @new.Fields.Values, changes);
    }
}
