using System.Text.Json.Nodes;

namespace R2P.Schema.Tests.Leaks;

/// <summary>One of the contract's mutations, as text.</summary>
internal sealed class Mutation
{
    private readonly ContractType _input;

    private Mutation(Contract contract, Selections selections, ContractMember act)
    {
        Name = act.Name;
        var argument = act.Arguments.Single(candidate => candidate.Name == "input");
        _input = contract[argument.Type.Name];
        var payload = contract[act.Type.Name];
        var result = payload.Fields.FirstOrDefault(field => !contract[field.Type.Name].IsLeaf && field.Name != "errors");
        Result = result?.Type.Name;
        var answer = result is null ? "" : $"{result.Name} {selections.IdsOf(result.Type.Name)}";
        Query = $"mutation($input: {argument.Type.Text}) {{ {act.Name}(input: $input) {{ {answer} errors {{ code message path }} }} }}";
    }

    public string Name { get; }

    public string InputName => _input.Name;

    /// <summary>The type of what comes of it.</summary>
    public string? Result { get; }

    public string Query { get; }

    public ContractMember[] Fields => _input.Inputs;

    public static Mutation[] All(Contract contract)
    {
        var selections = new Selections(contract);
        return [.. contract["Mutation"].Fields.Select(act => new Mutation(contract, selections, act))];
    }

    public JsonObject Input(InputMaker maker) => maker.Make(_input, Result);

    public JsonNode? Value(InputMaker maker, ContractMember field) => maker.Value(_input.Name, field, Result);

    /// <summary>Whether an input says nothing of a thing that has to be named.</summary>
    public bool LacksThing(JsonObject input) => Fields.Any(
        field => field.Type is { Name: "ID", IsRequired: true, Item: null } && !input.ContainsKey(field.Name));
}
