using System.Text;
using System.Text.Json;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Response;

/// <summary>A leaf whose stored form is its GraphQL form.</summary>
internal class StoredLeaf(bool nonNull, JsonTokenType kind) : StoredValue(nonNull)
{
    protected override void WriteGiven(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        Expect(kind, reader.TokenType == JsonTokenType.False ? JsonTokenType.True : reader.TokenType);
        writer.WriteRawValue(json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed], skipInputValidation: true);
    }
}

/// <summary>An enum value, stored by its GraphQL name.</summary>
internal sealed class StoredEnum(bool nonNull, EnumType type) : StoredLeaf(nonNull, JsonTokenType.String)
{
    private readonly byte[][] _names = [.. type.Values.Values.Select(value => Encoding.UTF8.GetBytes(value.Name))];

    protected override void WriteGiven(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        if (!IsName(reader.ValueSpan))
        {
            throw new StoredJsonException($"The stored text is no value of {type.Name}.");
        }

        base.WriteGiven(ref reader, json, writer);
    }

    private bool IsName(ReadOnlySpan<byte> text)
    {
        foreach (var name in _names)
        {
            if (text.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
