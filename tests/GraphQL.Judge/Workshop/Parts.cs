namespace R2P.GraphQL.Judge.Workshop;

/// <summary>What has a name.</summary>
public interface INamed
{
    /// <summary>As written on the drawer.</summary>
    string Name { get; }
}

/// <summary>What is built in.</summary>
public interface IPart : INamed
{
    PartKind Kind { get; }

    /// <summary>Taken in its place.</summary>
    IPart? Spare { get; }
}

/// <summary>What a part is made of.</summary>
public enum PartKind
{
    Metal,

    /// <summary>Any wood.</summary>
    HardWood,

    [Obsolete("Nobody glues any more.")]
    Glue,
}

/// <summary>What a search comes to.</summary>
[UnionType("Finding")]
public interface IFinding;

/// <summary>A screw.</summary>
/// <param name="Length">In millimetres.</param>
public sealed record Screw(string Name, PartKind Kind, int Length, double? Pitch) : IPart, IFinding
{
    public IPart? Spare => Length > 20 ? Shelf.Board : null;
}

public sealed record Board(string Name, PartKind Kind, IReadOnlyList<string?> Woods, IReadOnlyList<IReadOnlyList<int>> Cuts) : IPart, IFinding
{
    public IPart? Spare => Shelf.Screws[0];

    [GraphQLDeprecated("Measure it.")]
    public bool Straight => Cuts.Count == 0;

    /// <summary>Never known, although it has to be.</summary>
    public string Grain => Woods.Count > 0 ? null! : "none";
}

/// <summary>Who works here.</summary>
public sealed record Joiner(string Name, DateOnly Since) : INamed, IFinding;

/// <summary>What lies on the shelf.</summary>
internal static class Shelf
{
    public static Screw[] Screws { get; } =
    [
        new("short", PartKind.Metal, 10, 0.5),
        new("middle", PartKind.Metal, 20, null),
        new("long", PartKind.Metal, 30, 1.25),
    ];

    public static Board Board { get; } = new("plank \"é\"", PartKind.HardWood, ["oak", null, "ash"], [[1, 2], [], [3]]);

    public static Joiner Joiner { get; } = new("Ada", new DateOnly(2001, 2, 3));

    public static IPart[] Parts { get; } = [.. Screws, Board];
}
