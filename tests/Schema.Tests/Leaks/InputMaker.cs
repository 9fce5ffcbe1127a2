using System.Text.Json.Nodes;

namespace R2P.Schema.Tests.Leaks;

/// <summary>Makes inputs of the contract's own types: random, but with values that have a chance to be taken.</summary>
internal sealed class InputMaker(Contract contract, Random random, World world, DateTimeOffset now)
{
    private static readonly Dictionary<string, string[]> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["factor"] = ["RF_01", "RF_02", "RF_09"],
        ["inhibitor"] = ["SECURITY_SECTOR", "RULE_OF_LAW_AND_HUMAN_RIGHTS"],
        ["pillar"] = ["PILLAR_I", "PILLAR_II"],
        ["policyOption"] = ["POL_CONSTITUTIONAL_PROTECTION"],
        ["tool"] = ["TOOL_COMMUNITY_ENGAGEMENT"],
        ["country"] = ["KEN", "GHA", "DNK", "CRI"],
        ["state"] = ["KEN", "GHA", "DNK", "CRI"],
        ["organization"] = ["AU", "EU"],
        ["network"] = ["GLOBAL_NETWORK_R2P_FOCAL_POINTS"],
        ["language"] = ["en", "fr", "es"],
        ["document"] = ["SG_REPORT_2013_SUMMARY"],
        ["tag"] = ["SECURITY_SECTOR", "PILLAR_I"],
        ["pointer"] = ["/title", "/summary"],
        ["conflictOfInterest"] = ["none"],
    };

    private static readonly string[] Words =
        ["river", "council", "border", "grazing", "election", "mediation", "harvest", "court", "patrol", "school", "radio", "elders"];

    /// <summary>An input; fields that may be left out are left out more often than not.</summary>
    public JsonObject Make(ContractType input, string actor, string? payload, int depth = 0)
    {
        var made = new JsonObject();
        if (input.Name == "AudienceInput")
        {
            return Audience();
        }

        var inputs = input.IsOneOf ? [input.Inputs[random.Next(input.Inputs.Length)]] : input.Inputs;
        foreach (var field in inputs)
        {
            var isWanted = field.Type.IsRequired || input.IsOneOf || (depth < 3 && random.NextDouble() < 0.35);
            if (isWanted && field.Name is not ("clientMutationId" or "handling" or "office") && Value(field.Name, field.Type, actor, payload, depth) is { } value)
            {
                made[field.Name] = value;
            }
        }

        return made;
    }

    /// <summary>Values for the arguments of a field.</summary>
    public JsonObject Arguments(IEnumerable<ContractMember> arguments) =>
        new(arguments.Select(argument => KeyValuePair.Create(argument.Name, Value(argument.Name, argument.Type, "", null, 0))));

    private JsonNode? Value(string name, ContractReference type, string actor, string? payload, int depth)
    {
        if (type.Item is { } item)
        {
            var items = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Value(Singular(name), item, actor, payload, depth)).OfType<JsonNode>();
            return new JsonArray([.. items.DistinctBy(value => value.ToJsonString())]);
        }

        return type.Name switch
        {
            "ID" => Id(name, payload) is { } id ? JsonValue.Create(id) : null,
            "Int" => JsonValue.Create(name.Contains("year", StringComparison.OrdinalIgnoreCase) ? 2015 : random.Next(1, 4)),
            "Float" => JsonValue.Create(1.5),
            "Boolean" => JsonValue.Create(random.Next(2) == 0),
            "Date" => JsonValue.Create($"{now.AddDays(random.Next(1, 300)):yyyy-MM-dd}"),
            "DateTime" => JsonValue.Create($"{now.AddDays(random.Next(1, 300)):O}"),
            "URL" => JsonValue.Create("https://example.org/a"),
            "String" or "Markdown" or "CountryCode" => JsonValue.Create(Text(name)),
            _ when contract[type.Name] is { Kind: "ENUM" } values => JsonValue.Create(values.Values[random.Next(values.Values.Length)]),
            _ when contract[type.Name] is { Kind: "INPUT_OBJECT" } input => depth > 4 ? null : Make(input, actor, payload, depth + 1),
            _ => null,
        };
    }

    private string? Id(string name, string? payload)
    {
        var stem = name.EndsWith("Id", StringComparison.Ordinal) && name.Length > 2 ? name[..^2] : name;
        return world.Pick(random, stem) ?? (name is "id" or "documentId" && payload is not null ? world.Pick(random, payload) : null) ?? world.Any(random);
    }

    private string Text(string name)
    {
        var known = Codes.Keys.FirstOrDefault(key => name.EndsWith(key, StringComparison.OrdinalIgnoreCase)) ?? Codes.Keys.FirstOrDefault(key => Singular(name) == key);
        return known is null
            ? string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => Words[random.Next(Words.Length)]))
            : Codes[known][random.Next(Codes[known].Length)];
    }

    private JsonObject Audience() => random.Next(7) switch
    {
        0 => new JsonObject { ["kind"] = "OFFICE" },
        1 => new JsonObject { ["kind"] = "NATIONAL" },
        2 => new JsonObject { ["kind"] = "NAMED", ["states"] = new JsonArray("KEN") },
        3 => new JsonObject { ["kind"] = "NAMED", ["organizations"] = new JsonArray("AU") },
        4 => new JsonObject { ["kind"] = "REGION", ["organizations"] = new JsonArray("AU") },
        5 => new JsonObject { ["kind"] = "NETWORK", ["networks"] = new JsonArray("GLOBAL_NETWORK_R2P_FOCAL_POINTS") },
        _ => new JsonObject { ["kind"] = "MEMBERS" },
    };

    private static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? $"{name[..^3]}y" : name.EndsWith('s') ? name[..^1] : name;
}
