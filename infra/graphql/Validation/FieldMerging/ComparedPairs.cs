namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>Remembers what was compared. A pair that was compared as able to meet needs no second look as exclusive, but not the other way round.</summary>
internal sealed class ComparedPairs<TFirst, TSecond>
    where TFirst : class
    where TSecond : class
{
    private readonly Dictionary<(TFirst, TSecond), bool> _exclusiveByPair = [];

    /// <summary>Whether the pair has still to be compared; from then on it counts as compared.</summary>
    public bool Add(TFirst first, TSecond second, bool exclusive)
    {
        if (Covers(first, second, exclusive))
        {
            return false;
        }

        _exclusiveByPair[(first, second)] = exclusive;
        return true;
    }

    public bool Covers(TFirst first, TSecond second, bool exclusive) =>
        _exclusiveByPair.TryGetValue((first, second), out var compared) && (exclusive || !compared);
}
