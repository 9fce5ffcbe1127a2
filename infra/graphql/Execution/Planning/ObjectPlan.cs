using R2P.GraphQL.Errors;
using R2P.GraphQL.Introspection;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>The fields to execute for objects of one concrete type at one response path (§6.3).</summary>
internal sealed class ObjectPlan
{
    public ObjectPlan(ObjectType type, FieldPlan[] fields, DeferralPlan? deferral, GraphQLError? failure)
    {
        (Type, Fields, Deferral, Failure) = (type, fields, deferral, failure);
        Columns = Array.FindAll(fields, field => field.HasColumn);
    }

    public ObjectType Type { get; }

    /// <summary>In the order of the response.</summary>
    public FieldPlan[] Fields { get; }

    /// <summary>Those of <see cref="Fields"/> that are resolved before the response is written.</summary>
    public FieldPlan[] Columns { get; }

    /// <summary>What of the object comes later; null if nothing does.</summary>
    public DeferralPlan? Deferral { get; }

    /// <summary>Why the fields could not be collected; then every object here is an error.</summary>
    public GraphQLError? Failure { get; }

    public static ObjectPlan Compile(OperationPlan plan, SelectionPlan selection, ObjectType type)
    {
        try
        {
            return new ObjectPlanCompiler(plan, selection, type).Compile();
        }
        catch (GraphQLException refused)
        {
            return new ObjectPlan(type, [], null, refused.Error);
        }
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
