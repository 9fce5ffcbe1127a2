using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Plans the fields of one concrete type at one response path: those that come with the object, and apart from them those that any <c>@defer</c>
/// delivers later. A field that both ask for comes with the object.
/// </summary>
internal sealed class ObjectPlanCompiler(OperationPlan plan, SelectionPlan selection, ObjectType type)
{
    private readonly List<FieldPlan> _fields = [];
    private readonly OrderedDictionary<DeferSet, List<FieldPlan>> _deferred = [];

    /// <summary>Compiles the plan.</summary>
    /// <exception cref="GraphQLException">A condition can't be told.</exception>
    public ObjectPlan Compile()
    {
        var collector = new FieldCollector(plan.Context, plan.Conditions, type);
        foreach (var (key, fields) in collector.Collect(selection.Sets))
        {
            if (ObjectPlan.DefinitionOf(plan.Context.Schema, type, fields[0].Node.Name.Value) is { } definition)
            {
                var usages = DeferSet.Of(fields);
                var group = GroupOf(usages);
                group.Add(new FieldPlan(plan, type, definition, key, [.. fields], usages, group.Count));
            }
        }

        return new ObjectPlan(type, [.. _fields], Deferral(collector.NewUsages), null);
    }

    private List<FieldPlan> GroupOf(DeferSet usages)
    {
        if (usages.Equals(selection.Within))
        {
            return _fields;
        }

        if (!_deferred.TryGetValue(usages, out var group))
        {
            _deferred.Add(usages, group = []);
        }

        return group;
    }

    private DeferralPlan? Deferral(IReadOnlyList<DeferUsage> newUsages)
    {
        if (newUsages.Count == 0 && _deferred.Count == 0)
        {
            return null;
        }

        if (plan.Operation.Operation == OperationKind.Subscription)
        {
            throw new GraphQLException(
                "`@defer` directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.",
                ErrorCodes.BadUserInput);
        }

        var groups = _deferred.Select(group => new DeferredFields(group.Key, new ObjectPlan(type, [.. group.Value], null, null)));
        return new DeferralPlan([.. newUsages], [.. groups]);
    }
}
