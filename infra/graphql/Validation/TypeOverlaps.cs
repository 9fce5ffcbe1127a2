using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation;

/// <summary>
/// Answers whether an object can be of two types at once (§5.5.2.3), remembering each answer: a document may ask the same thousands of times.
/// </summary>
internal sealed class TypeOverlaps(GraphQLSchema schema)
{
    private readonly Dictionary<(CompositeType, CompositeType), bool> _known = [];

    /// <summary>Whether some object type is possible for both types.</summary>
    public bool Exists(CompositeType first, CompositeType second)
    {
        if (ReferenceEquals(first, second))
        {
            return true;
        }

        if (!_known.TryGetValue((first, second), out var overlap))
        {
            _known[(first, second)] = overlap = schema.PossibleTypes(first).Any(type => schema.IsPossibleType(second, type));
        }

        return overlap;
    }
}
