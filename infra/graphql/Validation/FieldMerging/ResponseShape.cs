using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>§5.3.2 SameResponseShape, as far as it concerns the types alone.</summary>
internal static class ResponseShape
{
    /// <summary>Whether values of the two types would look different to a client: other lists, other nullability, or another leaf type.</summary>
    public static bool Conflicts(GraphQLType first, GraphQLType second) => (first, second) switch
    {
        (ListType a, ListType b) => Conflicts(a.OfType, b.OfType),
        (NonNullType a, NonNullType b) => Conflicts(a.OfType, b.OfType),
        (ListType or NonNullType, _) or (_, ListType or NonNullType) => true,
        (CompositeType, CompositeType) => false,
        _ => !ReferenceEquals(first, second),
    };
}
