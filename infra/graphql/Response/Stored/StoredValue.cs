using System.Text.Json;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Scalars;

namespace R2P.GraphQL.Response;

/// <summary>Copies values of one type from stored JSON to the response.</summary>
internal abstract class StoredValue(bool nonNull)
{
    /// <summary>The copier for a shape; null if something in it is more than a copy.</summary>
    public static StoredValue? For(ValueShape shape) => shape switch
    {
        ListShape list => For(list.Item) is { } item ? new StoredList(shape.NonNull, item) : null,
        CompositeShape { Type: ObjectType type } composite => StoredObject.For(shape.NonNull, composite.Selection.For(type)),
        ScalarShape { Scalar: StringScalar } => new StoredLeaf(shape.NonNull, JsonTokenType.String),
        ScalarShape { Scalar: IntScalar } => new StoredLeaf(shape.NonNull, JsonTokenType.Number),
        ScalarShape { Scalar: BooleanScalar } => new StoredLeaf(shape.NonNull, JsonTokenType.True),
        EnumShape { Type: { } type } => new StoredEnum(shape.NonNull, type),
        _ => null,
    };

    /// <summary>Writes the value at which the reader stands; it stands at its end then.</summary>
    /// <param name="json">What the reader reads.</param>
    public void Write(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            WriteMissing(writer);
        }
        else
        {
            WriteGiven(ref reader, json, writer);
        }
    }

    /// <summary>Writes the null that a member which is not there stands for.</summary>
    public void WriteMissing(Utf8JsonWriter writer)
    {
        if (nonNull)
        {
            throw new StoredJsonException("A value that must be there is missing.");
        }

        writer.WriteNullValue();
    }

    protected abstract void WriteGiven(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer);

    protected static void Expect(JsonTokenType expected, JsonTokenType found)
    {
        if (found != expected)
        {
            throw new StoredJsonException($"The stored text has {found} where {expected} was expected.");
        }
    }
}

/// <summary>The stored text is not what the schema says.</summary>
internal sealed class StoredJsonException(string message) : Exception(message);
