using System.Linq.Expressions;

namespace R2P.GraphQL.Data;

/// <summary>
/// Holds a value for an expression tree as a captured variable would, so that a query provider makes it a parameter: queries of one shape have
/// one text, whatever the values.
/// </summary>
internal sealed class Captured<T>(T value)
{
    public T Value { get; } = value;
}

/// <summary>Makes captured values.</summary>
internal static class Captured
{
    /// <summary>An expression that reads the value, typed <typeparamref name="T"/>.</summary>
    public static Expression Of<T>(T value) =>
        Expression.Property(Expression.Constant(new Captured<T>(value)), nameof(Captured<>.Value));

    /// <summary>An expression that reads the value, typed <paramref name="type"/>.</summary>
    public static Expression Of(Type type, object? value)
    {
        var holder = typeof(Captured<>).MakeGenericType(type);
        return Expression.Property(Expression.Constant(Activator.CreateInstance(holder, [value])), nameof(Captured<>.Value));
    }
}
