using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>
/// §5.6.1 Values of Correct Type, §5.6.2 Input Object Field Names, §5.6.4 Input Object Required Fields: a literal can be coerced to the type
/// that its place expects. Variables inside are left to the rules about variables.
/// </summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterArgument(ArgumentNode argument)
    {
        if (Context.Argument is { Type: { IsInput: true } type })
        {
            Check(argument.Value, type);
        }
    }

    public override void EnterVariableDefinition(VariableDefinitionNode definition)
    {
        if (definition.DefaultValue is { } value && Context.Schema.TypeFrom(definition.Type) is { IsInput: true } type)
        {
            Check(value, type);
        }
    }

    private void Check(ValueNode value, GraphQLType type)
    {
        Context.Spend(1);
        switch (value, type)
        {
            case (VariableNode, _):
                break;
            case (NullValueNode, NonNullType):
                Context.Report($"Expected value of non-null type \"{type}\" not to be null.", value);
                break;
            case (_, NonNullType nonNull):
                Check(value, nonNull.OfType);
                break;
            case (NullValueNode, _):
                break;
            case (ListValueNode list, ListType { OfType: var itemType }):
                foreach (var item in list.Values)
                {
                    Check(item, itemType);
                }

                break;
            case (_, ListType list):
                Check(value, list.OfType);
                break;
            case (_, InputObjectType inputObject):
                CheckObject(value, inputObject);
                break;
            case (_, EnumType @enum):
                CheckEnum(value, @enum);
                break;
            case (_, ScalarType scalar):
                CheckScalar(value, scalar);
                break;
        }
    }

    private void CheckObject(ValueNode value, InputObjectType type)
    {
        if (value is not ObjectValueNode map)
        {
            Context.Report($"Expected value of type \"{type}\" to be an object, found: {Context.Print(value)}.", value);
            return;
        }

        CheckDefinedFields(map, type);
        var known = new List<ObjectFieldNode>();
        foreach (var field in map.Fields)
        {
            if (type.Fields.ContainsKey(field.Name.Value))
            {
                known.Add(field);
                continue;
            }

            var suggestion = Context.DidYouMean(field.Name.Value, type.Fields.Keys);
            var found = suggestion is "" ? ", found" : $".{suggestion} Found";
            Context.Report(
                $"Expected value of type \"{type}\" not to include unknown field \"{field.Name.Value}\"{found}: {Context.Print(map)}.",
                field);
        }

        if (type.IsOneOf && known is not [{ Value: not NullValueNode }])
        {
            Context.Report(
                $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.",
                map);
        }
    }

    private void CheckDefinedFields(ObjectValueNode map, InputObjectType type)
    {
        var given = new Dictionary<string, ValueNode>(StringComparer.Ordinal);
        foreach (var field in map.Fields)
        {
            given[field.Name.Value] = field.Value;
        }

        foreach (var field in type.Fields.Values)
        {
            if (given.TryGetValue(field.Name, out var fieldValue))
            {
                Check(fieldValue, field.Type);
            }
            else if (field.IsRequired)
            {
                Context.Report(
                    $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Context.Print(map)}.",
                    map);
            }
        }
    }

    private void CheckEnum(ValueNode value, EnumType type)
    {
        var name = (value as EnumValueNode)?.Value;
        if (name is not null && type.Values.ContainsKey(name))
        {
            return;
        }

        var found = Context.Print(WithoutVariables(value));
        var suggestion = Context.DidYouMean(found, type.Values.Keys, "the enum value");
        Context.Report(
            name is null
                ? $"Enum \"{type}\" cannot represent non-enum value: {found}.{suggestion}"
                : $"Value \"{found}\" does not exist in \"{type}\" enum.{suggestion}",
            value);
    }

    private void CheckScalar(ValueNode value, ScalarType type)
    {
        try
        {
            type.ParseLiteral(WithoutVariables(value));
        }
        catch (CoercionException refused)
        {
            Context.Report(refused.Message, value);
        }
    }

    /// <summary>Nothing is known of the variables inside yet: a leaf type gets null for each.</summary>
    private static ValueNode WithoutVariables(ValueNode value) => VariableReplacement.In(value, static _ => null);
}
