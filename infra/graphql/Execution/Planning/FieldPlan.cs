using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Introspection;
using R2P.GraphQL.Language;
using R2P.GraphQL.Response;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>One field of one concrete type at one response path: all that is known before any value is.</summary>
internal sealed class FieldPlan
{
    private readonly FieldNode[] _nodes;
    private readonly SourceText _source;

    /// <summary>Plans merged fields.</summary>
    /// <param name="within">What they are delivered with.</param>
    public FieldPlan(
        OperationPlan plan, ObjectType parent, FieldDefinition definition, string responseKey, SelectedField[] fields, DeferSet within, int index)
    {
        var nodes = Array.ConvertAll(fields, field => field.Node);
        (_nodes, _source) = (nodes, plan.Context.Source);
        (Parent, Definition, ResponseKey, Index) = (parent, definition, responseKey, index);
        Key = JsonEncodedText.Encode(responseKey, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        Selection = definition.Type.Named is CompositeType ? plan.SelectionBelow(fields, within) : null;
        Shape = ValueShape.For(definition.Type, Selection);
        Stream = Shape is ListShape && plan.Conditions.FindHolding(nodes[0].Directives, SpecifiedDirectives.Stream) is { } stream
            ? new StreamPlan(plan, stream, StreamedShape(plan, definition, fields))
            : null;
        Arguments = ArgumentsPlan.For(definition.Arguments, nodes[0].Arguments, nodes[0], $"{parent.Name}.{definition.Name}", plan.Context);
        Directives = DirectivePlan.For(nodes, plan.Context);
        Leaf = (definition.Resolver as LeafResolver)?.Write;
        Stored = Stream is null ? StoredField.For(this) : null;
        TypeName = ReferenceEquals(definition, MetaFields.TypeName) ? JsonEncodedText.Encode(parent.Name) : null;
    }

    public ObjectType Parent { get; }

    public FieldDefinition Definition { get; }

    public string ResponseKey { get; }

    public JsonEncodedText Key { get; }

    /// <summary>The field's place among those of its object.</summary>
    public int Index { get; }

    public ValueShape Shape { get; }

    /// <summary>Null for a field without arguments.</summary>
    public ArgumentsPlan? Arguments { get; }

    /// <summary>The directives at the field, for resolvers that ask.</summary>
    public DirectivePlan[] Directives { get; }

    /// <summary>What is selected below; null for leaves.</summary>
    public SelectionPlan? Selection { get; }

    /// <summary>How the items come one after the other; null unless a <c>@stream</c> says so.</summary>
    public StreamPlan? Stream { get; }

    /// <summary>Writes the value from the parent, for a field that has no column.</summary>
    public LeafWriter? Leaf { get; }

    /// <summary>Copies the value from the text that the parent was read from; null for a field that is more than a copy.</summary>
    public StoredField? Stored { get; }

    /// <summary>What <c>__typename</c> answers; null for any other field.</summary>
    public JsonEncodedText? TypeName { get; }

    /// <summary>Whether values are resolved before the response is written; all may still be <see cref="Stored"/>.</summary>
    public bool HasColumn => Leaf is null && TypeName is null;

    /// <summary>The error placed at the field, unless it says itself where it is.</summary>
    public GraphQLError Locate(GraphQLError error) => error.Locations.Count > 0 ? error : error.At(_source, _nodes);

    private static ListShape StreamedShape(OperationPlan plan, FieldDefinition definition, SelectedField[] fields)
    {
        var own = Array.ConvertAll(fields, field => field with { Usage = null });
        return (ListShape)ValueShape.For(definition.Type, definition.Type.Named is CompositeType ? plan.SelectionBelow(own, DeferSet.None) : null);
    }

    public override string ToString() => $"{Parent.Name}.{Definition.Name}";
}
