using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>A field as it stands in a selection set, with the type that it is selected on.</summary>
internal sealed class SelectedField(CompositeType? parentType, FieldNode node, FieldDefinition? definition)
{
    public CompositeType? ParentType { get; } = parentType;

    public FieldNode Node { get; } = node;

    /// <summary>The field's definition; null if it isn't known, and then its type is not compared.</summary>
    public FieldDefinition? Definition { get; } = definition;

    /// <summary>Its <c>@stream</c> directive, if it has one.</summary>
    public DirectiveNode? Stream { get; } = node.Directives.FirstOrDefault(directive => directive.Name.Value == "stream");

    /// <summary>The arguments, comparable as text.</summary>
    public ArgumentsKey Arguments => field ??= new ArgumentsKey(Node.Arguments);

    /// <summary>Whether no object can have both fields: their parents are two different object types.</summary>
    public bool Excludes(SelectedField other) =>
        ParentType is ObjectType && other.ParentType is ObjectType && !ReferenceEquals(ParentType, other.ParentType);
}
