namespace R2P.GraphQL.Judge.Workshop;

/// <summary>What is to be built.</summary>
/// <param name="What">Its name.</param>
/// <param name="Kind">Of what.</param>
/// <param name="Pieces">How many.</param>
public sealed record Order(
    string What,
    PartKind Kind = PartKind.HardWood,
    int Pieces = 1,
    double? Budget = null,
    Optional<string?> Note = default,
    IReadOnlyList<OrderLine>? Lines = null,
    PartKey? Instead = null);

public sealed record OrderLine(IReadOnlyList<int> Sizes, bool Sanded = true);

/// <summary>One part, by one of its keys.</summary>
[OneOf]
public sealed record PartKey(string? Name, int? Length, OrderLine? Line);
