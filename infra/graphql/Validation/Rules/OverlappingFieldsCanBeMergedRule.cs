using R2P.GraphQL.Language;
using R2P.GraphQL.Validation.FieldMerging;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>
/// §5.3.2 Field Selection Merging: fields that answer under one response key can be merged without ambiguity. A document without conflicts is
/// proved so in one pass over its response paths; only one that has a conflict is searched pair by pair for what to report.
/// </summary>
internal sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule(context)
{
    private readonly SelectionScopes _scopes = new(context);
    private FieldConflictFinder? _finder;

    public override void EnterDocument(DocumentNode document)
    {
        if (!new FieldMergeProof(Context, _scopes).Holds())
        {
            _finder = new FieldConflictFinder(Context, _scopes);
        }
    }

    public override void EnterSelectionSet(SelectionSetNode selectionSet)
    {
        if (_finder is null)
        {
            return;
        }

        foreach (var conflict in _finder.FindWithin(_scopes.Of(selectionSet, Context.ParentType)))
        {
            Context.Report(conflict.Message, [.. conflict.FirstNodes, .. conflict.SecondNodes]);
        }
    }
}
