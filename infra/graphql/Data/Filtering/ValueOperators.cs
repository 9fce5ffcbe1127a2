using System.Linq.Expressions;
using System.Reflection;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Data;

/// <summary>The operators on scalars and enums: equality and lists for all, order for what has one, parts for text.</summary>
/// <param name="type">The GraphQL type of an operand, nullable.</param>
/// <param name="clrType">The C# type of an operand.</param>
/// <param name="convert">Turns a coerced operand into one; null if it is one already.</param>
internal sealed class ValueOperators(GraphQLType type, Type clrType, Func<object, FilterReading, object>? convert)
{
    private static readonly HashSet<Type> Ordered =
    [
        typeof(DateTimeOffset), typeof(DateOnly), typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal),
    ];

    private static readonly MethodInfo TextContains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
    private static readonly MethodInfo TextStartsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;

    public IReadOnlyList<FilterField> Fields()
    {
        List<FilterField> fields =
        [
            new("eq", type, "Equals the value; `null` asks for what has none.", IsEqual),
            new("neq", type, "Differs from the value; what has none differs from every value.", (value, target, reading) =>
                Predicate.Not(IsEqual(value, target, reading))),
        ];
        if (clrType != typeof(bool))
        {
            var list = new ListType(new NonNullType(type.Nullable));
            fields.Add(new("in", list, "Equals one of the values; an empty list matches nothing.", IsIn));
            fields.Add(new("nin", list, "Equals none of the values.", (value, target, reading) =>
                Predicate.Not(IsIn(value, target, reading))));
        }

        if (clrType == typeof(string))
        {
            fields.Add(new("contains", type, "Contains the text; upper and lower case differ.", Calls(TextContains)));
            fields.Add(new("startsWith", type, "Begins with the text; upper and lower case differ.", Calls(TextStartsWith)));
        }
        else if (Ordered.Contains(clrType))
        {
            fields.Add(new("gt", type, "Greater, or later.", Compares(ExpressionType.GreaterThan)));
            fields.Add(new("gte", type, "Greater, or later, or equal.", Compares(ExpressionType.GreaterThanOrEqual)));
            fields.Add(new("lt", type, "Less, or earlier.", Compares(ExpressionType.LessThan)));
            fields.Add(new("lte", type, "Less, or earlier, or equal.", Compares(ExpressionType.LessThanOrEqual)));
        }

        return fields;
    }

    private Expression IsEqual(object? value, FilterTarget target, FilterReading reading)
    {
        if (value is null)
        {
            return target.IsNullable ? Predicate.IsNull(target.Value) : Predicate.False;
        }

        return Expression.Equal(target.Value, Captured.Of(target.Value.Type, Operand(value, reading)));
    }

    private Expression IsIn(object? value, FilterTarget target, FilterReading reading)
    {
        var given = (object?[])reading.NotNull(value);
        var operands = Array.CreateInstance(clrType, given.Length);
        for (var i = 0; i < given.Length; i++)
        {
            operands.SetValue(Operand(given[i], reading), i);
        }

        var list = Captured.Of(operands.GetType(), operands);
        return target.WhenPresent(item => Expression.Call(ItemMethods.Contains(clrType), list, item));
    }

    private FilterCondition Compares(ExpressionType comparison) => (value, target, reading) =>
    {
        var operand = Captured.Of(clrType, Operand(value, reading));
        return target.WhenPresent(item => Expression.MakeBinary(comparison, item, operand));
    };

    private FilterCondition Calls(MethodInfo method) => (value, target, reading) =>
    {
        var operand = Captured.Of(clrType, Operand(value, reading));
        return target.WhenPresent(item => Expression.Call(item, method, operand));
    };

    private object Operand(object? value, FilterReading reading)
    {
        var given = reading.Comparable(value);
        return convert is null ? given : convert(given, reading);
    }
}
