using System.Linq.Expressions;
using System.Reflection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>What a batch method is called with, and which of its items belongs to which parent.</summary>
/// <param name="Items">The parents or keys.</param>
/// <param name="Keys">For each parent its item; null if its key is null.</param>
/// <param name="Positions">For each parent the place of its item in <paramref name="Items"/>; -1 if its key is null.</param>
internal sealed record KeyBatch<TItem>(IReadOnlyList<TItem> Items, TItem?[] Keys, int[] Positions);

/// <summary>Reads the items of a batch method from the parents.</summary>
internal static class BatchKeys
{
    /// <summary>The key property of a parent, also an inherited one of an interface.</summary>
    public static PropertyInfo? PropertyOf(Type parent, string name) =>
        parent.GetInterfaces().Prepend(parent).Select(type => type.GetProperty(name)).FirstOrDefault(property => property is not null);

    public static Func<IReadOnlyList<object>, KeyBatch<TItem>> Of<TParent, TItem>(BatchParameter batch, ResultForm form)
    {
        if (batch.KeyProperty is not { } name)
        {
            return parents => Read<TItem>(parents, static parent => (true, (TItem)parent), distinct: false);
        }

        if (PropertyOf(typeof(TParent), name) is not { } property)
        {
            return static _ => throw new InvalidOperationException("The key property does not exist; building the schema has reported it.");
        }

        var read = Reader<TParent, TItem>(property);
        var distinct = form is ResultForm.ByKey or ResultForm.Lookup;
        return parents => Read(parents, read.Code, distinct);
    }

    private static KeyBatch<TItem> Read<TItem>(IReadOnlyList<object> parents, Func<object, (bool IsGiven, TItem Key)> read, bool distinct)
    {
        var items = new List<TItem>(parents.Count);
        var keys = new TItem?[parents.Count];
        var positions = new int[parents.Count];
        var seen = distinct ? new HashSet<TItem>() : null;
        for (var i = 0; i < parents.Count; i++)
        {
            var (isGiven, key) = read(parents[i]);
            positions[i] = isGiven ? items.Count : -1;
            keys[i] = key;
            if (isGiven && (seen is null || seen.Add(key)))
            {
                items.Add(key);
            }
        }

        return new KeyBatch<TItem>(items, keys, positions);
    }

    private static Deferred<Func<object, (bool IsGiven, TItem Key)>> Reader<TParent, TItem>(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        var value = Expression.Variable(property.PropertyType, "value");
        var isNullable = !property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null;
        var isGiven = isNullable ? Expression.NotEqual(value, Expression.Constant(null, property.PropertyType)) : (Expression)Expression.Constant(true);
        var pair = typeof(ValueTuple<bool, TItem>);
        var read = Expression.Block(
            [value],
            Expression.Assign(value, Expression.Property(Expression.Convert(parent, typeof(TParent)), property)),
            Expression.Condition(
                isGiven,
                Expression.New(pair.GetConstructor([typeof(bool), typeof(TItem)])!, Expression.Constant(true), Expression.Convert(value, typeof(TItem))),
                Expression.Default(pair)));
        return new Deferred<Func<object, (bool, TItem)>>(Expression.Lambda<Func<object, (bool, TItem)>>(read, parent));
    }
}
