using System.Linq.Expressions;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Data;

/// <summary>An input object of filters, and how each of its fields becomes a condition.</summary>
/// <param name="fields">Asked for once, when the schema's types are completed: filters may contain themselves.</param>
internal sealed class FilterInput(InputObjectType type, Func<IReadOnlyList<FilterField>> fields)
{
    public InputObjectType Type { get; } = type;

    public IReadOnlyList<FilterField> Fields => field ??= fields();

    /// <summary>The condition that the values state: every field that is given holds.</summary>
    public Expression Condition(InputValues values, FilterTarget target, FilterReading reading)
    {
        var conditions = new List<Expression>();
        for (var i = 0; i < Fields.Count; i++)
        {
            if (values.IsPresent(i))
            {
                reading.Enter(Fields[i].Name);
                conditions.Add(Fields[i].Condition(values[i], target, reading));
                reading.Leave();
            }
        }

        return Predicate.All(conditions);
    }

    /// <summary>As <see cref="Condition(InputValues, FilterTarget, FilterReading)"/>, of a field's value, which must not be null.</summary>
    public Expression Condition(object? value, FilterTarget target, FilterReading reading) =>
        Condition((InputValues)reading.NotNull(value), target, reading);
}

/// <summary>One field of a filter: a property, an operator, or a connective.</summary>
internal sealed record FilterField(string Name, GraphQLType Type, string? Description, FilterCondition Condition);

/// <summary>Makes a condition of a field's value.</summary>
internal delegate Expression FilterCondition(object? value, FilterTarget target, FilterReading reading);

/// <summary>What a filter is about: a row, a property of it, or an item of a list.</summary>
internal readonly record struct FilterTarget(Expression Value, bool IsNullable)
{
    /// <summary>The condition on the value when it is not null; false when it is.</summary>
    public Expression WhenPresent(Func<Expression, Expression> condition)
    {
        if (!IsNullable)
        {
            return condition(Value);
        }

        var present = Nullable.GetUnderlyingType(Value.Type) is null ? Value : Expression.Property(Value, nameof(Nullable<>.Value));
        return Predicate.And(Predicate.IsNotNull(Value), condition(present));
    }
}
