using R2P.GraphQL;

namespace R2P.Bench.Engine.Execution;

/// <summary>Objects in memory: 250 rows of 250 each, with 4 leaf values an object, in three shapes.</summary>
public static class Grid
{
    /// <summary>Rows, and objects in each.</summary>
    public const int Side = 250;

    /// <summary>Leaf values in an answer.</summary>
    public const int Leaves = Side * Side * 4;

    internal static IReadOnlyList<Row<Cell>> Cells { get; } = Rows(n => new Cell($"cell {n}", n, n % 3 == 0, (Tone)(n % 3)));

    internal static IReadOnlyList<Row<Tagged>> Lists { get; } = Rows(n => new Tagged([$"tag {n}", "second", "third", $"{n}"]));

    internal static IReadOnlyList<Row<IThing>> Things { get; } = Rows<IThing>(n => n % 2 == 0
        ? new Stone($"stone {n}", n, n % 3 == 0, n * 2)
        : new Plant($"plant {n}", n, (Tone)(n % 3), $"leaf {n}"));

    private static List<Row<T>> Rows<T>(Func<int, T> make)
        where T : class =>
        [.. Enumerable.Range(0, Side).Select(row => new Row<T>([.. Enumerable.Range(row * Side, Side).Select(make)]))];
}

/// <summary>A row of objects.</summary>
[GraphQLName("{0}Row")]
public sealed record Row<T>(IReadOnlyList<T> Objects)
    where T : class;

/// <summary>Four leaf fields.</summary>
public sealed record Cell(string Name, int Number, bool Open, Tone Tone);

/// <summary>One field, a list of four.</summary>
public sealed record Tagged(IReadOnlyList<string> Tags);

/// <summary>An interface with two fields; each type behind it adds two of its own.</summary>
[InterfaceType]
public interface IThing
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>Its place.</summary>
    int Number { get; }
}

/// <summary>One of the types behind it.</summary>
public sealed record Stone(string Name, int Number, bool Polished, int Weight) : IThing;

/// <summary>The other.</summary>
public sealed record Plant(string Name, int Number, Tone Tone, string Leaf) : IThing;

/// <summary>An enum.</summary>
public enum Tone
{
    /// <summary>Light.</summary>
    Light,

    /// <summary>In between.</summary>
    MidTone,

    /// <summary>Dark.</summary>
    Dark,
}

/// <summary>The root.</summary>
[QueryType]
public static class GridQueries
{
    /// <summary>Objects with four leaf fields.</summary>
    public static IReadOnlyList<Row<Cell>> Cells() => Grid.Cells;

    /// <summary>Objects with a list of four.</summary>
    public static IReadOnlyList<Row<Tagged>> Lists() => Grid.Lists;

    /// <summary>Objects of two types.</summary>
    public static IReadOnlyList<Row<IThing>> Things() => Grid.Things;
}
