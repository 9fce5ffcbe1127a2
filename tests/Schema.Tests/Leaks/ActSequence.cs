using System.Text.Json;
using System.Text.Json.Nodes;
using R2P.Schema.SampleNetwork;

namespace R2P.Schema.Tests.Leaks;

/// <summary>A random sequence of the contract's mutations. What is refused for a field that may be left out is tried again without it.</summary>
internal sealed class ActSequence(Contract contract, NetworkDatabase network, World world, DateTimeOffset now, int seed)
{
    private const int Tries = 5;
    private readonly Random _random = new(seed);
    private readonly ContractMember[] _acts = [.. contract["Mutation"].Fields.Where(act => !act.Name.StartsWith("erase", StringComparison.Ordinal))];

    /// <summary>How often each act was done.</summary>
    public Dictionary<string, int> Done { get; } = [];

    public async Task RunAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var act = _acts[_random.Next(_acts.Length)];
            await TryAsync(act, SamplePersonas.Names[_random.Next(SamplePersonas.Names.Count)]);
        }
    }

    /// <summary>The mutation as text, and an input for it.</summary>
    public (string Query, JsonObject Input) Make(ContractMember act, string persona, string? id = null)
    {
        var inputs = new InputMaker(contract, _random, world, now);
        var argument = act.Arguments.Single(candidate => candidate.Name == "input");
        var payload = contract[act.Type.Name];
        var result = payload.Fields.FirstOrDefault(field => !contract[field.Type.Name].IsLeaf && field.Name != "errors");
        var input = inputs.Make(contract[argument.Type.Name], persona, result?.Type.Name);
        if (id is not null)
        {
            input["id"] = id;
        }

        var answer = result is null ? "" : $"{result.Name} {{ __typename {Identified(contract[result.Type.Name])} }}";
        return ($"mutation($input: {argument.Type.Text}) {{ {act.Name}(input: $input) {{ {answer} errors {{ code message path }} }} }}", input);
    }

    private async Task TryAsync(ContractMember act, string chance)
    {
        var (query, input) = Make(act, chance);
        var persona = input["id"]?.GetValue<string>() is { } id && _random.Next(4) > 0 ? world.OwnerOf(id) ?? chance : chance;
        await SetVersionAsync(persona, input);
        for (var i = 0; i < Tries; i++)
        {
            var answer = await network.AskAsync(persona, query, new { input });
            if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || data.GetProperty(act.Name) is not { ValueKind: JsonValueKind.Object } payload)
            {
                Assert.DoesNotContain("INTERNAL", answer.ToString(), StringComparison.Ordinal);
                return;
            }

            if (payload.GetProperty("errors").GetArrayLength() == 0)
            {
                Done[act.Name] = Done.GetValueOrDefault(act.Name) + 1;
                world.Note(persona, payload);
                return;
            }

            if (!Mend(input, payload.GetProperty("errors")))
            {
                return;
            }
        }
    }

    /// <summary>Leaves out what was refused.</summary>
    private static bool Mend(JsonObject input, JsonElement errors)
    {
        var mended = false;
        foreach (var error in errors.EnumerateArray())
        {
            if (error.GetProperty("code").GetString() == "INVALID_INPUT" && error.GetProperty("path") is { ValueKind: JsonValueKind.Array } path && path.GetArrayLength() > 1)
            {
                mended |= input.Remove(path[1].GetString()!);
            }
        }

        return mended;
    }

    private async Task SetVersionAsync(string persona, JsonObject input)
    {
        if (!input.ContainsKey("version") || input["id"]?.GetValue<string>() is not { } id || World.TypeOf(id) is not { } type
            || contract.Types.FirstOrDefault(candidate => candidate.Name == type) is not { } known || known.Fields.All(field => field.Name != "version"))
        {
            return;
        }

        var found = await network.AskAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ ... on {type} {{ version }} }} }}", new { id });
        if (found.TryGetProperty("data", out var data) && data.GetProperty("node") is { ValueKind: JsonValueKind.Object } node)
        {
            input["version"] = node.GetProperty("version").GetInt32();
        }
    }

    private static string Identified(ContractType type) => type.Fields.Any(field => field.Name == "id") ? "id" : "";
}
