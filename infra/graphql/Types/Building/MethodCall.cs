using System.Linq.Expressions;
using System.Reflection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>The call of a resolver method (or of a property's getter) in the making: what is the same for the whole batch is read once, into locals.</summary>
internal sealed class MethodCall(MethodInfo method, BatchParameter? batch)
{
    private readonly List<Func<Expression, Expression>> _parameters = [];
    private readonly List<ParameterExpression> _locals = [];
    private readonly List<Expression> _assignments = [];

    /// <summary>The batch that is resolved.</summary>
    public static ParameterExpression Context { get; } = Expression.Parameter(typeof(FieldContext), "context");

    public MethodInfo Method { get; } = method;

    public BatchParameter? Batch { get; } = batch;

    /// <summary>The type of the parents; null until a parameter takes them.</summary>
    public Type? ParentType { get; private set; }

    public OrderedDictionary<string, InputFieldDefinition> Arguments { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<ParameterExpression> Locals => _locals;

    public IReadOnlyList<Expression> Assignments => _assignments;

    /// <summary>The parameter is one parent.</summary>
    public void AddParent(ParameterInfo parameter, Type parentType)
    {
        ParentType = parentType;
        _parameters.Add(parent => Expression.Convert(parent, parameter.ParameterType));
    }

    /// <summary>The parameter is the list of parents or keys.</summary>
    public void AddBatch(ParameterInfo parameter, Type parentType)
    {
        ParentType = parentType;
        _parameters.Add(items => Expression.Convert(items, parameter.ParameterType));
    }

    /// <summary>The parameter is the same for the whole batch.</summary>
    public void AddShared(ParameterInfo parameter, Expression value)
    {
        var local = Expression.Variable(parameter.ParameterType, parameter.Name);
        _locals.Add(local);
        _assignments.Add(Expression.Assign(local, value));
        _parameters.Add(_ => local);
    }

    /// <summary>The call for one parent, or for the list of parents or keys.</summary>
    public MethodCallExpression On(Expression parentOrItems) => Method.IsStatic
        ? Expression.Call(Method, _parameters.Select(parameter => parameter(parentOrItems)))
        : Expression.Call(Expression.Convert(parentOrItems, Method.DeclaringType!), Method);

    /// <summary>A delegate that reads the locals and then does what <paramref name="body"/> says.</summary>
    public Deferred<TDelegate> Compile<TDelegate>(Expression body, params ReadOnlySpan<ParameterExpression> further)
        where TDelegate : Delegate =>
        new(Expression.Lambda<TDelegate>(Expression.Block(_locals, [.. _assignments, body]), [Context, .. further]));
}
