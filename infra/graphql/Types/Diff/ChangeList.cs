using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Diff;

/// <summary>Collects changes.</summary>
internal sealed class ChangeList
{
    private readonly List<SchemaChange> _changes = [];

    public IReadOnlyList<SchemaChange> All => _changes;

    public void Add(ChangeSeverity severity, string message) => _changes.Add(new SchemaChange(severity, message));

    public void Breaking(string message) => Add(ChangeSeverity.Breaking, message);

    public void Dangerous(string message) => Add(ChangeSeverity.Dangerous, message);

    public void Safe(string message) => Add(ChangeSeverity.Safe, message);

    /// <summary>A description: nobody's document depends on it.</summary>
    public void Description(string of, string? old, string? @new)
    {
        if (old != @new)
        {
            Safe(@new is null ? $"Description of {of} was removed." : $"Description of {of} has changed to {BlockString.PrintQuoted(@new)}.");
        }
    }

    /// <summary>§3.13.3 A deprecation announces a change and is none yet.</summary>
    public void Deprecation(string of, string? old, string? @new)
    {
        if (old == @new)
        {
            return;
        }

        Safe((old, @new) switch
        {
            (null, not null) => $"{of} was deprecated: {BlockString.PrintQuoted(@new)}.",
            (_, null) => $"{of} is no longer deprecated.",
            _ => $"Deprecation reason of {of} has changed to {BlockString.PrintQuoted(@new)}.",
        });
    }
}
