using System.Linq.Expressions;

namespace R2P.GraphQL.Data;

/// <summary>Conditions put together. Long lists become balanced trees: a visitor's recursion stays shallow.</summary>
internal static class Predicate
{
    public static Expression True { get; } = Expression.Constant(true);

    public static Expression False { get; } = Expression.Constant(false);

    public static Expression And(Expression? left, Expression right) => left switch
    {
        null => right,
        _ when IsTrue(left) => right,
        _ when IsFalse(left) => left,
        _ when IsTrue(right) => left,
        _ when IsFalse(right) => right,
        _ => Expression.AndAlso(left, right),
    };

    public static Expression Or(Expression left, Expression right) => (left, right) switch
    {
        _ when IsFalse(left) => right,
        _ when IsTrue(left) => left,
        _ when IsFalse(right) => left,
        _ when IsTrue(right) => right,
        _ => Expression.OrElse(left, right),
    };

    public static Expression Not(Expression condition) => condition switch
    {
        _ when IsTrue(condition) => False,
        _ when IsFalse(condition) => True,
        _ => Expression.Not(condition),
    };

    /// <summary>All hold; true for none.</summary>
    public static Expression All(IReadOnlyList<Expression> conditions) => Balance(conditions, True, And);

    /// <summary>At least one holds; false for none.</summary>
    public static Expression Any(IReadOnlyList<Expression> conditions) => Balance(conditions, False, Or);

    public static Expression IsNull(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));

    public static Expression IsNotNull(Expression value) => Expression.NotEqual(value, Expression.Constant(null, value.Type));

    public static bool IsTrue(Expression condition) => condition is ConstantExpression { Value: true };

    public static bool IsFalse(Expression condition) => condition is ConstantExpression { Value: false };

    private static Expression Balance(
        IReadOnlyList<Expression> conditions,
        Expression none,
        Func<Expression, Expression, Expression> join)
    {
        return conditions.Count == 0 ? none : Between(0, conditions.Count);

        Expression Between(int start, int end)
        {
            var middle = (start + end) / 2;
            return end - start == 1 ? conditions[start] : join(Between(start, middle), Between(middle, end));
        }
    }
}
