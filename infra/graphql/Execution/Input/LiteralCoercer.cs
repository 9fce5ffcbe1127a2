using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Scalars;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Input coercion of literals (§3.5 to §3.12), with variables put in. What does not fit is reported; the value returned then means nothing.
/// </summary>
internal sealed class LiteralCoercer(InputDefaults defaults, VariableValues variables, InputProblems problems)
{
    /// <summary>The canonical value (see <see cref="InputValues"/>).</summary>
    public object? Coerce(ValueNode literal, GraphQLType type)
    {
        if (literal is VariableNode variable)
        {
            return FromVariable(variable, type);
        }

        if (literal is NullValueNode)
        {
            if (type.IsNonNull)
            {
                problems.Report(InputMessages.NullForNonNull(type), literal);
            }

            return null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(literal, list),
            InputObjectType input => CoerceObject(literal, input),
            EnumType enumType => CoerceEnum(literal, enumType),
            var scalar => CoerceScalar(literal, (ScalarType)scalar),
        };
    }

    /// <summary>A variable was coerced already, to a type that §5.8.5 found compatible; only null must still be refused.</summary>
    private object? FromVariable(VariableNode variable, GraphQLType type)
    {
        var name = variable.Name.Value;
        var given = variables.TryGet(name, out var value);
        if (value is null && type.IsNonNull)
        {
            problems.Report(given ? InputMessages.VariableNull(name, type) : InputMessages.VariableMissing(name, type), variable);
        }

        return value;
    }

    /// <summary>§3.11: a value that is no list counts as a list of one.</summary>
    private object?[] CoerceList(ValueNode literal, ListType type)
    {
        if (literal is not ListValueNode list)
        {
            return [Coerce(literal, type.OfType)];
        }

        var items = new object?[list.Values.Count];
        for (var i = 0; i < items.Length; i++)
        {
            problems.Enter(i);
            items[i] = Coerce(list.Values[i], type.OfType);
            problems.Leave();
        }

        return items;
    }

    /// <summary>§3.10 Input coercion of input objects.</summary>
    private InputValues CoerceObject(ValueNode literal, InputObjectType type)
    {
        if (literal is not ObjectValueNode map)
        {
            problems.Report(InputMessages.NotAnObject(type, ValueText.Of(literal)), literal);
            return InputValues.None;
        }

        var given = new ValueNode?[type.Fields.Count];
        var unknown = Sort(map, type, given);
        var (values, present) = (new object?[given.Length], new bool[given.Length]);
        for (var i = 0; i < given.Length; i++)
        {
            present[i] = CoerceField(map, type, type.Fields.GetAt(i).Value, given[i], out values[i]);
        }

        foreach (var field in unknown)
        {
            problems.Report(InputMessages.UnknownField(type, field.Name.Value, ValueText.Of(literal), problems.MaySuggest), field);
        }

        if (type.IsOneOf)
        {
            CheckOneOf(map, type, given);
        }

        return new InputValues(type.Fields, values, present);
    }

    private static List<ObjectFieldNode> Sort(ObjectValueNode map, InputObjectType type, ValueNode?[] given)
    {
        var unknown = new List<ObjectFieldNode>();
        foreach (var field in map.Fields)
        {
            var index = type.Fields.IndexOf(field.Name.Value);
            if (index < 0)
            {
                unknown.Add(field);
            }
            else
            {
                given[index] = field.Value;
            }
        }

        return unknown;
    }

    private bool CoerceField(ObjectValueNode parent, InputObjectType type, InputFieldDefinition field, ValueNode? given, out object? value)
    {
        value = null;
        if (given is not null && !IsMissing(given, field, type))
        {
            problems.Enter(field.Name);
            value = Coerce(given, field.Type);
            problems.Leave();
            return true;
        }

        if (field.IsRequired)
        {
            problems.Report(InputMessages.MissingField(type, field.Name, ValueText.Of(parent)), parent);
        }
        else if (field.DefaultValue is not null)
        {
            value = defaults.Of(field);
            return true;
        }

        return false;
    }

    /// <summary>A field whose variable was not given counts as not given; where a value is required, coercing it says what is missing.</summary>
    private bool IsMissing(ValueNode given, InputFieldDefinition field, InputObjectType type) =>
        given is VariableNode variable && !field.IsRequired && !type.IsOneOf && !variables.TryGet(variable.Name.Value, out _);

    /// <summary>§3.10.1 OneOf Input Objects.</summary>
    private void CheckOneOf(ObjectValueNode map, InputObjectType type, ValueNode?[] given)
    {
        if (given.Count(value => value is not null) != 1)
        {
            problems.Report(InputMessages.NotExactlyOne(type), map);
            return;
        }

        var index = Array.FindIndex(given, value => value is not null);
        var field = type.Fields.GetAt(index).Key;
        if (given[index] is NullValueNode)
        {
            problems.ReportAt(field, InputMessages.NotExactlyOne(type), map);
        }
        else if (given[index] is VariableNode { Name.Value: var name } && (!variables.TryGet(name, out var value) || value is null))
        {
            problems.Report(
                variables.TryGet(name, out _)
                    ? InputMessages.OneOfVariableNull(name, field, type)
                    : InputMessages.OneOfVariableMissing(name, field, type),
                map);
        }
    }

    private object? CoerceEnum(ValueNode literal, EnumType type)
    {
        if (literal is not EnumValueNode name)
        {
            problems.Report(InputMessages.NotAnEnumLiteral(type, ValueText.Of(literal), problems.MaySuggest), literal);
            return null;
        }

        if (type.Values.TryGetValue(name.Value, out var definition))
        {
            return definition.Value;
        }

        problems.Report(InputMessages.UnknownEnumValue(type, name.Value, problems.MaySuggest), literal);
        return null;
    }

    private object? CoerceScalar(ValueNode literal, ScalarType type)
    {
        try
        {
            return type.ParseLiteral(VariableReplacement.In(literal, name => VariableLiteral.Of(variables.Find(name))));
        }
        catch (CoercionException refused)
        {
            problems.Report(refused.Message, literal);
        }
        catch (GraphQLException refused)
        {
            problems.Report(refused.Message, literal);
        }

        return null;
    }
}
