using R2P.GraphQL.Errors;
using R2P.GraphQL.Introspection;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>The fields to execute for objects of one concrete type at one response path (§6.3).</summary>
internal sealed class ObjectPlan
{
    private ObjectPlan(ObjectType type, FieldPlan[] fields, GraphQLError? failure)
    {
        (Type, Fields, Failure) = (type, fields, failure);
        Columns = Array.FindAll(fields, field => field.HasColumn);
    }

    public ObjectType Type { get; }

    /// <summary>In the order of the response.</summary>
    public FieldPlan[] Fields { get; }

    /// <summary>Those of <see cref="Fields"/> that are resolved before the response is written.</summary>
    public FieldPlan[] Columns { get; }

    /// <summary>Why the fields could not be collected; then every object here is an error.</summary>
    public GraphQLError? Failure { get; }

    public static ObjectPlan Compile(OperationPlan plan, SelectionPlan selection, ObjectType type)
    {
        OrderedDictionary<string, List<Language.FieldNode>> groups;
        try
        {
            groups = FieldCollector.Collect(plan.Context, plan.Conditions, type, selection.Sets);
        }
        catch (GraphQLException refused)
        {
            return new ObjectPlan(type, [], refused.Error);
        }

        var fields = new List<FieldPlan>(groups.Count);
        foreach (var (key, nodes) in groups)
        {
            if (DefinitionOf(plan.Context.Schema, type, nodes[0].Name.Value) is { } definition)
            {
                fields.Add(new FieldPlan(plan, type, definition, key, [.. nodes], fields.Count));
            }
        }

        return new ObjectPlan(type, [.. fields], null);
    }

    /// <summary>The field of that name, the meta fields of §4 included.</summary>
    public static FieldDefinition? DefinitionOf(GraphQLSchema schema, CompositeType type, string name) => name switch
    {
        "__typename" => MetaFields.TypeName,
        "__schema" when type == schema.Query => MetaFields.Schema,
        "__type" when type == schema.Query => MetaFields.Type,
        _ => (type as FieldsType)?.Fields.GetValueOrDefault(name),
    };
}
