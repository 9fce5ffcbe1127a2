using System.Text.Json;

namespace R2P.Schema.Tests.Leaks;

/// <summary>The schema as clients read it: what there is to ask and to do, so that nothing new is left out of a test.</summary>
internal sealed class Contract
{
    private const string Introspection = """
        { __schema { types {
            kind name isOneOf enumValues { name } possibleTypes { name }
            fields { name type { ...T } args { name type { ...T } } }
            inputFields { name type { ...T } } } } }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        """;

    private readonly Dictionary<string, ContractType> _types;

    private Contract(JsonElement schema) => _types = schema.GetProperty("types").EnumerateArray()
        .Select(type => new ContractType(type)).ToDictionary(type => type.Name, StringComparer.Ordinal);

    public ContractType this[string name] => _types[name];

    public IEnumerable<ContractType> Types => _types.Values;

    public static async Task<Contract> ReadAsync(NetworkDatabase network) =>
        new((await network.AskAsync("secretariat", Introspection)).GetProperty("data").GetProperty("__schema"));
}

/// <summary>One type of the schema.</summary>
internal sealed class ContractType
{
    public ContractType(JsonElement type)
    {
        Name = type.GetProperty("name").GetString()!;
        Kind = type.GetProperty("kind").GetString()!;
        IsOneOf = type.GetProperty("isOneOf").ValueKind == JsonValueKind.True;
        Values = Names(type.GetProperty("enumValues"));
        PossibleTypes = Names(type.GetProperty("possibleTypes"));
        Fields = Members(type.GetProperty("fields"));
        Inputs = Members(type.GetProperty("inputFields"));
    }

    public string Name { get; }

    public string Kind { get; }

    public bool IsOneOf { get; }

    public string[] Values { get; }

    public string[] PossibleTypes { get; }

    public ContractMember[] Fields { get; }

    public ContractMember[] Inputs { get; }

    public bool IsLeaf => Kind is "SCALAR" or "ENUM";

    private static string[] Names(JsonElement list) => list.ValueKind == JsonValueKind.Null
        ? []
        : [.. list.EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!)];

    private static ContractMember[] Members(JsonElement list) => list.ValueKind == JsonValueKind.Null
        ? []
        : [.. list.EnumerateArray().Select(entry => new ContractMember(entry))];
}

/// <summary>A field, an argument or an input field.</summary>
internal sealed class ContractMember
{
    public ContractMember(JsonElement member)
    {
        Name = member.GetProperty("name").GetString()!;
        Type = new ContractReference(member.GetProperty("type"));
        Arguments = member.TryGetProperty("args", out var arguments) ? [.. arguments.EnumerateArray().Select(argument => new ContractMember(argument))] : [];
    }

    public string Name { get; }

    public ContractReference Type { get; }

    public ContractMember[] Arguments { get; }

    public bool NeedsArguments => Arguments.Any(argument => argument.Type.IsRequired);

    public bool Takes(string argument) => Arguments.Any(candidate => candidate.Name == argument);
}

/// <summary>A type where it is used: required or not, of a list or not.</summary>
internal sealed class ContractReference
{
    public ContractReference(JsonElement reference)
    {
        var inner = reference;
        IsRequired = inner.GetProperty("kind").GetString() == "NON_NULL";
        if (IsRequired)
        {
            inner = inner.GetProperty("ofType");
        }

        if (inner.GetProperty("kind").GetString() == "LIST")
        {
            Item = new ContractReference(inner.GetProperty("ofType"));
        }

        Name = Item?.Name ?? inner.GetProperty("name").GetString()!;
    }

    public bool IsRequired { get; }

    /// <summary>What a list holds; null if it is none.</summary>
    public ContractReference? Item { get; }

    /// <summary>The innermost type.</summary>
    public string Name { get; }

    /// <summary>As GraphQL writes it.</summary>
    public string Text => (Item is null ? Name : $"[{Item.Text}]") + (IsRequired ? "!" : "");
}
