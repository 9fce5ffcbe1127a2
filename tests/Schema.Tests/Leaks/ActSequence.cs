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
    private const int Mendings = 3;

    /// <summary>Whoever is appointed in these keeps it: without them nothing goes on.</summary>
    private static readonly string[] Lasting = ["ghana", "kenya", "denmark", "au-desk", "secretariat", "civil-society-kenya"];

    private readonly Random _random = new(seed);
    private readonly ContractMember[] _acts = contract["Mutation"].Fields;
    private readonly Selections _selections = new(contract);
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

    public IEnumerable<string> NeverDone => _acts.Select(act => act.Name).Where(name => !Done.ContainsKey(name));

    public async Task RunAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var act = Enumerable.Range(0, 4).Select(_ => _acts[_random.Next(_acts.Length)])
                .MinBy(candidate => (2 * Done.GetValueOrDefault(candidate.Name)) + Tried.GetValueOrDefault(candidate.Name))!;
            Tried[act.Name] = Tried.GetValueOrDefault(act.Name) + 1;
            await TryAsync(act);
        }
    }

    private async Task TryAsync(ContractMember act)
    {
        for (var i = 0; i < Inputs; i++)
        {
            var mutation = Mutation.Of(contract, _selections, act);
            var maker = new InputMaker(contract, _random, world, time.GetUtcNow());
            var input = mutation.Input(maker);
            foreach (var persona in Doers(act, input))
            {
                if (!await TryAsync(mutation, maker, input, persona))
                {
                    continue;
                }

                Done[act.Name] = Done.GetValueOrDefault(act.Name) + 1;
                _lastDoer[act.Name] = persona;
                return;
            }
        }
    }

    /// <summary>Who may be able to: whoever made what is acted on, whoever did the same before, and somebody.</summary>
    private IEnumerable<string> Doers(ContractMember act, JsonObject input)
    {
        var owner = Subject(input) is { } id ? world.OwnerOf(id) : null;
        string?[] doers = [owner, _lastDoer.GetValueOrDefault(act.Name), .. SamplePersonas.Names.OrderBy(_ => _random.Next()).Take(2)];
        return doers.OfType<string>().Distinct(StringComparer.Ordinal).Take(3);
    }

    private async Task<bool> TryAsync(Mutation mutation, InputMaker maker, JsonObject input, string persona)
    {
        for (var i = 0; i < Mendings; i++)
        {
            if (EndsWhatLasts(mutation.Act.Name, input) || !await SetVersionAsync(persona, input))
            {
                return false;
            }

            var answer = await network.AskAsync(persona, mutation.Query, new { input });
            Requests++;
            if (answer.ToString().Contains("\"INTERNAL\"", StringComparison.Ordinal))
            {
                Faults.Add($"{mutation.Act.Name} by {persona}: {input.ToJsonString()}\n{NetworkDatabase.Faults.Latest}");
                return false;
            }

            if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || data.GetProperty(mutation.Act.Name) is not { ValueKind: JsonValueKind.Object } payload)
            {
                Refusals[mutation.Act.Name] = $"{answer} {input.ToJsonString()}";
                return false;
            }

            if (payload.GetProperty("errors").GetArrayLength() == 0)
            {
                world.Note(persona, payload);
                return true;
            }

            Refusals[mutation.Act.Name] = $"{persona}: {payload.GetProperty("errors")} {input.ToJsonString()}";
            if (!Mend(mutation, maker, input, payload.GetProperty("errors")))
            {
                return false;
            }
        }

        return false;
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
}

/// <summary>One of the contract's mutations, as text.</summary>
internal sealed class Mutation
{
    private readonly ContractType _input;
    private readonly string? _result;

    private Mutation(Contract contract, Selections selections, ContractMember act)
    {
        Act = act;
        var argument = act.Arguments.Single(candidate => candidate.Name == "input");
        _input = contract[argument.Type.Name];
        var payload = contract[act.Type.Name];
        var result = payload.Fields.FirstOrDefault(field => !contract[field.Type.Name].IsLeaf && field.Name != "errors");
        _result = result?.Type.Name;
        var answer = result is null ? "" : $"{result.Name} {selections.IdsOf(result.Type.Name)}";
        Query = $"mutation($input: {argument.Type.Text}) {{ {act.Name}(input: $input) {{ {answer} errors {{ code message path }} }} }}";
    }

    public ContractMember Act { get; }

    public string Query { get; }

    public ContractMember[] Fields => _input.Inputs;

    public static Mutation Of(Contract contract, Selections selections, ContractMember act) => new(contract, selections, act);

    public JsonObject Input(InputMaker maker) => maker.Make(_input, _result);

    public JsonNode? Value(InputMaker maker, ContractMember field) => maker.Value(_input.Name, field, _result);
}
