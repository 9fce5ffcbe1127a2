using System.Collections.Concurrent;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Limits;
using R2P.GraphQL.Telemetry;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>An operation of a valid document: its variables, and a plan for each set of values of its conditions.</summary>
internal sealed class PreparedOperation
{
    /// <summary>A client that sends more combinations than these pays for compiling the others each time.</summary>
    private const int MaxPlans = 32;

    private readonly PlanContext _context;
    private readonly OperationDefinitionNode _operation;
    private readonly ObjectType _rootType;
    private readonly IReadOnlyList<string> _conditionVariables;
    private readonly bool _hasIncremental;
    private readonly ConcurrentDictionary<ulong, OperationPlan> _plans = [];

    /// <summary>Prepares the operation.</summary>
    /// <exception cref="GraphQLException">The operation is larger or deeper than the limits allow.</exception>
    public PreparedOperation(PlanContext context, OperationDefinitionNode operation)
    {
        Introspection = OperationSize.Check(context, operation).Introspection;
        (_context, _operation) = (context, operation);
        _rootType = context.Schema.RootType(operation.Operation)!;
        var conditions = ConditionVariables.Of(context, operation);
        (_conditionVariables, _hasIncremental) = (conditions.Names, conditions.HasIncremental);
        VariableSize = new VariableSize(context.Source, operation, context.Options);
        Variables = new VariableCoercer(context.Schema, context.Source, operation, context.Defaults, context.Options.MaxDepth);
    }

    /// <summary>A field that reads the schema; null if there is none.</summary>
    public FieldNode? Introspection { get; }

    public VariableSize VariableSize { get; }

    public VariableCoercer Variables { get; }

    public GraphQLError Locate(GraphQLError error, SyntaxNode node) => error.At(_context.Source, node);

    /// <summary>The plan for these values of the variables.</summary>
    /// <param name="incremental">Whether the response may come in parts.</param>
    public OperationPlan PlanFor(VariableValues variables, bool incremental)
    {
        var conditions = Conditions.From(_context.Source, _conditionVariables, variables, incremental && _hasIncremental);
        if (_conditionVariables.Count > Conditions.MaxKeyed)
        {
            return Compile(conditions);
        }

        if (_plans.TryGetValue(conditions.Key, out var plan))
        {
            return plan;
        }

        plan = Compile(conditions);
        return _plans.Count < MaxPlans ? _plans.GetOrAdd(conditions.Key, plan) : plan;
    }

    /// <summary>Plans the operation now, unless its conditions depend on variables.</summary>
    public void PlanAhead()
    {
        if (_conditionVariables.Count == 0)
        {
            PlanFor(VariableValues.None, incremental: false);
        }
    }

    private OperationPlan Compile(Conditions conditions)
    {
        using var step = Spans.StartStep(Conventions.Plan);
        return new OperationPlan(_context, _operation, _rootType, conditions);
    }
}
