using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace R2P.GraphQL.Data;

/// <summary>A property that rows can be sorted by; made once for each type and path.</summary>
internal sealed class SortField<T>
{
    private static readonly ConcurrentDictionary<string, SortField<T>> Fields = new(StringComparer.Ordinal);

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

        Selector = Expression.Lambda(value, row);
        Read = Expression.Lambda<Func<T, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
    }

    public MemberPath Path { get; }

    public LambdaExpression Selector { get; }

    public bool IsNullable { get; }

    /// <summary>The type of the values, without <c>Nullable</c>.</summary>
    public Type ValueType { get; }

    public Func<T, object?> Read { get; }

    public static SortField<T> For(MemberPath path) => Fields.GetOrAdd(path.Text, static (_, path) => new SortField<T>(path), path);
}
