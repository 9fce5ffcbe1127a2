using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Diff;

/// <summary>§3.3 The schema itself: where each kind of operation starts.</summary>
internal static class RootTypeChanges
{
    public static void Find(GraphQLSchema old, GraphQLSchema @new, ChangeList changes)
    {
        changes.Description("the schema", old.Description, @new.Description);
        foreach (var operation in Enum.GetValues<OperationKind>())
        {
            Find($"{operation} root type", old.RootType(operation)?.Name, @new.RootType(operation)?.Name, changes);
        }
    }

    private static void Find(string what, string? old, string? @new, ChangeList changes)
    {
        switch (old, @new)
        {
            case (null, not null):
                changes.Safe($"{what} {@new} was added.");
                break;
            case (not null, null):
                changes.Breaking($"{what} {old} was removed.");
                break;
            case var _ when old != @new:
                changes.Breaking($"{what} has changed from {old} to {@new}.");
                break;
        }
    }
}
