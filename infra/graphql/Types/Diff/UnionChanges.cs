namespace R2P.GraphQL.Types.Diff;

/// <summary>§3.8 The members of a union.</summary>
internal static class UnionChanges
{
    public static void Find(UnionType old, UnionType @new, ChangeList changes)
    {
        var members = Matching<ObjectType>.Of(old.Members, @new.Members, type => type.Name);
        foreach (var added in members.Added)
        {
            changes.Dangerous($"{added} was added to union type {old}.");
        }

        foreach (var removed in members.Removed)
        {
            changes.Breaking($"{removed} was removed from union type {old}.");
        }
    }
}
