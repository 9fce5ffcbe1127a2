namespace R2P.Schema.Tests.Leaks;

/// <summary>
/// Selects all that a type shows, to a depth; what differs each time it is asked (cursors) is left out, and who has read what: receipts to the owner, and
/// the auditor's trail, tell of readings by others on purpose, and each question here is a reading.
/// </summary>
internal sealed class Selections(Contract contract)
{
    private static readonly string[] LeftOut = ["Cursor", "PageInfo", "Catalogue"];
    private static readonly string[] Readings = ["receipts", "recalls"];

    public string Of(string typeName, int depth)
    {
        var type = contract[typeName];
        if (type.IsLeaf)
        {
            return "";
        }

        var own = type.Fields.Select(field => Field(field, depth, prefix: "")).Where(text => text.Length > 0);
        var narrower = type.PossibleTypes.Select(possible => Narrowed(type, possible, depth)).Where(text => text.Length > 0);
        return $"{{ __typename {string.Join(' ', own.Concat(narrower))} }}";
    }

    /// <summary>The ids of a thing and of what is directly beneath it, and what tells those apart that came at once: no two runs know the same ids.</summary>
    public string IdsOf(string typeName)
    {
        var type = contract[typeName];
        var beneath = type.Fields.Where(field => IsTold(field) && IsNode(field.Type.Name)).Select(field => $"{field.Name} {{ id }}");
        var listed = type.Fields.Where(field => IsTold(field) && field.Takes("first") && IsConnection(field) && IsNode(NodesOf(contract[field.Type.Name])))
            .Select(field => $"{field.Name}(first: 5) {{ nodes {{ id {WordsOf(NodesOf(contract[field.Type.Name]))} }} }}");
        var own = type.Fields.Where(field => field.Name is "id" or "title").Select(field => field.Name);
        return $"{{ __typename {string.Join(' ', [.. own, .. beneath, .. listed])} }}";
    }

    /// <summary>What a type says of a thing in words, numbers and codes of its own: neither ids nor moments.</summary>
    public string WordsOf(string typeName) => string.Join(' ', contract[typeName].Fields
        .Where(field => IsTold(field) && field.Name != "url" && (field.Type.Name is "String" or "Int" or "Boolean" || contract[field.Type.Name].Kind == "ENUM"))
        .Select(field => field.Name));

    private static bool IsTold(ContractMember field) => !field.NeedsArguments && !Readings.Contains(field.Name);

    private bool IsNode(string typeName) => contract[typeName].Fields.Any(field => field.Name == "id");

    private bool IsConnection(ContractMember field) => contract[field.Type.Name].Name.EndsWith("Connection", StringComparison.Ordinal);

    /// <summary>What is selected of one of several types, under names that no other of them has.</summary>
    public static string Aliased(string type, string selection) =>
        $"... on {type} {{ {string.Join(' ', selection.Trim('{', '}', ' ').Split(' ').Select(field => $"{type}_{field}: {field}"))} }}";

    private string Narrowed(ContractType wider, string possible, int depth)
    {
        var known = wider.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var fields = contract[possible].Fields.Where(field => !known.Contains(field.Name))
            .Select(field => Field(field, depth, prefix: $"{possible}_{field.Name}: ")).Where(text => text.Length > 0).ToArray();
        return fields.Length == 0 ? "" : $"... on {possible} {{ {string.Join(' ', fields)} }}";
    }

    private string Field(ContractMember field, int depth, string prefix)
    {
        var type = contract[field.Type.Name];
        if (field.NeedsArguments || LeftOut.Contains(type.Name) || Readings.Contains(field.Name))
        {
            return "";
        }

        if (type.IsLeaf)
        {
            return prefix + field.Name;
        }

        if (depth <= 0)
        {
            return "";
        }

        var isConnection = type.Name.EndsWith("Connection", StringComparison.Ordinal);
        return isConnection
            ? $"{prefix}{field.Name}{(field.Takes("first") ? "(first: 5)" : "")} {{ totalCount nodes {Of(NodesOf(type), depth - 1)} }}"
            : $"{prefix}{field.Name} {Of(type.Name, depth - 1)}";
    }

    /// <summary>The type that a connection is of.</summary>
    public static string NodesOf(ContractType connection) => connection.Fields.Single(field => field.Name == "nodes").Type.Name;
}
