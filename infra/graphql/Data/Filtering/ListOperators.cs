using System.Linq.Expressions;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Data;

/// <summary>The operators on lists: how many of the items meet a filter, or whether there are any. A list that is null counts as empty.</summary>
internal sealed class ListOperators(FilterInput item, Type itemType, GraphQLType boolean)
{
    public IReadOnlyList<FilterField> Fields() =>
    [
        new("some", item.Type, "At least one item meets the filter.", (value, list, reading) =>
            HasItem(list, Item(value, reading))),
        new("none", item.Type, "No item meets the filter.", (value, list, reading) =>
            Predicate.Not(HasItem(list, Item(value, reading)))),
        new("all", item.Type, "Every item meets the filter; so it is for an empty list.", (value, list, reading) =>
            Predicate.Not(HasItem(list, Negated(Item(value, reading))))),
        new("any", boolean, "Whether there are items at all.", (value, list, reading) =>
            (bool)reading.NotNull(value) ? HasItem(list, null) : Predicate.Not(HasItem(list, null))),
    ];

    private LambdaExpression Item(object? value, FilterReading reading)
    {
        var parameter = Expression.Parameter(itemType, "item");
        return Expression.Lambda(item.Condition(value, new FilterTarget(parameter, IsNullable: false), reading), parameter);
    }

    private static LambdaExpression Negated(LambdaExpression filter) =>
        Expression.Lambda(Predicate.Not(filter.Body), filter.Parameters);

    private Expression HasItem(FilterTarget list, LambdaExpression? filter) => list.WhenPresent(items => filter is null
        ? Expression.Call(ItemMethods.Any(itemType), items)
        : Expression.Call(ItemMethods.AnyThat(itemType), items, filter));
}
