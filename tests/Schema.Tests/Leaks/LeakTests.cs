using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using R2P.Documents;
using R2P.Schema.SampleNetwork;
using R2P.Tests;

namespace R2P.Schema.Tests.Leaks;

/// <summary>
/// Nothing leaks by its absence: after a random sequence of acts, every answer to every persona equals that of a database from which what is hidden
/// from them was physically deleted: lists, counts, facets, the past, history, inbox, errors, guessed ids, live changes.
/// </summary>
public sealed class LeakTests(PostgresFixture postgres)
{
    private const string Changes = "query($after: Cursor!) { changes(after: $after, first: 100) { totalCount nodes { type at kind documentId version document { id } by { code } } } }";
    private const string Follow = "subscription($after: Cursor!) { changes(after: $after) { type at kind documentId version document { id } by { code } } }";

    /// <summary>The same in each run; with <c>--long</c> others besides, for <c>R2P_LEAK_MINUTES</c> (10). <c>R2P_TEST_SEED</c> repeats one.</summary>
    private static IEnumerable<int> Seeds()
    {
        yield return int.Parse(Environment.GetEnvironmentVariable("R2P_TEST_SEED") ?? "1", CultureInfo.InvariantCulture);
        if (Environment.GetEnvironmentVariable("R2P_TEST_LONG") == "1")
        {
            var end = TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("R2P_LEAK_MINUTES") ?? "10", CultureInfo.InvariantCulture));
            var started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(started) < end)
            {
                yield return Random.Shared.Next();
            }
        }
    }

    [Fact]
    public async Task Every_answer_is_that_of_a_database_without_the_hidden_rows()
    {
        foreach (var seed in Seeds())
        {
            await using var story = await Story.PlayAsync(postgres, seed);
            var difference = await story.CompareAsync(withoutPredicate: false);

            Assert.True(difference is null, difference);
            Assert.True(story.Filled * 2 >= story.Compared, $"Of {story.Compared} answers only {story.Filled} say anything.");
            TestContext.Current.TestOutputHelper?.WriteLine(story.Report);
        }
    }

    [Fact]
    public async Task Without_the_predicate_the_same_comparison_finds_a_difference()
    {
        await using var story = await Story.PlayAsync(postgres, seed: 1);

        Assert.NotNull(await story.CompareAsync(withoutPredicate: true));
    }

    /// <summary>One sequence of acts, and what comes of it for everybody.</summary>
    private sealed class Story : IAsyncDisposable
    {
        private const int Acts = 200;
        private const int Parts = 4;
        private readonly PostgresFixture _postgres;
        private readonly TestDatabase _database;
        private readonly StandingTime _time;
        private readonly World _world = new();
        private readonly List<string> _moments = [];
        private readonly int _seed;
        private NetworkDatabase _network;
        private Contract _contract = null!;
        private ActSequence _acts = null!;
        private string _start = "";
        private TimeSpan _took;

        private Story(PostgresFixture postgres, TestDatabase database, int seed)
        {
            _postgres = postgres;
            _database = database;
            _seed = seed;
            _time = new StandingTime(TimeProvider.System.GetUtcNow());
            _network = new NetworkDatabase(database.Options, _time);
        }

        /// <summary>How many answers were compared, and how many of them say anything.</summary>
        public int Compared { get; private set; }

        public int Filled { get; private set; }

        public string Report => $"seed {_seed}: {_acts.Done.Values.Sum()} acts of {_acts.Done.Count} kinds, {Compared} answers compared, {Filled} of them filled, {2 * Compared / _took.TotalMinutes:F0} queries a minute\n"
            + string.Join(", ", _acts.Done.OrderBy(done => done.Key, StringComparer.Ordinal).Select(done => $"{done.Key} {done.Value}"));

        public static async Task<Story> PlayAsync(PostgresFixture postgres, int seed)
        {
            var database = await postgres.CreateDatabaseAsync(
                "sample network", NetworkFixture.FillAsync, MigrationSource.FromAssembly(typeof(SchemaServices).Assembly));
            var story = new Story(postgres, database, seed);
            await story.PlayAsync();
            return story;
        }

        /// <summary>The first answer that differs; null if none does.</summary>
        public async Task<string?> CompareAsync(bool withoutPredicate)
        {
            // The service of the story goes, so that its database can be copied.
            await _network.DisposeAsync();
            var clone = await CloneDatabase.OfAsync(_postgres, _database);
            var started = Stopwatch.GetTimestamp();
            _network = new NetworkDatabase(
                withoutPredicate ? _database.Options with { ServiceConnectionString = _database.OwnerConnectionString, ApplyPredicate = false } : _database.Options,
                _time);
            await _network.StartAsync();
            await clone.MakeForAsync(null);
            await using var pruned = new NetworkDatabase(clone.Database.Options, _time);
            await pruned.StartAsync();
            string? difference = null;
            foreach (var (index, persona) in ((string?[])[.. SamplePersonas.Names, null]).Index())
            {
                await clone.MakeForAsync(persona is null ? null : SamplePersonas.SubjectOf(persona));
                pruned.ForgetConnections();
                difference ??= await CompareAsync(persona, index, pruned);
            }

            _took = Stopwatch.GetElapsedTime(started);
            return difference;
        }

        public ValueTask DisposeAsync() => _network.DisposeAsync();

        private async Task PlayAsync()
        {
            await _network.StartAsync();
            _contract = await Contract.ReadAsync(_network);
            _start = (await _network.AskAsync(null, "{ changeCursor }")).GetProperty("data").GetProperty("changeCursor").GetString()!;
            foreach (var persona in SamplePersonas.Names)
            {
                _world.Note(persona, await _network.AskAsync(persona, "{ viewer { appointments { id } } offices(first: 50) { nodes { id } } assessments(first: 5) { nodes { id } } }"));
            }

            _acts = new ActSequence(_contract, _network, _world, _time.GetUtcNow(), _seed);
            for (var i = 0; i < 2; i++)
            {
                await _acts.RunAsync(Acts / 2);
                _moments.Add($"{_time.GetUtcNow().AddMicroseconds(i):O}");
            }
        }

        /// <summary>Each persona is asked a part of everything, another part than the next; together they are asked all of it several times.</summary>
        private async Task<string?> CompareAsync(string? persona, int index, NetworkDatabase pruned)
        {
            foreach (var (_, question) in new Questions(_contract, _world, _moments, _seed).All().Index().Where(entry => entry.Index % Parts == index % Parts))
            {
                var full = await _network.AskAsync(persona, question.Query, question.Variables);
                var without = await pruned.AskAsync(persona, question.Query, question.Variables);
                Compared++;
                Filled += Says(full) ? 1 : 0;
                if (Difference(full.ToString(), without.ToString()) is { } difference)
                {
                    return $"{persona ?? "nobody"} (seed {_seed}): {question.Query}\n{JsonSerializer.Serialize(question.Variables)}\n{difference}";
                }
            }

            return await CompareRefusalsAsync(persona, pruned) ?? await CompareChangesAsync(persona, pruned);
        }

        /// <summary>An act on what the persona can't see is refused with the same words as an act on what is not there.</summary>
        private async Task<string?> CompareRefusalsAsync(string? persona, NetworkDatabase pruned)
        {
            var acts = _contract["Mutation"].Fields.Where(act => _contract[act.Arguments[0].Type.Name].Inputs.Any(input => input.Name == "id")).ToArray();
            foreach (var (act, id) in acts.Zip(_world.Ids.Where(id => World.TypeOf(id) is not ("Office" or "Appointment")).Reverse()))
            {
                var seen = await pruned.AskAsync(persona, "query($id: ID!) { node(id: $id) { id } }", new { id });
                if (seen.GetProperty("data").GetProperty("node").ValueKind != JsonValueKind.Null)
                {
                    continue;
                }

                var (query, input) = _acts.Make(act, persona ?? "", id);
                var full = await _network.AskAsync(persona, query, new { input });
                var without = await pruned.AskAsync(persona, query, new { input });
                Compared++;
                Filled++;
                if (Difference(full.ToString(), without.ToString()) is { } difference)
                {
                    return $"{persona ?? "nobody"} (seed {_seed}): {act.Name} {input}\n{difference}";
                }
            }

            return null;
        }

        private async Task<string?> CompareChangesAsync(string? persona, NetworkDatabase pruned)
        {
            var full = await _network.AskAsync(persona, Changes, new { after = _start });
            var without = await pruned.AskAsync(persona, Changes, new { after = _start });
            Compared++;
            Filled += Says(full) ? 1 : 0;
            if (Difference(full.ToString(), without.ToString()) is { } difference)
            {
                return $"{persona ?? "nobody"} (seed {_seed}): changes\n{difference}";
            }

            var count = full.GetProperty("data").GetProperty("changes").GetProperty("totalCount").GetInt32();
            var told = await _network.ListenAsync(persona, Follow, new { after = _start }, count);
            var toldWithout = await pruned.ListenAsync(persona, Follow, new { after = _start }, count);
            Compared++;
            Filled += told.Count > 0 ? 1 : 0;
            return Difference(string.Join('\n', told), string.Join('\n', toldWithout)) is { } unlike
                ? $"{persona ?? "nobody"} (seed {_seed}): subscription\n{unlike}"
                : null;
        }

        /// <summary>Where two answers part; null if they are the same.</summary>
        private static string? Difference(string full, string without)
        {
            if (full == without)
            {
                return null;
            }

            var place = full.Zip(without).TakeWhile(pair => pair.First == pair.Second).Count();
            string Around(string text) => text[Math.Max(0, place - 300)..Math.Min(text.Length, place + 200)];
            return $"with what is hidden:    …{Around(full)}…\nwithout what is hidden: …{Around(without)}…";
        }

        /// <summary>Whether an answer says anything: an error, or a value that is neither null, zero nor empty.</summary>
        private static bool Says(JsonElement answer) => answer.ValueKind switch
        {
            JsonValueKind.Object => answer.EnumerateObject().Any(property => property.Name != "__typename" && Says(property.Value)),
            JsonValueKind.Array => answer.EnumerateArray().Any(Says),
            JsonValueKind.String => answer.GetString()!.Length > 0,
            JsonValueKind.Number => answer.GetDouble() != 0,
            JsonValueKind.True => true,
            _ => false,
        };
    }
}
