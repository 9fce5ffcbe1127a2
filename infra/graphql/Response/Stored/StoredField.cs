using System.Text;
using System.Text.Json;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

/// <summary>A field whose value can be copied from the text that its parent was read from.</summary>
internal sealed class StoredField
{
    private readonly byte[] _member;
    private readonly StoredValue _value;

    private StoredField(string member, StoredValue value) => (_member, _value) = (Encoding.UTF8.GetBytes(member), value);

    /// <summary>The field, if all that is selected below it can be copied; else null.</summary>
    public static StoredField? For(FieldPlan field) =>
        field.Definition.StoredMember is { } member && StoredValue.For(field.Shape) is { } value ? new StoredField(member, value) : null;

    /// <summary>Whether an object has the text.</summary>
    public static bool Has(object parent) => parent is IJsonBacked { Json.IsEmpty: false };

    /// <summary>Writes the value of a parent that <see cref="Has"/> the text.</summary>
    /// <exception cref="StoredJsonException">The text does not hold what the schema says.</exception>
    public void Write(object parent, Utf8JsonWriter writer)
    {
        var json = ((IJsonBacked)parent).Json.Span;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(_member);
            reader.Read();
            if (found)
            {
                _value.Write(ref reader, json, writer);
                return;
            }

            reader.Skip();
        }

        _value.WriteMissing(writer);
    }
}
