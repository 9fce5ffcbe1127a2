using System.Linq.Expressions;

namespace R2P.GraphQL.Data;

/// <summary>
/// The condition that a row stands behind given sort values. For keys a, b it reads "a at or behind, and (a behind or b behind)": the first part,
/// though implied by "a behind, or a equal and b behind", is a range that an index can start from.
/// </summary>
internal static class KeysetCondition
{
    public static Expression Build<T>(IReadOnlyList<SortKey<T>> order, IReadOnlyList<object?> values, bool backward, Expression row)
        where T : class
    {
        Expression? condition = null;
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var field = order[i].Field;
            var place = new Place(field.Path.Read(row), field.IsNullable, values[i], order[i].Descending != backward);
            condition = condition is null
                ? place.Behind()
                : Predicate.And(place.AtOrBehind(), Predicate.Or(place.Behind(), condition));
        }

        return condition ?? Predicate.True;
    }

    /// <summary>One key's value, beside the value that is sought.</summary>
    private readonly record struct Place(Expression Value, bool IsNullable, object? Sought, bool Descending)
    {
        public Expression Behind()
        {
            if (Sought is null)
            {
                return Descending ? Predicate.IsNotNull(Value) : Predicate.False;
            }

            return WithNullsInPlace(Compare(Descending ? ExpressionType.LessThan : ExpressionType.GreaterThan));
        }

        public Expression AtOrBehind()
        {
            if (Sought is null)
            {
                return Descending ? Predicate.True : Predicate.IsNull(Value);
            }

            return WithNullsInPlace(Compare(Descending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual));
        }

        private Expression WithNullsInPlace(Expression comparison) => (IsNullable, Descending) switch
        {
            (false, _) => comparison,
            (true, true) => Predicate.And(Predicate.IsNotNull(Value), comparison),
            (true, false) => Predicate.Or(Predicate.IsNull(Value), comparison),
        };

        private Expression Compare(ExpressionType comparison) =>
            Comparison.Of(comparison, Value, Captured.Of(Value.Type, Sought));
    }
}
