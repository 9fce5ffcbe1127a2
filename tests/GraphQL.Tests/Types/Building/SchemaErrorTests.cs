using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>Every fault of the C# types is reported with its member, all at once.</summary>
public sealed class SchemaErrorTests
{
    [Fact]
    public void A_schema_needs_a_query() =>
        AssertErrors(["Query root type must be provided: a static class marked [QueryType]."], typeof(House));

    [Fact]
    public void Each_error_names_its_member() => AssertErrors(
        [
            $"The parent is a root, which has no object, not a House. ({Member("WrongParent")}(house))",
            $"A field needs a result; the method returns none. ({Member("Nothing")})",
            $"The C# type Decimal has no GraphQL type; add a scalar for it, or keep the member out with [GraphQLIgnore]. ({Member("Price")})",
            $"The C# type Decimal has no GraphQL type; add a scalar for it, or keep the member out with [GraphQLIgnore]. ({Member("GetPrice")})",
            $"The id \"id\" needs to say of which type: [ID<T>], or the type NodeId. ({Member("AnyId")}(id))",
            $"\"names\" can't be a HashSet`1; use IReadOnlyList<String>. ({Member("Names")}(names))",
            $"Query already has a field price, from {Member("Price")}. ({Member("GetPrice")})",
        ],
        typeof(FaultyQueries));

    [Fact]
    public void A_subscription_must_stream() => AssertErrors(
        ["A subscription field returns IAsyncEnumerable<T>, at once or as a task. (R2P.GraphQL.Tests.Types.Building.FaultyEvents.Never)"],
        typeof(TownQueries),
        typeof(FaultyEvents));

    [Fact]
    public void A_batch_method_needs_a_result_for_each_and_an_existing_key() => AssertErrors(
        [
            "A batch method returns IReadOnlyList<T> with one result per parent, IReadOnlyDictionary<TKey, T> or ILookup<TKey, T>. (R2P.GraphQL.Tests.Types.Building.FaultyHouseFields.One)",
            "House has no property Owner of type Guid. (R2P.GraphQL.Tests.Types.Building.FaultyHouseFields.Keyed(owners))",
        ],
        typeof(TownQueries),
        typeof(FaultyHouseFields));

    [Fact]
    public void Roles_that_exclude_each_other_are_no_open_door() => AssertErrors(
        ["No role is allowed: B and A have none in common. (R2P.GraphQL.Tests.Types.Building.TornQueries.Both)"],
        typeof(TornQueries));

    [Fact]
    public void What_a_property_is_computed_from_exists() => AssertErrors(
        ["It is computed from Widht, which Plot does not have. (R2P.GraphQL.Tests.Types.Building.Plot.Area)"],
        typeof(PlotQueries));

    [Fact]
    public void The_rules_of_the_specification_are_checked_too()
    {
        var failure = Assert.Throws<SchemaException>(() => BuiltSchema.Of(typeof(BadlyNamedQueries)));
        Assert.Contains("__secret", Assert.Single(failure.Errors).Message, StringComparison.Ordinal);
        Assert.Equal("R2P.GraphQL.Tests.Types.Building.BadlyNamedQueries.Secret", failure.Errors[0].Origin);
    }

    private static string Member(string name) => $"R2P.GraphQL.Tests.Types.Building.FaultyQueries.{name}";

    private static void AssertErrors(string[] expected, params Type[] types)
    {
        var failure = Assert.Throws<SchemaException>(() => BuiltSchema.Of(types));
        Assert.Equal(expected.Order(StringComparer.Ordinal), failure.Errors.Select(error => error.ToString()).Order(StringComparer.Ordinal));
    }
}

[QueryType]
public static class FaultyQueries
{
    public static string WrongParent([Parent] House house) => house.Name;

    public static void Nothing()
    {
        // A method without a result can't be a field.
    }

    public static decimal Price() => 1;

    public static decimal GetPrice() => 1;

    public static string AnyId([ID] Guid id) => $"{id}";

    public static int Names(HashSet<string> names) => names.Count;
}

[SubscriptionType]
public static class FaultyEvents
{
    public static string Never() => "never";
}

[ObjectType<House>]
public static class FaultyHouseFields
{
    public static int One([Parents] IReadOnlyList<House> houses) => houses.Count;

    public static IReadOnlyList<string> Keyed([ParentKey("Owner")] IReadOnlyList<Guid> owners) => [.. owners.Select(owner => $"{owner}")];
}

[QueryType]
public static class BadlyNamedQueries
{
    [GraphQLName("__secret")]
    public static string Secret() => "";
}

public sealed record Plot(int Width, int Depth)
{
    [ComputedFrom("Widht", nameof(Depth))]
    public int Area => Width * Depth;
}

[QueryType]
public static class PlotQueries
{
    public static Plot Plot() => new(2, 3);
}

[QueryType]
[Authorize(Roles = ["A"])]
public static class TornQueries
{
    [Authorize(Roles = ["B"])]
    public static string Both() => "";
}
