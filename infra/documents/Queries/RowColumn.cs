using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace R2P.Documents;

/// <summary>Reads one column of a row into its property. How, is compiled when it is first wanted: of most tables few columns ever are.</summary>
internal sealed record RowColumn<T>(string Name, string Property, bool IsAlwaysRead, Lazy<Action<T, NpgsqlDataReader, int>> Reading)
    where T : class
{
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(T), "row");
    private static readonly ParameterExpression Reader = Expression.Parameter(typeof(NpgsqlDataReader), "reader");
    private static readonly ParameterExpression Ordinal = Expression.Parameter(typeof(int), "ordinal");

    public Action<T, NpgsqlDataReader, int> Read => Reading.Value;

    public static Func<T> Constructor() => Expression.Lambda<Func<T>>(Expression.New(typeof(T))).Compile();

    /// <summary>A plain column; an enum is text.</summary>
    public static RowColumn<T> Of(IProperty property, bool isAlwaysRead)
    {
        var (target, isNullable) = (property.PropertyInfo!, property.IsNullable);
        return new RowColumn<T>(property.GetColumnName(), property.Name, isAlwaysRead, new(() => Compile(target, Plain(target), isNullable)));
    }

    /// <summary>A column of JSON.</summary>
    public static RowColumn<T> Of(IComplexProperty property)
    {
        var name = property.ComplexType.GetContainerColumnName()!;
        var (target, isNullable) = (property.PropertyInfo!, property.IsNullable);
        var isStoredBody = property.Name == "Body" && typeof(T).IsAssignableTo(typeof(IStoredBody));
        return new RowColumn<T>(name, property.Name, IsAlwaysRead: false, new(() => isStoredBody
            ? Compile(typeof(T).GetProperty(nameof(IStoredBody.StoredBody))!, Json(), isNullable: false)
            : Compile(target, Expression.Call(typeof(StoredJson), nameof(StoredJson.Read), [target.PropertyType], Json()), isNullable)));
    }

    private static MethodCallExpression Plain(PropertyInfo target)
    {
        var given = Nullable.GetUnderlyingType(target.PropertyType) ?? target.PropertyType;
        return given.IsEnum ? Expression.Call(typeof(EnumText), nameof(EnumText.Parse), [given], Value(typeof(string))) : Value(given);
    }

    private static UnaryExpression Json() => Expression.Convert(Value(typeof(byte[])), typeof(ReadOnlyMemory<byte>));

    private static MethodCallExpression Value(Type type) =>
        Expression.Call(Reader, nameof(NpgsqlDataReader.GetFieldValue), [type], Ordinal);

    private static Action<T, NpgsqlDataReader, int> Compile(PropertyInfo target, Expression value, bool isNullable)
    {
        // Only the class that declares it sees a private setter.
        var own = target.CanWrite ? target : target.DeclaringType!.GetProperty(target.Name)!;
        Expression assign = Expression.Assign(
            Expression.Property(Row, own),
            value.Type == target.PropertyType ? value : Expression.Convert(value, target.PropertyType));
        if (isNullable)
        {
            assign = Expression.IfThen(Expression.Not(Expression.Call(Reader, nameof(NpgsqlDataReader.IsDBNull), [], Ordinal)), assign);
        }

        return Expression.Lambda<Action<T, NpgsqlDataReader, int>>(assign, Row, Reader, Ordinal).Compile();
    }
}
