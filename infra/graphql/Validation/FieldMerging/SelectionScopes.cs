using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>Collects the scope of each selection set of a document, once.</summary>
internal sealed class SelectionScopes(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, SelectionScope> _scopes = [];

    /// <summary>The scope of a selection set that is selected on a type, which is null if it isn't known.</summary>
    public SelectionScope Of(SelectionSetNode selectionSet, CompositeType? parentType)
    {
        if (!_scopes.TryGetValue(selectionSet, out var scope))
        {
            _scopes[selectionSet] = scope = new SelectionScope(_scopes.Count);
            Collect(scope, [], selectionSet, parentType);
        }

        return scope;
    }

    public SelectionScope Of(FragmentDefinitionNode fragment) => Of(fragment.SelectionSet, TypeOf(fragment.TypeCondition));

    public SelectionScope Of(OperationDefinitionNode operation) =>
        Of(operation.SelectionSet, context.Schema.RootType(operation.Operation));

    /// <summary>The scope below a field that has a selection set.</summary>
    public SelectionScope Below(SelectedField field) =>
        Of(field.Node.SelectionSet!, field.Definition?.Type.Named as CompositeType);

    private void Collect(
        SelectionScope scope, HashSet<FragmentDefinitionNode> spread, SelectionSetNode selectionSet, CompositeType? parentType)
    {
        context.Spend(selectionSet.Selections.Count);
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode node:
                    Add(scope, new SelectedField(parentType, node, DefinitionOf(parentType, node.Name.Value)));
                    break;
                case FragmentSpreadNode { Name.Value: var name }:
                    if (context.Fragments.Find(name) is { } fragment && spread.Add(fragment))
                    {
                        scope.Spreads.Add(fragment);
                    }

                    break;
                case InlineFragmentNode inline:
                    var type = inline.TypeCondition is { } condition ? TypeOf(condition) : parentType;
                    Collect(scope, spread, inline.SelectionSet, type);
                    break;
            }
        }
    }

    // graphql-js never compares the type of __typename; a client that validates with it is not to be refused here.
    private FieldDefinition? DefinitionOf(CompositeType? parentType, string name) =>
        name == "__typename" ? null : context.Schema.FieldOf(parentType, name);

    private static void Add(SelectionScope scope, SelectedField field)
    {
        if (!scope.Fields.TryGetValue(field.Node.ResponseKey, out var fields))
        {
            scope.Fields[field.Node.ResponseKey] = fields = [];
        }

        fields.Add(field);
    }

    private CompositeType? TypeOf(NamedTypeNode condition) => context.Schema.FindType(condition.Name.Value) as CompositeType;
}
