using System.Collections.Concurrent;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>What is selected of an object can be asked while the object is still being looked up.</summary>
public sealed class AskedAheadTests
{
    private static readonly GraphQLSchema Schema = BuiltSchema.Of(typeof(HarbourQueries), typeof(ShipFields));

    private readonly Voyage _voyage = Voyage.Begin();

    [Fact]
    public async Task It_is_asked_before_the_object_is_there()
    {
        _voyage.WaitsForCrew = true;

        Assert.Equal("""{"data":{"node":{"name":"Ship","crew":["crew"]}}}""", await AskAsync("... on Ship { name crew }"));
        Assert.Equal(["ship asked", "crew asked", "ship found"], _voyage.Log.Take(3));
    }

    [Fact]
    public async Task Without_leave_it_is_asked_after()
    {
        Assert.Equal("""{"data":{"node":{"cargo":["cargo"]}}}""", await AskAsync("... on Ship { cargo }"));
        Assert.Equal(["ship asked", "ship found", "cargo asked"], _voyage.Log);
    }

    [Fact]
    public async Task Of_an_object_that_is_not_there_nobody_learns()
    {
        _voyage.IsLost = true;
        _voyage.CrewFails = true;

        Assert.Equal("""{"data":{"node":null}}""", await AskAsync("... on Ship { name crew }"));
        Assert.Contains("crew asked", _voyage.Log);
    }

    [Fact]
    public async Task The_answer_is_waited_for_also_where_nobody_wants_it()
    {
        _voyage.IsLost = true;
        _voyage.CrewTakesItsTime = true;

        await AskAsync("... on Ship { crew }");

        Assert.Equal("crew found", _voyage.Log[^1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_failure_is_that_of_the_field(bool atOnce)
    {
        (_voyage.CrewFails, _voyage.CrewFailsAtOnce) = (!atOnce, atOnce);

        var answer = await AskAsync("... on Ship { name crew }");

        Assert.StartsWith("""{"errors":[{"message":""", answer, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"node\",\"crew\"]", answer, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"node\":null}}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_arguments_are_checked_as_ever()
    {
        var answer = await Answers.To(
            Schema, $$"""query Q($least: Int = 1) { node(id: "{{_voyage.Ship}}") { ... on Ship { name crew(least: $least) } } }""", """{"least":null}""");

        Assert.Contains("\"path\":[\"node\",\"crew\"]", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("crew asked", _voyage.Log);
    }

    [Fact]
    public async Task Each_object_gets_its_own_part_whatever_the_form()
    {
        var (other, lost) = (Voyage.Begin(), Voyage.Begin());
        (_voyage.Crew, other.Crew, lost.IsLost) = ("Ann", "Bob", true);

        string[] ids = [_voyage.Ship, lost.Ship, other.Ship, _voyage.Ship];

        var answer = await Answers.To(
            Schema, $$"""{ nodes(ids: ["{{string.Join("\", \"", ids)}}"]) { ... on Ship { crew captain first { crew } } } }""");

        Assert.Equal(
            """{"data":{"nodes":[{"crew":["Ann"],"captain":"Ann","first":{"crew":["Ann"]}},null,{"crew":["Bob"],"captain":"Bob","first":{"crew":["Bob"]}},{"crew":["Ann"],"captain":"Ann","first":{"crew":["Ann"]}}]}}""",
            answer);
        Assert.Equal(1, _voyage.Log.Count(entry => entry == "captain asked"));
    }

    [Fact]
    public async Task An_object_of_another_key_is_asked_anew()
    {
        var successor = Voyage.Begin();
        (_voyage.Successor, successor.Crew) = (successor.Id, "the successor's");

        Assert.Equal("""{"data":{"node":{"crew":["the successor's"]}}}""", await AskAsync("... on Ship { crew }"));
    }

    [Fact]
    public async Task What_is_left_out_is_not_asked()
    {
        Assert.Equal("""{"data":{"node":{"name":"Ship"}}}""", await AskAsync("... on Ship { name crew @skip(if: true) }"));
        Assert.DoesNotContain("crew asked", _voyage.Log);
    }

    [Fact]
    public void Its_keys_are_ids()
    {
        var failure = Assert.Throws<SchemaException>(() => BuiltSchema.Of(typeof(HarbourQueries), typeof(ShipFields), typeof(MisnamedShipFields)));

        Assert.Contains(
            "Who is asked ahead takes ids: the keys come as IReadOnlyList<Guid>. (R2P.GraphQL.Tests.Types.Building.MisnamedShipFields.Anchors(names))",
            failure.Errors.Select(error => error.ToString()));
    }

    private Task<string> AskAsync(string selection) => Answers.To(Schema, $$"""{ node(id: "{{_voyage.Ship}}") { {{selection}} } }""");
}

/// <summary>What befalls one ship, and what was heard of it.</summary>
public sealed class Voyage
{
    private static readonly ConcurrentDictionary<Guid, Voyage> All = new();

    private readonly ConcurrentQueue<string> _log = [];

    public Guid Id { get; } = Guid.CreateVersion7();

    public string Ship => new NodeId("Ship", Id).ToString();

    public bool WaitsForCrew { get; set; }

    public bool IsLost { get; set; }

    public bool CrewFails { get; set; }

    public bool CrewFailsAtOnce { get; set; }

    public bool CrewTakesItsTime { get; set; }

    public Guid? Successor { get; set; }

    public string Crew { get; set; } = "crew";

    public IReadOnlyList<string> Log => [.. _log];

    public TaskCompletionSource CrewAsked { get; } = new();

    public static Voyage Begin()
    {
        var voyage = new Voyage();
        All[voyage.Id] = voyage;
        return voyage;
    }

    public static Voyage Of(Guid ship) => All[ship];

    public void Note(string entry) => _log.Enqueue(entry);
}

public sealed record Ship([property: ID] Guid Id, string Name);

[QueryType]
public static class HarbourQueries
{
    public static int Berths() => 3;
}

[ObjectType<Ship>]
public static class ShipFields
{
    [NodeResolver]
    public static async Task<IReadOnlyList<Ship?>> ByIdsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var voyage = Voyage.Of(ids[0]);
        voyage.Note("ship asked");
        await (voyage.WaitsForCrew ? voyage.CrewAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation) : Task.Delay(10, cancellation));
        voyage.Note("ship found");
        return [.. ids.Select(id => Voyage.Of(id) is { IsLost: false } known ? new Ship(known.Successor ?? id, "Ship") : null)];
    }

    public static Task<ILookup<Guid, string>> CrewAsync([ParentKey(nameof(Ship.Id), AskedAhead = true)] IReadOnlyList<Guid> ids, int least = 0)
    {
        var voyage = Voyage.Of(ids[0]);
        voyage.Note("crew asked");
        voyage.CrewAsked.TrySetResult();
        return voyage.CrewFailsAtOnce ? throw new InvalidOperationException($"At once: {least}.") : FindAsync();

        async Task<ILookup<Guid, string>> FindAsync()
        {
            await Task.Delay(voyage.CrewTakesItsTime ? 200 : 1);
            voyage.Note("crew found");
            return voyage.CrewFails ? throw new InvalidOperationException("Later.") : ids.ToLookup(id => id, id => Voyage.Of(id).Crew);
        }
    }

    public static IReadOnlyList<string?> Captain([ParentKey(nameof(Ship.Id), AskedAhead = true)] IReadOnlyList<Guid> ids)
    {
        Voyage.Of(ids[0]).Note("captain asked");
        return [.. ids.Select(id => Voyage.Of(id).Crew)];
    }

    public static IReadOnlyDictionary<Guid, Ship?> First([ParentKey(nameof(Ship.Id), AskedAhead = true)] IReadOnlyList<Guid> ids) =>
        ids.ToDictionary(id => id, id => (Ship?)new Ship(id, "First"));

    public static ILookup<Guid, string> Cargo([ParentKey(nameof(Ship.Id))] IReadOnlyList<Guid> ids)
    {
        Voyage.Of(ids[0]).Note("cargo asked");
        return ids.ToLookup(id => id, _ => "cargo");
    }
}

[ObjectType<Ship>]
public static class MisnamedShipFields
{
    public static IReadOnlyList<string?> Anchors([ParentKey(nameof(Ship.Name), AskedAhead = true)] IReadOnlyList<string> names) => [.. names];
}
