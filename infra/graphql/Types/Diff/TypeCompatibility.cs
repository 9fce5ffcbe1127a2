namespace R2P.GraphQL.Types.Diff;

/// <summary>Whether a type may take another's place without breaking documents. Types of two schemas are compared, so it goes by names.</summary>
internal static class TypeCompatibility
{
    /// <summary>What was answered may only become more certain: a nullable type may become non-null.</summary>
    public static bool IsSafeOutput(GraphQLType old, GraphQLType @new) => (old, @new) switch
    {
        (NonNullType before, NonNullType after) => IsSafeOutput(before.OfType, after.OfType),
        (NonNullType, _) => false,
        (_, NonNullType after) => IsSafeOutput(old, after.OfType),
        (ListType before, ListType after) => IsSafeOutput(before.OfType, after.OfType),
        (NamedType before, NamedType after) => before.Name == after.Name,
        _ => false,
    };

    /// <summary>What was taken must still be taken: a non-null type may become nullable.</summary>
    public static bool IsSafeInput(GraphQLType old, GraphQLType @new) => (old, @new) switch
    {
        (NonNullType before, _) => IsSafeInput(before.OfType, @new.Nullable),
        (ListType before, ListType after) => IsSafeInput(before.OfType, after.OfType),
        (NamedType before, NamedType after) => before.Name == after.Name,
        _ => false,
    };
}
