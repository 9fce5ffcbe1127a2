namespace R2P.GraphQL.Types.Diff;

/// <summary>§3.4 The types, and what they consist of. A built-in scalar comes and goes with what refers to it: that is told, not the scalar.</summary>
internal static class TypeChanges
{
    public static void Find(IEnumerable<NamedType> old, IEnumerable<NamedType> @new, ChangeList changes)
    {
        var types = Matching<NamedType>.Of(old.Except(SpecifiedScalars.All), @new.Except(SpecifiedScalars.All), type => type.Name);
        foreach (var type in types.Removed)
        {
            changes.Breaking($"{type} was removed.");
        }

        foreach (var type in types.Added)
        {
            changes.Safe($"{type} was added.");
        }

        foreach (var (before, after) in types.Kept)
        {
            changes.Description(before.Name, before.Description, after.Description);
            Find(before, after, changes);
        }
    }

    private static void Find(NamedType old, NamedType @new, ChangeList changes)
    {
        switch (old, @new)
        {
            case (ScalarType before, ScalarType after):
                ScalarChanges.Find(before, after, changes);
                break;
            case (ObjectType before, ObjectType after):
                FieldChanges.Find(before, after, changes);
                InterfaceChanges.Find(before, after, changes);
                break;
            case (InterfaceType before, InterfaceType after):
                FieldChanges.Find(before, after, changes);
                InterfaceChanges.Find(before, after, changes);
                break;
            case (UnionType before, UnionType after):
                UnionChanges.Find(before, after, changes);
                break;
            case (EnumType before, EnumType after):
                EnumChanges.Find(before, after, changes);
                break;
            case (InputObjectType before, InputObjectType after):
                InputObjectChanges.Find(before, after, changes);
                break;
            default:
                changes.Breaking($"{old} changed from {KindOf(old)} to {KindOf(@new)}.");
                break;
        }
    }

    private static string KindOf(NamedType type) => type switch
    {
        ScalarType => "a Scalar type",
        ObjectType => "an Object type",
        InterfaceType => "an Interface type",
        UnionType => "a Union type",
        EnumType => "an Enum type",
        _ => "an Input type",
    };
}
