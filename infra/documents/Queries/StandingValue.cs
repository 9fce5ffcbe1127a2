namespace R2P.Documents;

/// <summary>Where a value of a query that is always the same stands among those that are given each time; raw SQL holds its argument in a list.</summary>
internal readonly record struct StandingValue(int Place, bool IsArgument)
{
    /// <summary>The places of all values that a query holds.</summary>
    /// <param name="held">What it holds, as it was put together with the given values.</param>
    /// <param name="given">The given values.</param>
    /// <returns>
    /// Null if the query holds anything else: also if it holds a number or an id twice, for one of them may be another value that is the same by chance.
    /// </returns>
    public static StandingValue[]? Find(IReadOnlyList<object?> held, IReadOnlyList<object> given)
    {
        var found = new StandingValue[held.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var isArgument = TryGetArgument(held[i], out var value);
            var place = PlaceOf(value, given);
            if (place < 0 || (given[place] is not Array && found.Take(i).Any(other => other.Place == place)))
            {
                return null;
            }

            found[i] = new StandingValue(place, isArgument);
        }

        return found;
    }

    /// <summary>The value, of these that are given now.</summary>
    public object? In(IReadOnlyList<object> given) => IsArgument ? new[] { given[Place] } : given[Place];

    private static bool TryGetArgument(object? held, out object? value)
    {
        var isArgument = held is object?[] and not string?[] and [_];
        value = isArgument ? ((object?[])held!)[0] : held;
        return isArgument;
    }

    private static int PlaceOf(object? value, IReadOnlyList<object> given)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i] is Array ? ReferenceEquals(given[i], value) : given[i].Equals(value))
            {
                return i;
            }
        }

        return -1;
    }
}
