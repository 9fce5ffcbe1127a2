using System.Diagnostics;
using System.Globalization;
using Npgsql;
using R2P.Documents;
using R2P.Schema.SampleNetwork;
using R2P.Tests;

namespace R2P.Schema.Tests.Leaks;

/// <summary>One sequence of acts on the sample network, and what comes of it for everybody.</summary>
internal sealed class Story
{
    /// <summary>How long a chapter takes in the story's own time: what is shared until then has expired when the next begins.</summary>
    public static readonly TimeSpan Chapter = TimeSpan.FromHours(1);

    private const int Acts = 320;
    private const int Chapters = 2;
    private const int Parts = 6;
    private const int Workers = 2;
    private const string Change = "type at kind documentId version document { id } by { code }";
    private const string Changes = $"query($after: Cursor!) {{ changes(after: $after, first: 100) {{ totalCount nodes {{ {Change} }} }} }}";
    private const string Follow = $"subscription($after: Cursor!) {{ changes(after: $after) {{ {Change} }} }}";

    private const string Expiry = """
        do $$
        declare
            source record;
        begin
            set local session_replication_role = replica;
            for source in
                select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'r2p'::regnamespace and c.relkind = 'r' and a.attname = 'expires_at'
            loop
                execute format('update r2p.%I set expires_at = now() where expires_at > now() and expires_at <= now() + interval ''1 hour''', source.name);
            end loop;
        end
        $$
        """;

    private readonly PostgresFixture _postgres;
    private readonly TestDatabase _database;
    private readonly StoppableTime _time = new();
    private readonly World _world = new();
    private readonly List<DateTimeOffset> _moments = [];
    private readonly int _seed;
    private Contract _contract = null!;
    private Question[] _questions = [];
    private string _start = "";

    private Story(PostgresFixture postgres, TestDatabase database, int seed) => (_postgres, _database, _seed) = (postgres, database, seed);

    public ActSequence Acted { get; private set; } = null!;

    public Acting Acting { get; private set; } = null!;

    public TimeSpan Played { get; private set; }

    public string Report => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {_seed}: {Acted.Done.Values.Sum()} acts done of {Acted.Tried.Values.Sum()} tried, {Acted.Done.Count} kinds of {Acted.Kinds.Count()}, ")
        + string.Create(CultureInfo.InvariantCulture, $"in {Played.TotalSeconds:F0} s ({Acting.Requests} requests)");

    /// <summary>Plays the sequence of a seed on a sample network of its own.</summary>
    public static async Task<Story> PlayAsync(PostgresFixture postgres, int seed, int? acts = null)
    {
        var database = await postgres.CreateDatabaseAsync(
            "sample network", NetworkFixture.FillAsync, MigrationSource.FromAssembly(typeof(SchemaServices).Assembly));
        var story = new Story(postgres, database, seed);
        await story.PlayAsync(acts ?? Acts);
        return story;
    }

    /// <summary>Asks everybody, with what is hidden from them, and with a leak in it perhaps, and without it.</summary>
    public async Task<Comparison> CompareAsync(Mutant? mutant = null)
    {
        var comparison = new Comparison(Acting.Tell);
        var whole = CloneDatabase.Of(_postgres, _database, "whole");
        await whole.MakeAsync(mutant?.Sql);
        await using (var full = new NetworkDatabase(Options(whole.Database, mutant), _time, mutant?.Change))
        {
            await full.StartAsync();
            var personas = new Queue<(int Index, string? Persona)>(((string?[])[.. SamplePersonas.Names, null]).Index());
            Question[] questions = [.. _questions.Where(mutant?.Asks ?? (_ => true))];
            await Task.WhenAll(Enumerable.Range(0, Workers)
                .Select(worker => Task.Run(() => CompareAsync(full, $"pruned_{worker}", personas, questions, comparison))));
        }

        await whole.DropAsync();
        comparison.Took = Stopwatch.GetElapsedTime(comparison.Started);
        return comparison;
    }

    public Task DropAsync() => CloneDatabase.Named(_postgres, _database).DropAsync();

    private static DocumentStoreOptions Options(TestDatabase database, Mutant? mutant) => database.Options with
    {
        ServiceConnectionString = mutant is { IsOwner: true } ? database.OwnerConnectionString : database.Options.ServiceConnectionString,
        ApplyPredicate = mutant is not { TrustsTheDatabase: true },
    };

    private async Task PlayAsync(int acts)
    {
        var started = Stopwatch.GetTimestamp();
        await using (var network = new NetworkDatabase(_database.Options, _time))
        {
            await network.StartAsync();
            _contract = await Contract.ReadAsync(network);
            _start = (await network.AskAsync(null, "{ changeCursor }")).GetProperty("data").GetProperty("changeCursor").GetString()!;
            var lookout = new Lookout(_contract, network, _world);
            Acting = new Acting(_contract, network, _world);
            Acted = new ActSequence(_contract, Acting, lookout, _world, _time, _seed);
            for (var i = 0; i < Chapters; i++)
            {
                _moments.Add(_time.GetUtcNow());
                await lookout.LookAsync();
                await Acted.RunAsync(acts / Chapters);
                await EndChapterAsync();
                await network.TellExpiredAsync();
            }
        }

        Played = Stopwatch.GetElapsedTime(started);
        _time.Stop();
        _questions = [.. new Questions(_contract, _world, _moments, _seed).All()];
    }

    /// <summary>
    /// What was to expire with the chapter has expired now. No row tells this from having waited for it: that a moment has come, nobody writes down.
    /// </summary>
    private async Task EndChapterAsync()
    {
        await using var connection = new NpgsqlConnection($"{_database.OwnerConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Expiry, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task CompareAsync(
        NetworkDatabase full, string name, Queue<(int Index, string? Persona)> personas, Question[] questions, Comparison comparison)
    {
        var clone = CloneDatabase.Of(_postgres, _database, name);
        await clone.MakeForAsync(null);
        await using (var pruned = new NetworkDatabase(clone.Database.Options, _time))
        {
            await pruned.StartAsync();
            while (comparison.Difference is null)
            {
                (int Index, string? Persona) next;
                lock (personas)
                {
                    if (!personas.TryDequeue(out next))
                    {
                        break;
                    }
                }

                var started = Stopwatch.GetTimestamp();
                await clone.MakeForAsync(next.Persona is null ? null : SamplePersonas.SubjectOf(next.Persona));
                pruned.ForgetConnections();
                comparison.Spend("pruning", started);
                await CompareAsync(new Sides(full, pruned, next.Index, next.Persona, comparison), questions);
            }
        }

        await clone.DropAsync();
    }

    /// <summary>Each persona is asked a part of everything, another part than the next; together they are asked all of it several times.</summary>
    private async Task CompareAsync(Sides sides, Question[] questions)
    {
        var index = sides.Index;
        var started = Stopwatch.GetTimestamp();
        foreach (var question in questions.Where((_, i) => i % Parts == index % Parts))
        {
            if (sides.Comparison.Differs(index))
            {
                return;
            }

            await sides.CompareAsync(question);
        }

        sides.Comparison.Spend("questions", started);
        started = Stopwatch.GetTimestamp();
        await CompareRefusalsAsync(sides);
        sides.Comparison.Spend("refusals", started);
        started = Stopwatch.GetTimestamp();
        var told = await sides.CompareAsync(new Question(Changes, new { after = _start }));
        await sides.CompareStreamAsync(Follow, new { after = _start }, told.GetProperty("data").GetProperty("changes").GetProperty("totalCount").GetInt32());
        sides.Comparison.Spend("changes", started);
    }

    /// <summary>An act on what the persona can't see is refused with the same words as an act on what is not there.</summary>
    private async Task CompareRefusalsAsync(Sides sides)
    {
        var random = new Random(_seed + sides.Index);
        var ids = _world.Ids.Where(id => World.TypeOf(id) is not ("Office" or "Appointment")).Reverse().ToArray();
        var seen = await sides.SeenAsync(ids);
        var acts = Mutation.All(_contract).Where(act => act.Fields.Any(field => field.Name == "id")).ToArray();
        foreach (var (act, id) in acts.Where((_, i) => i % Parts == sides.Index % Parts).Zip(ids.Where(id => !seen.Contains(id))))
        {
            var input = act.Input(new InputMaker(_contract, random, _world, _time.GetUtcNow()));
            input["id"] = id;
            await sides.CompareAsync(new Question(act.Query, new { input }));
        }
    }
}
