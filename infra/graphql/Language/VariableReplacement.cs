namespace R2P.GraphQL.Language;

/// <summary>Replaces the variables in a literal, for scalars that read lists and objects: they never meet a variable (§3.5.5).</summary>
internal static class VariableReplacement
{
    /// <summary>The literal without variables; itself if it is no list or object.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="valueOf">The value of a variable by its name. Null if it has none: then a field with it is left out, and elsewhere null stands for it.</param>
    public static ValueNode In(ValueNode literal, Func<string, ValueNode?> valueOf) => literal switch
    {
        ListValueNode list => new ListValueNode([.. list.Values.Select(item => In(item, valueOf))]) { Start = list.Start, End = list.End },
        ObjectValueNode map => new ObjectValueNode([.. Fields(map, valueOf)]) { Start = map.Start, End = map.End },
        VariableNode variable => valueOf(variable.Name.Value) ?? new NullValueNode(),
        _ => literal,
    };

    private static IEnumerable<ObjectFieldNode> Fields(ObjectValueNode map, Func<string, ValueNode?> valueOf) =>
        from field in map.Fields
        let value = field.Value is VariableNode variable ? valueOf(variable.Name.Value) : In(field.Value, valueOf)
        where value is not null
        select new ObjectFieldNode(field.Name, value) { Start = field.Start, End = field.End };
}
