namespace R2P.GraphQL.Types;

/// <summary>IBM cost specification §8: how many items a field's list has at most, and where to find that out.</summary>
public sealed record ListSize
{
    /// <summary>§8.1 The size where no slicing argument tells one.</summary>
    public int? AssumedSize { get; init; }

    /// <summary>§8.2 The arguments whose value is the size; of several, the largest counts. A list given to one counts by its length.</summary>
    public IReadOnlyList<string> SlicingArguments { get; init; } = [];

    /// <summary>§8.3 The fields below that have the size, in place of the field itself: <c>edges</c> of a connection.</summary>
    public IReadOnlyList<string> SizedFields { get; init; } = [];

    /// <summary>§8.4 Whether a request must give exactly one of the slicing arguments.</summary>
    public bool RequireOneSlicingArgument { get; init; } = true;

    /// <summary>What the resolver never exceeds, whatever an argument says.</summary>
    public int MaxSize { get; init; } = int.MaxValue;
}
