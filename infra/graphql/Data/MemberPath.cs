using System.Linq.Expressions;
using System.Reflection;

namespace R2P.GraphQL.Data;

/// <summary>One or more properties, each read from the one before: <c>Title</c>, or <c>Body.Place.Country</c>.</summary>
internal sealed class MemberPath
{
    private static readonly Lock NullabilityGate = new();
    private static readonly NullabilityInfoContext Nullability = new();

    private MemberPath(Type root, IReadOnlyList<PropertyInfo> steps)
    {
        Root = root;
        Steps = steps;
    }

    public Type Root { get; }

    public IReadOnlyList<PropertyInfo> Steps { get; }

    public PropertyInfo Last => Steps[^1];

    public Type Type => Last.PropertyType;

    /// <summary>The names joined by dots.</summary>
    public string Text => string.Join('.', Steps.Select(step => step.Name));

    /// <summary>The path that <paramref name="text"/> spells.</summary>
    /// <exception cref="ArgumentException">A name in it is no public property.</exception>
    public static MemberPath Parse(Type root, string text)
    {
        var steps = new List<PropertyInfo>();
        foreach (var name in text.Split('.'))
        {
            var owner = steps.Count == 0 ? root : steps[^1].PropertyType;
            steps.Add(owner.GetProperty(name)
                ?? throw new ArgumentException($"{owner.Name} has no public property \"{name}\" (in \"{text}\" of {root.Name})."));
        }

        return new MemberPath(root, steps);
    }

    /// <summary>The path that a lambda reads: <c>x => x.Body.Title</c>.</summary>
    /// <exception cref="ArgumentException">The lambda does more than read properties.</exception>
    public static MemberPath Of(LambdaExpression selector)
    {
        var steps = new List<PropertyInfo>();
        var at = selector.Body;
        while (at is MemberExpression { Member: PropertyInfo property, Expression: { } owner })
        {
            steps.Insert(0, property);
            at = owner;
        }

        return at == selector.Parameters[0] && steps.Count > 0
            ? new MemberPath(at.Type, steps)
            : throw new ArgumentException($"\"{selector}\" is not a path of properties.");
    }

    /// <summary>The value at the end of the path.</summary>
    public Expression Read(Expression target) => Steps.Aggregate(target, Expression.Property);

    /// <summary>A condition that nothing before the end of the path is null; null if nothing can be.</summary>
    public Expression? GuardWay(Expression target)
    {
        Expression? guard = null;
        foreach (var step in Steps.SkipLast(1))
        {
            target = Expression.Property(target, step);
            if (CanBeNull(step))
            {
                guard = Predicate.And(guard, Predicate.IsNotNull(target));
            }
        }

        return guard;
    }

    public static bool CanBeNull(PropertyInfo property)
    {
        if (property.PropertyType.IsValueType)
        {
            return Nullable.GetUnderlyingType(property.PropertyType) is not null;
        }

        lock (NullabilityGate)
        {
            return Nullability.Create(property).ReadState != NullabilityState.NotNull;
        }
    }
}
