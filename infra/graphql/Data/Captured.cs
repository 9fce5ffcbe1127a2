using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace R2P.GraphQL.Data;

/// <summary>
/// Holds a value for an expression tree as a captured variable would, so that a query provider makes it a parameter: queries of one shape have
/// one text, whatever the values.
/// </summary>
internal sealed class Captured<T>(T value)
{
    private static readonly PropertyInfo ValueMember = typeof(Captured<T>).GetProperty(nameof(Value))!;

    public T Value { get; } = value;

    public Expression Read() => Expression.Property(Expression.Constant(this), ValueMember);
}

/// <summary>Makes captured values.</summary>
internal static class Captured
{
    private static readonly MethodInfo OfTyped = typeof(Captured).GetMethod(nameof(OfObject), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly ConcurrentDictionary<Type, Func<object?, Expression>> Makers = [];

    /// <summary>An expression that reads the value, typed <typeparamref name="T"/>.</summary>
    public static Expression Of<T>(T value) => new Captured<T>(value).Read();

    /// <summary>An expression that reads the value, typed <paramref name="type"/>.</summary>
    public static Expression Of(Type type, object? value) => Makers.GetOrAdd(
        type,
        static type => OfTyped.MakeGenericMethod(type).CreateDelegate<Func<object?, Expression>>())(value);

    private static Expression OfObject<T>(object? value) => Of((T)value!);
}
