namespace R2P.GraphQL.Types.Diff;

/// <summary>§3.7 The interfaces that a type implements. A new one lets the type turn up where clients did not know of it.</summary>
internal static class InterfaceChanges
{
    public static void Find(FieldsType old, FieldsType @new, ChangeList changes)
    {
        var interfaces = Matching<InterfaceType>.Of(old.Interfaces, @new.Interfaces, type => type.Name);
        foreach (var added in interfaces.Added)
        {
            changes.Dangerous($"{added} added to interfaces implemented by {old}.");
        }

        foreach (var removed in interfaces.Removed)
        {
            changes.Breaking($"{old} no longer implements interface {removed}.");
        }
    }
}
