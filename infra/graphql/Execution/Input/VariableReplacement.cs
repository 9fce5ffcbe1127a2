using System.Text.Json;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>Puts the values of variables into a list or object literal that a custom scalar is about to read (§3.5.5).</summary>
internal static class VariableReplacement
{
    /// <summary>The literal without variables; itself if it is no list or object. A field whose variable was not given is left out.</summary>
    public static ValueNode In(ValueNode literal, VariableValues variables) => literal switch
    {
        ListValueNode list => new ListValueNode([.. list.Values.Select(item => In(item, variables))]) { Start = list.Start, End = list.End },
        ObjectValueNode map => new ObjectValueNode([.. Fields(map, variables)]) { Start = map.Start, End = map.End },
        VariableNode variable => Literal(variables.Find(variable.Name.Value)),
        _ => literal,
    };

    private static IEnumerable<ObjectFieldNode> Fields(ObjectValueNode map, VariableValues variables) =>
        from field in map.Fields
        where field.Value is not VariableNode variable || variables.Find(variable.Name.Value) is not null
        select new ObjectFieldNode(field.Name, In(field.Value, variables)) { Start = field.Start, End = field.End };

    private static ValueNode Literal(VariableValue? variable) => variable switch
    {
        { Json: { } json } => Literal(json, variable.Type.Named),
        { Default: { } literal } => literal,
        _ => new NullValueNode(),
    };

    private static ValueNode Literal(JsonElement json, NamedType type) => json.ValueKind switch
    {
        JsonValueKind.True => new BooleanValueNode(true),
        JsonValueKind.False => new BooleanValueNode(false),
        JsonValueKind.String when type is EnumType => new EnumValueNode(json.GetString()!),
        JsonValueKind.String => new StringValueNode(json.GetString()!),
        JsonValueKind.Number => Number(json.GetRawText()),
        JsonValueKind.Array => new ListValueNode([.. json.EnumerateArray().Select(item => Literal(item, type))]),
        JsonValueKind.Object => new ObjectValueNode([.. json.EnumerateObject().Select(entry => Entry(entry, type))]),
        _ => new NullValueNode(),
    };

    private static ObjectFieldNode Entry(JsonProperty entry, NamedType type)
    {
        var field = (type as InputObjectType)?.Fields.GetValueOrDefault(entry.Name);
        return new ObjectFieldNode(new NameNode(entry.Name), Literal(entry.Value, field?.Type.Named ?? type));
    }

    private static ValueNode Number(string text) =>
        text.AsSpan().ContainsAny('.', 'e', 'E') ? new FloatValueNode(text) : new IntValueNode(text);
}
