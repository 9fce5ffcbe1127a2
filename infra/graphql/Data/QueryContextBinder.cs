using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Data;

/// <summary>Gives a resolver its <see cref="QueryContext{T}"/>, read from the arguments that the attributes of the method have added.</summary>
internal sealed class QueryContextBinder(Type rowType) : IParameterBinder
{
    private static readonly MethodInfo BindTyped = typeof(QueryContextBinder).GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The <c>T</c> of the parameter.</summary>
    public Type RowType { get; } = rowType;

    public FilterInput? Filter { get; set; }

    public SortInput? Sort { get; set; }

    /// <summary>Whether the method has such a parameter.</summary>
    public static bool IsWanted(MethodInfo method) => Find(method) is not null;

    /// <summary>The method's binder, one for all its attributes; null, and a schema error, if it has no such parameter.</summary>
    public static QueryContextBinder? Of(FieldConvention field)
    {
        if (field.Binders.OfType<QueryContextBinder>().FirstOrDefault() is { } known)
        {
            return known;
        }

        if (Find(field.Method) is not { } binder)
        {
            var problem = $"{field.Method.Origin()} takes no QueryContext<T>: what clients ask of the list would be ignored.";
            field.Types.Errors.Add(new SchemaError(problem, field.Method.Origin()));
            return null;
        }

        field.AddBinder(binder);
        return binder;
    }

    public bool TryBind(ParameterInfo parameter, FieldConvention field, [NotNullWhen(true)] out Func<FieldContext, object?>? value)
    {
        value = parameter.ParameterType == typeof(QueryContext<>).MakeGenericType(RowType)
            ? (Func<FieldContext, object?>)BindTyped.MakeGenericMethod(RowType).Invoke(this, [field])!
            : null;
        return value is not null;
    }

    private static QueryContextBinder? Find(MethodInfo method) => method.GetParameters()
        .Select(parameter => parameter.ParameterType)
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(QueryContext<>))
        .Select(type => new QueryContextBinder(type.GetGenericArguments()[0]))
        .FirstOrDefault();

    private Func<FieldContext, object?> Bind<T>(FieldConvention field)
        where T : class
    {
        IReadOnlyList<SortField<T>> sortFields = [];
        var standard = new QueryContext<T>();
        try
        {
            sortFields = [.. (Sort?.Paths ?? []).Select(SortField<T>.For)];
            standard = standard with { Order = SortKey.Complete<T>([]) };
        }
        catch (ArgumentException exception)
        {
            field.Types.Errors.Add(new SchemaError(exception.Message, field.Method.Origin()));
        }

        var isConnection = ConnectionShape.IsConnection(field.ResultType);
        return context =>
        {
            var keys = Sort is not null && context.Arguments[UseSortingAttribute.Argument] is object?[] entries
                ? SortInput.Read(entries, sortFields)
                : [];
            return new QueryContext<T>
            {
                Where = Filter is not null && context.Arguments[UseFilteringAttribute.Argument] is InputValues where ? Where<T>(Filter, where) : null,
                Order = keys.Count > 0 ? SortKey.Complete(keys) : standard.Order,
                HasClientOrder = keys.Count > 0,
                Selection = isConnection ? new NodeSelection(context.Selection) : context.Selection,
            };
        };
    }

    private static Expression<Func<T, bool>>? Where<T>(FilterInput filter, InputValues values)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var condition = filter.Condition(values, new FilterTarget(row, IsNullable: false), new FilterReading(UseFilteringAttribute.Argument));
        return Predicate.IsTrue(condition) ? null : Expression.Lambda<Func<T, bool>>(condition, row);
    }
}
