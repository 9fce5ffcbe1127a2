using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using R2P.Documents;
using R2P.Schema.SampleNetwork;
using R2P.Tests;

namespace R2P.Schema.Tests.Leaks;

/// <summary>One sequence of acts on the sample network, and what comes of it for everybody.</summary>
internal sealed class Story
{
    /// <summary>How soon at the latest some of what is shared expires.</summary>
    public static readonly TimeSpan SoonExpired = TimeSpan.FromSeconds(6);

    private const int Acts = 320;
    private const int Chapters = 2;
    private const int Parts = 6;
    private const int Workers = 2;
    private const string Changes = "query($after: Cursor!) { changes(after: $after, first: 100) { totalCount nodes { type at kind documentId version document { id } by { code } } } }";
    private const string Follow = "subscription($after: Cursor!) { changes(after: $after) { type at kind documentId version document { id } by { code } } }";

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

    public TimeSpan Played { get; private set; }

    public string Report => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {_seed}: {Acted.Done.Values.Sum()} acts done of {Acted.Tried.Values.Sum()} tried, {Acted.Done.Count} kinds of {Acted.Kinds.Count()}, in {Played.TotalSeconds:F0} s ({Acted.Requests} requests)");

    /// <summary>The kinds of document that nobody made one of.</summary>
    public IEnumerable<string> Missing => _contract["SharedDocument"].PossibleTypes.Except(Acted.Made);

    /// <summary>Plays the sequence of a seed on a sample network of its own.</summary>
    public static async Task<Story> PlayAsync(PostgresFixture postgres, int seed)
    {
        var database = await postgres.CreateDatabaseAsync(
            "sample network", NetworkFixture.FillAsync, MigrationSource.FromAssembly(typeof(SchemaServices).Assembly));
        var story = new Story(postgres, database, seed);
        await story.PlayAsync();
        return story;
    }

    /// <summary>Asks everybody, with what is hidden from them and without it.</summary>
    public async Task<Comparison> CompareAsync(bool withoutPredicate)
    {
        var comparison = new Comparison(_seed);
        var whole = CloneDatabase.Of(_postgres, _database, "whole");
        await whole.MakeAsync();
        await using (var full = new NetworkDatabase(
            withoutPredicate
                ? whole.Database.Options with { ServiceConnectionString = whole.Database.OwnerConnectionString, ApplyPredicate = false }
                : whole.Database.Options,
            _time))
        {
            await full.StartAsync();
            var personas = new Queue<(int Index, string? Persona)>(((string?[])[.. SamplePersonas.Names, null]).Index());
            await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => CompareAsync(full, $"pruned_{worker}", personas, comparison))));
        }

        await whole.DropAsync();
        comparison.Took = Stopwatch.GetElapsedTime(comparison.Started);
        return comparison;
    }

    private async Task PlayAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await using (var network = new NetworkDatabase(_database.Options, _time))
        {
            await network.StartAsync();
            _contract = await Contract.ReadAsync(network);
            _start = (await network.AskAsync(null, "{ changeCursor }")).GetProperty("data").GetProperty("changeCursor").GetString()!;
            Acted = new ActSequence(_contract, network, _world, _time, _seed);
            for (var i = 0; i < Chapters; i++)
            {
                _moments.Add(_time.GetUtcNow());
                await LookAroundAsync(network);
                await Acted.RunAsync(Acts / Chapters);
            }
        }

        Played = Stopwatch.GetElapsedTime(started);
        await Task.Delay(SoonExpired);
        _time.Stop();
        _questions = [.. new Questions(_contract, _world, _moments, _seed).All()];
    }

    /// <summary>What everybody is shown by now: first of all, what is their own.</summary>
    private async Task LookAroundAsync(NetworkDatabase network)
    {
        var lists = _contract["Query"].Fields
            .Where(field => !field.NeedsArguments && field.Takes("first") && field.Type.Name.EndsWith("Connection", StringComparison.Ordinal))
            .Select(field => (field.Name, Nodes: _contract[Selections.NodesOf(_contract[field.Type.Name])]))
            .Where(list => list.Nodes.Fields.Any(field => field.Name == "id"))
            .Select(list => $"{list.Name}(first: 10) {{ nodes {{ id {(list.Nodes.Fields.Any(field => field.Name == "title") ? "title" : "")} {(list.Nodes.Fields.Any(field => field.Name == "owner") ? "owner { id }" : "")} }} }}");
        foreach (var persona in SamplePersonas.Names)
        {
            _world.NoteOffices(persona, await network.AskAsync(persona, "{ viewer { appointments { office { id } } } }"));
        }

        foreach (var ask in (string[])["{ viewer { appointments { id office { id } } } }", "{ offices(first: 40) { nodes { id holders { id person { id } } } } }", $"{{ {string.Join(' ', lists)} }}"])
        {
            foreach (var persona in SamplePersonas.Names)
            {
                _world.Note(persona, await network.AskAsync(persona, ask));
            }
        }
    }

    private async Task CompareAsync(NetworkDatabase full, string name, Queue<(int Index, string? Persona)> personas, Comparison comparison)
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
                await CompareAsync(new Sides(full, pruned, next.Persona, comparison), next.Index);
            }
        }

        await clone.DropAsync();
    }

    /// <summary>Each persona is asked a part of everything, another part than the next; together they are asked all of it several times.</summary>
    private async Task CompareAsync(Sides sides, int index)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var question in _questions.Where((_, i) => i % Parts == index % Parts))
        {
            if (sides.Comparison.Difference is not null)
            {
                return;
            }

            await sides.CompareAsync(question);
        }

        sides.Comparison.Spend("questions", started);
        started = Stopwatch.GetTimestamp();
        await CompareRefusalsAsync(sides, index);
        sides.Comparison.Spend("refusals", started);
        started = Stopwatch.GetTimestamp();
        var told = await sides.CompareAsync(new Question(Changes, new { after = _start }));
        await sides.CompareStreamAsync(Follow, new { after = _start }, told.GetProperty("data").GetProperty("changes").GetProperty("totalCount").GetInt32());
        sides.Comparison.Spend("changes", started);
    }

    /// <summary>An act on what the persona can't see is refused with the same words as an act on what is not there.</summary>
    private async Task CompareRefusalsAsync(Sides sides, int index)
    {
        var random = new Random(_seed + index);
        var ids = _world.Ids.Where(id => World.TypeOf(id) is not ("Office" or "Appointment")).Reverse().ToArray();
        var seen = await sides.SeenAsync(ids);
        var acts = Mutation.All(_contract).Where(act => act.Fields.Any(field => field.Name == "id")).ToArray();
        foreach (var (act, id) in acts.Where((_, i) => i % Parts == index % Parts).Zip(ids.Where(id => !seen.Contains(id))))
        {
            var input = act.Input(new InputMaker(_contract, random, _world, _time.GetUtcNow()));
            input["id"] = id;
            await sides.CompareAsync(new Question(act.Query, new { input }));
        }
    }
}

/// <summary>What was compared, and the first answer that differs.</summary>
internal sealed class Comparison(int seed)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimeSpan> _spent = [];

    public long Started { get; } = Stopwatch.GetTimestamp();

    public TimeSpan Took { get; set; }

    /// <summary>How many answers were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>How many of them say anything.</summary>
    public int Filled { get; private set; }

    public string? Difference { get; private set; }

    public string Report => string.Create(
        CultureInfo.InvariantCulture,
        $"{Compared} answers compared in {Took.TotalSeconds:F0} s, {2 * Compared / Took.TotalMinutes:F0} queries a minute, {100.0 * Filled / Math.Max(1, Compared):F0} % of them filled ({string.Join(", ", _spent.Select(spent => $"{spent.Key} {spent.Value.TotalSeconds:F0} s"))})");

    public void Spend(string on, long since)
    {
        lock (_lock)
        {
            _spent[on] = _spent.GetValueOrDefault(on) + Stopwatch.GetElapsedTime(since);
        }
    }

    public void Add(string? persona, Question question, bool says, string full, string without)
    {
        lock (_lock)
        {
            Compared++;
            Filled += says ? 1 : 0;
            if (full != without)
            {
                Difference ??= $"{persona ?? "nobody"} (seed {seed}): {question.Export} {question.Query}\n{JsonSerializer.Serialize(question.Variables)}\n{Parting(full, without)}";
            }
        }
    }

    /// <summary>Where two answers part.</summary>
    private static string Parting(string full, string without)
    {
        var place = full.Zip(without).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text[Math.Max(0, place - 400)..Math.Min(text.Length, place + 300)];
        return $"with what is hidden:    …{Around(full)}…\nwithout what is hidden: …{Around(without)}…";
    }
}

/// <summary>The two who are asked the same in a persona's name: one with all rows, one without those that are hidden from them.</summary>
internal sealed record Sides(NetworkDatabase Full, NetworkDatabase Pruned, string? Persona, Comparison Comparison)
{
    /// <summary>Asks both; the answer of the first.</summary>
    public async Task<JsonElement> CompareAsync(Question question)
    {
        if (question.Export is { } format)
        {
            var sent = await Full.ExportAsync(Persona, question.Query, format);
            Comparison.Add(Persona, question, sent.Count(c => c == '\n') > (format == "text/csv" ? 2 : 1), sent, await Pruned.ExportAsync(Persona, question.Query, format));
            return default;
        }

        var full = await Full.AskAsync(Persona, question.Query, question.Variables);
        var without = await Pruned.AskAsync(Persona, question.Query, question.Variables);
        Comparison.Add(Persona, question, Says(full), full.ToString(), without.ToString());
        return full;
    }

    /// <summary>What both tell of a subscription.</summary>
    public async Task CompareStreamAsync(string subscription, object variables, int expected)
    {
        var told = await Task.WhenAll(Full.ListenAsync(Persona, subscription, variables, expected), Pruned.ListenAsync(Persona, subscription, variables, expected));
        Comparison.Add(Persona, new Question(subscription, variables), told[0].Count > 0, string.Join('\n', told[0]), string.Join('\n', told[1]));
    }

    /// <summary>Those of the ids that are there for the persona.</summary>
    public async Task<HashSet<string>> SeenAsync(string[] ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(100))
        {
            var answer = await Pruned.AskAsync(Persona, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = some });
            seen.UnionWith(answer.GetProperty("data").GetProperty("nodes").EnumerateArray()
                .Where(node => node.ValueKind == JsonValueKind.Object).Select(node => node.GetProperty("id").GetString()!));
        }

        return seen;
    }

    /// <summary>Whether an answer says anything: an error, or a value that is neither null, zero nor empty.</summary>
    private static bool Says(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Object => answer.EnumerateObject().Any(property => !property.Name.EndsWith("__typename", StringComparison.Ordinal) && Says(property.Value)),
        JsonValueKind.Array => answer.EnumerateArray().Any(Says),
        JsonValueKind.String => answer.GetString()!.Length > 0,
        JsonValueKind.Number => answer.GetDouble() != 0,
        JsonValueKind.True => true,
        _ => false,
    };
}
