using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Data;

/// <summary>A property that rows can be sorted by; made once for each type and path.</summary>
internal sealed class SortField<T>
{
    private static readonly ConcurrentDictionary<string, SortField<T>> Fields = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<MemberInfo, SortField<T>> FieldsOfOneStep = [];
    private readonly Lazy<LambdaExpression> _selector;
    private readonly Lazy<AppendOrder<T>> _append;
    private readonly Deferred<Func<T, object?>> _read;

    private SortField(MemberPath path)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var value = path.Read(row);
        Path = path;
        IsNullable = MemberPath.CanBeNull(path.Last);
        ValueType = Nullable.GetUnderlyingType(path.Type) ?? path.Type;
        if (!CursorFormat.Carries(ValueType))
        {
            throw new ArgumentException($"{path.Root.Name}.{path.Text} can't be sorted by: {ValueType.Name} has no order that a cursor can carry.");
        }

        if (path.GuardWay(row) is not null)
        {
            throw new ArgumentException($"{path.Root.Name}.{path.Text} can't be sorted by: something on the way can be null.");
        }

        _selector = new(() => Expression.Lambda(value, row));
        _append = new(() => KeysetOrder.Of<T>(Selector));
        _read = new(() => Expression.Lambda<Func<T, object?>>(Expression.Convert(value, typeof(object)), row));
    }

    public MemberPath Path { get; }

    public LambdaExpression Selector => _selector.Value;

    /// <summary>Orders a query by the property.</summary>
    public AppendOrder<T> Append => _append.Value;

    public bool IsNullable { get; }

    /// <summary>The type of the values, without <c>Nullable</c>.</summary>
    public Type ValueType { get; }

    public Func<T, object?> Read => _read.Code;

    public static SortField<T> For(MemberPath path) => Fields.GetOrAdd(path.Text, static (_, path) => new SortField<T>(path), path);

    /// <summary>The field that a lambda reads. Code that spells a key spells it anew for each request: the path to it is not put together each time.</summary>
    /// <exception cref="ArgumentException">The lambda does more than read properties, or the property can't be sorted by.</exception>
    public static SortField<T> For(LambdaExpression key) => key.Body is MemberExpression { Expression: ParameterExpression, Member: var member }
        ? FieldsOfOneStep.GetOrAdd(member, static (_, key) => For(MemberPath.Of(key)), key)
        : For(MemberPath.Of(key));
}
