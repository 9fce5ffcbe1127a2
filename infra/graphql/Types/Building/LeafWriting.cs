using System.Linq.Expressions;
using System.Text;
using System.Text.Json;

namespace R2P.GraphQL.Types.Building;

/// <summary>Builds the expression that writes a leaf with its C# type, without boxing.</summary>
internal static class LeafWriting
{
    public static ParameterExpression Writer { get; } = Expression.Parameter(typeof(Utf8JsonWriter), "writer");

    /// <summary>Whether values of the C# type are written as such; else they are boxed.</summary>
    public static bool CanWrite(NamedType type, Type clrType, string? idTypeName)
    {
        var given = Nullable.GetUnderlyingType(clrType) ?? clrType;
        return idTypeName is not null || (type is EnumType && given.IsEnum) || (type is ScalarType scalar && scalar.ClrType == given);
    }

    /// <summary>Writes the value, or null, of whichever type: the executor sees where none may be.</summary>
    public static Expression Of(GraphQLType type, Expression read, string? idTypeName)
    {
        var isNullable = !read.Type.IsValueType || Nullable.GetUnderlyingType(read.Type) is not null;
        var value = Expression.Variable(read.Type, "value");
        var given = Nullable.GetUnderlyingType(read.Type) is not null ? Expression.Property(value, nameof(Nullable<>.Value)) : (Expression)value;
        var write = Given(type.Named, given, idTypeName);
        if (!isNullable)
        {
            return Expression.Block([value], Expression.Assign(value, read), write);
        }

        var none = Expression.Call(Writer, nameof(Utf8JsonWriter.WriteNullValue), []);
        return Expression.Block(
            [value],
            Expression.Assign(value, read),
            Expression.IfThenElse(Expression.Equal(value, Expression.Constant(null, read.Type)), none, write));
    }

    private static MethodCallExpression Given(NamedType type, Expression value, string? idTypeName)
    {
        if (idTypeName is not null)
        {
            return Expression.Call(typeof(NodeId), nameof(NodeId.Write), [], Writer, Expression.Constant(Encoding.UTF8.GetBytes(idTypeName)), value);
        }

        return type is EnumType enumType ? Enum(enumType, value) : Expression.Call(
            Expression.Constant(type, typeof(ScalarType<>).MakeGenericType(value.Type)),
            nameof(ScalarType<>.Write),
            [],
            Writer,
            value);
    }

    private static MethodCallExpression Enum(EnumType type, Expression value)
    {
        var writer = Activator.CreateInstance(typeof(EnumWriter<>).MakeGenericType(value.Type), type);
        return Expression.Call(Expression.Constant(writer), nameof(EnumWriter<>.Write), [], Writer, value);
    }
}

/// <summary>Writes the values of one enum by their encoded names.</summary>
internal sealed class EnumWriter<T>(EnumType type)
    where T : struct, Enum
{
    private readonly Dictionary<T, JsonEncodedText> _names = type.Values.Values.ToDictionary(
        value => (T)value.Value, value => JsonEncodedText.Encode(value.Name));

    public void Write(Utf8JsonWriter writer, T value)
    {
        if (!_names.TryGetValue(value, out var name))
        {
            throw new CoercionException($"Enum \"{type.Name}\" cannot represent value: {value}");
        }

        writer.WriteStringValue(name);
    }
}
