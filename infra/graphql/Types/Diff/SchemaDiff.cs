namespace R2P.GraphQL.Types.Diff;

/// <summary>
/// Compares two valid schemas as clients see them. Custom directives that are applied to definitions are not compared.
/// </summary>
public static class SchemaDiff
{
    /// <summary>Every change from <paramref name="old"/> to <paramref name="new"/>: breaking ones first, then dangerous, then safe ones.</summary>
    public static IReadOnlyList<SchemaChange> Find(GraphQLSchema old, GraphQLSchema @new)
    {
        var changes = new ChangeList();
        RootTypeChanges.Find(old, @new, changes);
        TypeChanges.Find(old.Types, @new.Types, changes);
        DirectiveChanges.Find(old.Directives, @new.Directives, changes);
        return [.. changes.All.OrderBy(change => change.Severity)];
    }
}
