using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Limits;

/// <summary>Holds an operation's cost against the limits.</summary>
internal static class CostLimit
{
    /// <summary>Why the operation may not run with these variables; null if it may.</summary>
    public static GraphQLError? Check(OperationPlan plan, OperationCost cost)
    {
        var options = plan.Context.Options;
        var excess = cost.Type > options.MaxTypeCost ? LimitErrors.TypeCost(cost.Type, options.MaxTypeCost)
            : cost.Field > options.MaxFieldCost ? LimitErrors.FieldCost(cost.Field, options.MaxFieldCost)
            : null;
        return excess?.At(plan.Context.Source, plan.Operation);
    }
}
