namespace R2P.GraphQL.Types.Diff;

/// <summary>§3.13 The directives that a schema defines.</summary>
internal static class DirectiveChanges
{
    public static void Find(IEnumerable<DirectiveDefinition> old, IEnumerable<DirectiveDefinition> @new, ChangeList changes)
    {
        var directives = Matching<DirectiveDefinition>.Of(old, @new, directive => directive.Name);
        foreach (var directive in directives.Removed)
        {
            changes.Breaking($"Directive @{directive.Name} was removed.");
        }

        foreach (var directive in directives.Added)
        {
            changes.Safe($"Directive @{directive.Name} was added.");
        }

        foreach (var (before, after) in directives.Kept)
        {
            Find($"@{before.Name}", before, after, changes);
        }
    }

    private static void Find(string coordinate, DirectiveDefinition old, DirectiveDefinition @new, ChangeList changes)
    {
        InputChanges.OfDirective(coordinate).Find(old.Arguments.Values, @new.Arguments.Values, changes);
        if (old.IsRepeatable && !@new.IsRepeatable)
        {
            changes.Breaking($"Repeatable flag was removed from {coordinate}.");
        }
        else if (@new.IsRepeatable && !old.IsRepeatable)
        {
            changes.Safe($"Repeatable flag was added to {coordinate}.");
        }

        changes.Description(coordinate, old.Description, @new.Description);
        foreach (var location in old.Locations.Except(@new.Locations))
        {
            changes.Breaking($"{DirectiveLocations.NameOf(location)} was removed from {coordinate}.");
        }

        foreach (var location in @new.Locations.Except(old.Locations))
        {
            changes.Safe($"{DirectiveLocations.NameOf(location)} was added to {coordinate}.");
        }
    }
}
