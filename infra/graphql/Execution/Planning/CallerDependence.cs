using R2P.GraphQL.Introspection;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Tells whether the responses of a plan to one event can differ between callers. A field that is read from its parent alone can't know who asks; of
/// any other it takes the promise of <see cref="CallerIndependentAttribute"/>. Whatever a plan may reach and nobody promised makes it depend.
/// </summary>
internal static class CallerDependence
{
    public static bool Of(OperationPlan plan, ObjectType rootType)
    {
        var depends = false;
        PossibleFields.Visit(plan, rootType, (type, field, _) => depends |= type is ObjectType && !IsIndependent(field));
        return depends;
    }

    /// <summary>The source stream is not executed for an event; what it gives is the event's own value.</summary>
    private static bool IsIndependent(FieldDefinition field) =>
        field.Resolver is LeafResolver or PropertyResolver or StreamResolver
        || field.IsCallerIndependent
        || ReferenceEquals(field, MetaFields.TypeName);
}
