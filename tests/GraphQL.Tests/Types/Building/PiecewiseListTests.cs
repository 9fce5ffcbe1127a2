using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>Members that answer a list piece by piece.</summary>
public sealed class PiecewiseListTests
{
    private static readonly GraphQLSchema Schema = BuiltSchema.Of(typeof(MarketQueries), typeof(StallFields));

    [Fact]
    public void They_are_lists_of_what_comes()
    {
        var printed = SchemaPrinter.Print(Schema);

        Assert.Contains("  numbers: [Int!]!\n", printed, StringComparison.Ordinal);
        Assert.Contains("  stalls: [Stall!]!\n", printed, StringComparison.Ordinal);
        Assert.Contains("  words(any: Boolean!): [String]\n", printed, StringComparison.Ordinal);
        Assert.Contains("  ids: [ID!]!\n", printed, StringComparison.Ordinal);
        Assert.Contains("  prices: [Int!]!\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_read_whatever_their_form() => Assert.Equal(
        """{"data":{"numbers":[1,2],"stalls":[{"name":"a","prices":[1,2],"goods":["a 1","a 2"],"kinds":["A"]},{"name":"b","prices":[2,4],"goods":["b 1","b 2"],"kinds":["B"]}],"words":["x",null],"none":null,"ids":["U3RhbGw6MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDE"]}}""",
        await Answers.To(Schema, "{ numbers stalls { name prices goods kinds } words(any: true) none: words(any: false) ids }"));

    [Fact]
    public void A_list_of_them_or_an_input_is_none()
    {
        const string Refusal = "A list that comes piece by piece (IAsyncEnumerable<T>) is what a field answers; it can be neither an item of another list nor an input.";
        const string Origin = "R2P.GraphQL.Tests.Types.Building.CrowdedQueries";

        var failure = Assert.Throws<SchemaException>(() => BuiltSchema.Of(typeof(CrowdedQueries)));

        Assert.Equal(
            [$"{Refusal} ({Origin}.Nested)", $"{Refusal} ({Origin}.Taken(numbers))", $"{Refusal} ({Origin}.Twice)"],
            failure.Errors.Select(error => error.ToString()).Where(error => error.StartsWith(Refusal, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}

/// <summary>A stall.</summary>
public sealed record Stall(string Name, int Price)
{
    /// <summary>A property that is read as a method would be.</summary>
    public IAsyncEnumerable<int> Prices => Pieces.Of(Price, 2 * Price);
}

[QueryType]
public static class MarketQueries
{
    public static IAsyncEnumerable<int> Numbers() => Pieces.Of(1, 2);

    public static async Task<IAsyncEnumerable<Stall>> StallsAsync()
    {
        await Task.Yield();
        return Pieces.Of(new Stall("a", 1), new Stall("b", 2));
    }

    public static IAsyncEnumerable<string?>? Words(bool any) => any ? Pieces.Of("x", null) : null;

    [ID<Stall>]
    public static IAsyncEnumerable<Guid> Ids() => Pieces.Of(new Guid("00000000-0000-0000-0000-000000000001"));
}

[ObjectType<Stall>]
public static class StallFields
{
    public static IReadOnlyList<IAsyncEnumerable<string>> Goods([Parents] IReadOnlyList<Stall> stalls) =>
        [.. stalls.Select(stall => Pieces.Of($"{stall.Name} 1", $"{stall.Name} 2"))];

    public static IAsyncEnumerable<StallKind> Kinds([Parent] Stall stall) => Pieces.Of(stall.Price == 1 ? StallKind.A : StallKind.B);
}

public enum StallKind
{
    A,
    B,
}

[QueryType]
public static class CrowdedQueries
{
    public static IReadOnlyList<IAsyncEnumerable<int>> Nested() => [];

    public static IAsyncEnumerable<IAsyncEnumerable<int>> Twice() => Pieces.Of(Pieces.Of(1));

    public static int Taken(IAsyncEnumerable<int> numbers) => numbers is null ? 0 : 1;
}

internal static class Pieces
{
    public static async IAsyncEnumerable<T> Of<T>(params T[] pieces)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return piece;
        }
    }
}
