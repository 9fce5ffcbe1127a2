using System.Text.Json;
using System.Text.Json.Nodes;
using R2P.Schema.SampleNetwork;

namespace R2P.Schema.Tests.Leaks;

/// <summary>
/// A random sequence of the contract's mutations, those first that were done least. What is refused is tried again: by somebody else, without the field
/// that was refused or with another value of it, on something else.
/// </summary>
internal sealed class ActSequence(Contract contract, NetworkDatabase network, World world, TimeProvider time, int seed)
{
    private const int Inputs = 4;
    private const int Lessons = 4;
    private const int Mendings = 3;

    /// <summary>Whoever is appointed in these keeps it: without them nothing goes on.</summary>
    private static readonly string[] Lasting = ["ghana", "kenya", "denmark", "au-desk", "secretariat", "civil-society-kenya"];

    private readonly Random _random = new(seed);
    private readonly Mutation[] _acts = Mutation.All(contract);
    private readonly Dictionary<string, string> _lastDoer = [];

    /// <summary>How often each act was tried.</summary>
    public Dictionary<string, int> Tried { get; } = [];

    /// <summary>How often each act was done.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>Why an act was refused last.</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    /// <summary>What could not be answered at all.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>How many requests it took.</summary>
    public int Requests { get; private set; }

    /// <summary>The types of which acts made something.</summary>
    public HashSet<string> Made { get; } = new(StringComparer.Ordinal);

    /// <summary>All kinds of act that the contract knows.</summary>
    public IEnumerable<string> Kinds => _acts.Select(act => act.Name);

    public async Task RunAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await TryAsync(Enumerable.Range(0, 4).Select(_ => _acts[_random.Next(_acts.Length)])
                .MinBy(candidate => (2 * Done.GetValueOrDefault(candidate.Name)) + Tried.GetValueOrDefault(candidate.Name))!);
        }
    }

    private async Task TryAsync(Mutation act, bool isForAnother = false)
    {
        Tried[act.Name] = Tried.GetValueOrDefault(act.Name) + 1;
        for (int i = 0, lessons = 0; i < Inputs; i++)
        {
            var maker = new InputMaker(contract, _random, world, time.GetUtcNow());
            var input = act.Input(maker);
            if (act.LacksThing(input))
            {
                // What is acted on has to be made first, by an act that results in it.
                if (isForAnother || _acts.Where(candidate => maker.Lacking.Contains(candidate.Result)).ToArray() is not [_, ..] makers)
                {
                    return;
                }

                await TryAsync(makers[_random.Next(makers.Length)], isForAnother: true);
                continue;
            }

            foreach (var persona in Doers(act, input))
            {
                var outcome = await TryAsync(act, maker, input, persona);
                if (outcome == Outcome.Done)
                {
                    Done[act.Name] = Done.GetValueOrDefault(act.Name) + 1;
                    _lastDoer[act.Name] = persona;
                    return;
                }

                if (outcome == Outcome.Learnt && ++lessons <= Lessons)
                {
                    i--;
                    break;
                }
            }
        }
    }

    /// <summary>Who may be able to: whoever made what is acted on, whom it concerns, whoever did the same before, and somebody.</summary>
    private IEnumerable<string> Doers(Mutation act, JsonObject input)
    {
        var subject = Subject(input);
        string?[] doers = [subject is null ? null : world.OwnerOf(subject), .. subject is null ? [] : world.ConcernedBy(subject).OrderBy(_ => _random.Next()).Take(2), _lastDoer.GetValueOrDefault(act.Name), .. SamplePersonas.Names.OrderBy(_ => _random.Next()).Take(2)];
        return doers.OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private async Task<Outcome> TryAsync(Mutation mutation, InputMaker maker, JsonObject input, string persona)
    {
        for (var i = 0; i < Mendings; i++)
        {
            if (EndsWhatLasts(mutation.Name, input) || !await SetVersionAsync(persona, input))
            {
                return Outcome.Refused;
            }

            var answer = await network.AskAsync(persona, mutation.Query, new { input });
            Requests++;
            if (answer.ToString().Contains("\"INTERNAL\"", StringComparison.Ordinal))
            {
                Faults.Add($"{mutation.Name} by {persona}: {input.ToJsonString()}\n{NetworkDatabase.Faults.Latest}");
                return Outcome.Refused;
            }

            if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || data.GetProperty(mutation.Name) is not { ValueKind: JsonValueKind.Object } payload)
            {
                Refusals[mutation.Name] = $"{answer} {input.ToJsonString()}";
                return world.Learn(mutation.InputName, answer) ? Outcome.Learnt : Outcome.Refused;
            }

            if (payload.GetProperty("errors").GetArrayLength() == 0)
            {
                var known = world.Ids.ToHashSet(StringComparer.Ordinal);
                world.Note(persona, payload);
                string[] made = [.. world.Ids.Where(id => !known.Contains(id))];
                world.Concern(made, input);
                Made.UnionWith(made.Select(World.TypeOf).OfType<string>());
                return Outcome.Done;
            }

            Refusals[mutation.Name] = $"{persona}: {payload.GetProperty("errors")} {input.ToJsonString()}";
            if (!Mend(mutation, maker, input, payload.GetProperty("errors")))
            {
                return Outcome.Refused;
            }
        }

        return Outcome.Refused;
    }

    /// <summary>Leaves out what was refused, or says something else.</summary>
    private bool Mend(Mutation mutation, InputMaker maker, JsonObject input, JsonElement errors)
    {
        var mended = false;
        foreach (var error in errors.EnumerateArray())
        {
            if (error.GetProperty("code").GetString() != "INVALID_INPUT"
                || error.GetProperty("path") is not { ValueKind: JsonValueKind.Array } path || path.GetArrayLength() < 2
                || mutation.Fields.FirstOrDefault(field => field.Name == path[1].GetString()) is not { } refused)
            {
                continue;
            }

            mended = true;
            if (refused.Type.IsRequired || !input.Remove(refused.Name) || _random.Next(3) == 0)
            {
                input[refused.Name] = mutation.Value(maker, refused);
            }
        }

        return mended;
    }

    /// <summary>Whether the act would take the network's life out of it.</summary>
    private bool EndsWhatLasts(string act, JsonObject input) =>
        act is "endAppointment" or "suspendAppointment" or "handOverOffice" && Subject(input) is { } id
        && Lasting.Contains(world.OwnerOf(id));

    /// <summary>What is acted on: the first id that has to be given.</summary>
    private static string? Subject(JsonObject input) =>
        input.Where(field => field.Value is JsonValue value && World.TypeOf(value.ToString()) is not null).Select(field => field.Value!.ToString()).FirstOrDefault();

    /// <summary>The version that the persona sees; false if they see nothing, so that the act is refused anyhow.</summary>
    private async Task<bool> SetVersionAsync(string persona, JsonObject input)
    {
        if (!input.ContainsKey("version") || Subject(input) is not { } id || World.TypeOf(id) is not { } type
            || contract.Types.FirstOrDefault(candidate => candidate.Name == type) is not { } known || known.Fields.All(candidate => candidate.Name != "version"))
        {
            return true;
        }

        var found = await network.AskAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ ... on {type} {{ version }} }} }}", new { id });
        if (!found.TryGetProperty("data", out var data) || data.GetProperty("node") is not { ValueKind: JsonValueKind.Object } node)
        {
            return false;
        }

        input["version"] = node.GetProperty("version").GetInt32();
        return true;
    }

    private enum Outcome
    {
        Refused,
        Learnt,
        Done,
    }
}
