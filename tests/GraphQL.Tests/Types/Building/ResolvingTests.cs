using System.Diagnostics.CodeAnalysis;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>Resolver methods and properties of every form, run through the executor.</summary>
public sealed class ResolvingTests
{
    private static readonly GraphQLSchema Schema = BuiltSchema.Of(typeof(TownQueries), typeof(HouseFields), typeof(TownEvents));

    [Fact]
    public async Task Properties_are_answered() => Assert.Equal(
        """{"data":{"houses":[{"name":"a","floor":1,"kind":"BIG_HOUSE","streetId":"SG91c2U6MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDE","late":"later a"},{"name":"b","floor":null,"kind":"HUT","streetId":null,"late":"later b"}]}}""",
        await Ask("{ houses { name floor kind streetId late } }"));

    [Fact]
    public async Task A_method_is_called_for_each_parent() => Assert.Equal(
        """{"data":{"houses":[{"greeting":"hi a","slow":"slow a","quick":3},{"greeting":"hi b","slow":"slow b","quick":3}]}}""",
        await Ask("""{ houses { greeting(word: "hi") slow quick } }"""));

    [Fact]
    public async Task An_exception_fails_its_parent_only() => Assert.Equal(
        """{"errors":[{"message":"no a","locations":[{"line":1,"column":12}],"path":["houses",0,"picky"],"extensions":{"code":"NO"}},{"message":"no a","locations":[{"line":1,"column":18}],"path":["houses",0,"pickyLater"],"extensions":{"code":"NO"}}],"data":{"houses":[{"picky":null,"pickyLater":null},{"picky":"b","pickyLater":"b"}]}}""",
        await Ask("{ houses { picky pickyLater } }"));

    [Fact]
    public async Task A_batch_method_is_called_once_and_its_list_is_aligned() => Assert.Equal(
        """{"data":{"houses":[{"neighbours":2},{"neighbours":2}]}}""",
        await Ask("{ houses { neighbours } }"));

    [Fact]
    public async Task Keys_are_given_once_to_dictionaries_and_lookups_and_a_null_key_gives_nothing() => Assert.Equal(
        """{"data":{"all":[{"street":"street 1 of 1","cats":["Tom","Kit"]},{"street":null,"cats":[]},{"street":"street 1 of 1","cats":["Tom","Kit"]}]}}""",
        await Ask("{ all: houses(twice: true) { street cats } }"));

    [Fact]
    public async Task A_batch_method_that_fails_fails_every_parent() => Assert.Equal(
        """{"errors":[{"message":"none","locations":[{"line":1,"column":12}],"path":["houses",0,"broken"],"extensions":{"code":"NO"}},{"message":"none","locations":[{"line":1,"column":12}],"path":["houses",1,"broken"],"extensions":{"code":"NO"}}],"data":{"houses":[{"broken":null},{"broken":null}]}}""",
        await Ask("{ houses { broken } }"));

    [Fact]
    public async Task Null_for_a_non_null_leaf_is_an_error()
    {
        var answer = await Ask("{ lie { name } }");
        Assert.Contains("""Cannot return null for non-nullable field House.name.""", answer, StringComparison.Ordinal);
        Assert.EndsWith("""{"lie":null}}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_streams() => Assert.Equal(
        """
        {"data":{"built":{"name":"x"}}}
        {"data":{"built":{"name":"y"}}}
        """,
        await Ask("subscription { built { name } }"));

    [Fact]
    public async Task A_subscription_may_wait_for_its_stream()
    {
        Assert.Equal(
            """
            {"data":{"planned":{"name":"x"}}}
            {"data":{"planned":{"name":"y"}}}
            """,
            await Ask("subscription { planned(anywhere: true) { name } }"));
        Assert.Contains("no plan", await Ask("subscription { planned(anywhere: false) { name } }"), StringComparison.Ordinal);
    }

    private static Task<string> Ask(string query) => Answers.To(Schema, query);
}

public enum HouseKind
{
    BigHouse,
    Hut,
}

public sealed record House(string Name, int? Floor, HouseKind Kind, [property: ID] Guid? StreetId)
{
    public Task<string> Late => Task.FromResult("later " + Name);
}

[QueryType]
public static class TownQueries
{
    private static readonly Guid Street = new("00000000-0000-0000-0000-000000000001");

    public static House[] Houses(bool twice = false)
    {
        House[] houses = [new("a", 1, HouseKind.BigHouse, Street), new("b", null, HouseKind.Hut, null)];
        return twice ? [.. houses, houses[0]] : houses;
    }

    public static House? Lie() => new(null!, 1, HouseKind.Hut, null);
}

[ObjectType<House>]
public static class HouseFields
{
    public static string Greeting([Parent] House house, string word) => $"{word} {house.Name}";

    public static async Task<string> GetSlowAsync([Parent] House house)
    {
        await Task.Delay(house.Name == "a" ? 20 : 1);
        return $"slow {house.Name}";
    }

    public static ValueTask<int> Quick([Parent] House house) => ValueTask.FromResult(2 + house.Name.Length);

    public static string? Picky([Parent] House house) => house.Name == "a" ? throw new GraphQLException("no a", "NO") : house.Name;

    public static async Task<string?> PickyLater([Parent] House house)
    {
        await Task.Yield();
        return Picky(house);
    }

    public static IReadOnlyList<int> Neighbours([Parents] IReadOnlyList<House> houses) => [.. houses.Select(_ => houses.Count)];

    public static async Task<IReadOnlyDictionary<Guid, string>> GetStreetAsync([ParentKey(nameof(House.StreetId))] IReadOnlyList<Guid> ids)
    {
        await Task.Yield();
        return ids.ToDictionary(id => id, id => $"street {id.ToString()[^1]} of {ids.Count}");
    }

    public static Task<ILookup<Guid, string>> Cats([ParentKey(nameof(House.StreetId))] IReadOnlyList<Guid> ids) =>
        Task.FromResult(ids.SelectMany(id => new[] { (id, "Tom"), (id, "Kit") }).ToLookup(pair => pair.id, pair => pair.Item2));

    [SuppressMessage("Style", "IDE0060", Justification = "The engine gives the parents.")]
    public static IReadOnlyList<string?> Broken([Parents] IReadOnlyList<House> houses) => throw new GraphQLException("none", "NO");
}

[SubscriptionType]
public static class TownEvents
{
    public static IAsyncEnumerable<House> Built() =>
        new[] { new House("x", 1, HouseKind.Hut, null), new House("y", 1, HouseKind.Hut, null) }.ToAsyncEnumerable();

    public static async Task<IAsyncEnumerable<House>> PlannedAsync(bool anywhere)
    {
        await Task.Yield();
        return anywhere ? Built() : throw new GraphQLException("no plan", "NO");
    }
}
