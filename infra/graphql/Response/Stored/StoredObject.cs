using System.Text;
using System.Text.Json;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

/// <summary>A stored object: the selected members, in the order of the response.</summary>
internal sealed class StoredObject : StoredValue
{
    // So many places fit on the stack; a selection of more is read as objects.
    private const int MaxMembers = 32;

    private readonly byte[][] _members;
    private readonly Selected[] _fields;

    private StoredObject(bool nonNull, byte[][] members, Selected[] fields)
        : base(nonNull) => (_members, _fields) = (members, fields);

    /// <summary>The copier of a selection; null if a field of it is more than a copy.</summary>
    public static StoredObject? For(bool nonNull, ObjectPlan plan)
    {
        var members = new List<string>();
        var fields = new List<Selected>();
        foreach (var field in plan.Fields)
        {
            if (field.TypeName is { } typeName)
            {
                fields.Add(new Selected(field.Key, -1, null, typeName));
            }
            else if (field is { Stream: null, Definition.StoredName: { } member } && For(field.Shape) is { } value)
            {
                var place = members.IndexOf(member);
                fields.Add(new Selected(field.Key, place < 0 ? members.Count : place, value, default));
                if (place < 0)
                {
                    members.Add(member);
                }
            }
            else
            {
                return null;
            }
        }

        return plan is { Failure: null, Deferral: null } && members.Count <= MaxMembers
            ? new StoredObject(nonNull, [.. members.Select(Encoding.UTF8.GetBytes)], [.. fields])
            : null;
    }

    protected override void WriteGiven(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        Expect(JsonTokenType.StartObject, reader.TokenType);
        Span<Range> places = stackalloc Range[_members.Length];
        places.Clear();
        FindMembers(ref reader, places);
        writer.WriteStartObject();
        foreach (var field in _fields)
        {
            writer.WritePropertyName(field.Key);
            if (field.Value is null)
            {
                writer.WriteStringValue(field.TypeName);
                continue;
            }

            WriteMember(field.Value, json[places[field.Member]], writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteMember(StoredValue value, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        if (json.IsEmpty)
        {
            value.WriteMissing(writer);
            return;
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        value.Write(ref reader, json, writer);
    }

    private void FindMembers(ref Utf8JsonReader reader, scoped Span<Range> places)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = IndexOf(ref reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (member >= 0)
            {
                places[member] = start..(int)reader.BytesConsumed;
            }
        }
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _members.Length; i++)
        {
            if (reader.ValueTextEquals(_members[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>One field of the response.</summary>
    /// <param name="Key">The response key.</param>
    /// <param name="Member">The place of the member among those selected.</param>
    /// <param name="Value">Copies it; null for <c>__typename</c>.</param>
    /// <param name="TypeName">What <c>__typename</c> answers.</param>
    private readonly record struct Selected(JsonEncodedText Key, int Member, StoredValue? Value, JsonEncodedText TypeName);
}
