using System.Text.Json;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>The values of variables as literals, for a custom scalar that is about to read a list or an object with variables in it (§3.5.5).</summary>
internal static class VariableLiteral
{
    /// <summary>The literal; null if the variable was not given and has no default.</summary>
    public static ValueNode? Of(VariableValue? variable) => variable switch
    {
        null => null,
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
