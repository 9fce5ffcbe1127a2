using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Scalars;

namespace R2P.GraphQL.Execution;

/// <summary>Input coercion of JSON values (§3.5 to §3.12). What does not fit is reported; the value returned then means nothing.</summary>
internal sealed class JsonCoercer(InputDefaults defaults, InputProblems problems)
{
    /// <summary>The canonical value (see <see cref="InputValues"/>).</summary>
    public object? Coerce(JsonElement value, GraphQLType type)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (type.IsNonNull)
            {
                problems.Report(InputMessages.NullForNonNull(type));
            }

            return null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(value, list),
            InputObjectType input => CoerceObject(value, input),
            EnumType enumType => CoerceEnum(value, enumType),
            var scalar => CoerceScalar(value, (ScalarType)scalar),
        };
    }

    /// <summary>§3.11: a value that is no list counts as a list of one.</summary>
    private object?[] CoerceList(JsonElement value, ListType type)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(value, type.OfType)];
        }

        var items = new object?[value.GetArrayLength()];
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            problems.Enter(index);
            items[index++] = Coerce(item, type.OfType);
            problems.Leave();
        }

        return items;
    }

    /// <summary>§3.10 Input coercion of input objects.</summary>
    private InputValues CoerceObject(JsonElement value, InputObjectType type)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Report(InputMessages.NotAnObject(type, ValueText.Of(value)));
            return InputValues.None;
        }

        var given = new JsonElement[type.Fields.Count];
        var (known, unknown) = Sort(value, type, given);
        var (values, present) = (new object?[given.Length], new bool[given.Length]);
        for (var i = 0; i < given.Length; i++)
        {
            present[i] = CoerceField(value, type, type.Fields.GetAt(i).Value, given[i], out values[i]);
        }

        foreach (var name in unknown.TakeWhile(_ => !problems.IsFull))
        {
            problems.Report(InputMessages.UnknownField(type, name, ValueText.Of(value), problems.MaySuggest));
        }

        if (type.IsOneOf)
        {
            CheckOneOf(type, given, known);
        }

        return new InputValues(type.Fields, values, present);
    }

    /// <summary>Puts the entries into the order of the definitions; of two entries of one name, the last counts.</summary>
    private static (List<int> Known, List<string> Unknown) Sort(JsonElement value, InputObjectType type, JsonElement[] given)
    {
        var (known, unknown) = (new List<int>(), new List<string>());
        foreach (var property in value.EnumerateObject())
        {
            var index = type.Fields.IndexOf(property.Name);
            if (index < 0)
            {
                unknown.Add(property.Name);
                continue;
            }

            if (given[index].ValueKind == JsonValueKind.Undefined)
            {
                known.Add(index);
            }

            given[index] = property.Value;
        }

        return (known, unknown);
    }

    private bool CoerceField(JsonElement parent, InputObjectType type, InputFieldDefinition field, JsonElement given, out object? value)
    {
        value = null;
        if (given.ValueKind != JsonValueKind.Undefined)
        {
            problems.Enter(field.Name);
            value = Coerce(given, field.Type);
            problems.Leave();
            return true;
        }

        if (field.IsRequired)
        {
            problems.Report(InputMessages.MissingField(type, field.Name, ValueText.Of(parent)));
        }
        else if (field.DefaultValue is not null)
        {
            value = defaults.Of(field);
            return true;
        }

        return false;
    }

    /// <summary>§3.10.1 OneOf Input Objects.</summary>
    private void CheckOneOf(InputObjectType type, JsonElement[] given, List<int> known)
    {
        if (known.Count != 1)
        {
            problems.Report(InputMessages.NotExactlyOne(type));
        }

        if (known.Count > 0 && given[known[0]].ValueKind == JsonValueKind.Null)
        {
            problems.ReportAt(type.Fields.GetAt(known[0]).Key, InputMessages.NotExactlyOne(type));
        }
    }

    private object? CoerceEnum(JsonElement value, EnumType type)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            problems.Report(InputMessages.NotAnEnumText(type, ValueText.Of(value), problems.MaySuggest));
            return null;
        }

        var name = value.GetString()!;
        if (type.Values.TryGetValue(name, out var definition))
        {
            return definition.Value;
        }

        problems.Report(InputMessages.UnknownEnumValue(type, name, problems.MaySuggest));
        return null;
    }

    private object? CoerceScalar(JsonElement value, ScalarType type)
    {
        try
        {
            return type.ParseJson(value);
        }
        catch (CoercionException refused)
        {
            problems.Report(refused.Message);
        }
        catch (GraphQLException refused)
        {
            problems.Report(refused.Message);
        }

        return null;
    }
}
