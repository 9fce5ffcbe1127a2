using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>The fields of one selection set by response key, inline fragments opened up, and the fragments that it spreads, each once.</summary>
internal sealed class SelectionScope(int id)
{
    /// <summary>Numbers the scopes of a document, so that a set of them has an order.</summary>
    public int Id { get; } = id;

    public OrderedDictionary<string, List<SelectedField>> Fields { get; } = new(StringComparer.Ordinal);

    public List<FragmentDefinitionNode> Spreads { get; } = [];
}
