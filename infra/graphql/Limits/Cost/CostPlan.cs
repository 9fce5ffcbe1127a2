using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Limits;

/// <summary>
/// The cost of one operation, added up when it was compiled but for what variables decide: lengths of lists, input fields. That is added up for each
/// request, selection by selection from the bottom, each once.
/// </summary>
internal sealed class CostPlan(double root, SelectionCost operation, IReadOnlyList<SelectionCost> varying)
{
    /// <summary>The most that a request with these variables comes to.</summary>
    /// <exception cref="Errors.GraphQLException">A list lacks its size (§8.4).</exception>
    public OperationCost For(VariableValues variables)
    {
        if (operation.Constant is { } constant)
        {
            return constant + new OperationCost(root, 0);
        }

        var costs = new OperationCost[varying.Count];
        for (var i = 0; i < costs.Length; i++)
        {
            costs[i] = varying[i].For(variables, costs);
        }

        return costs[^1] + new OperationCost(root, 0);
    }
}

/// <summary>The cost of one object with what is selected of it; of several types that it may have, of the costliest.</summary>
internal sealed class SelectionCost
{
    private readonly int _types;
    private readonly IReadOnlyList<CostBranch> _branches;

    public SelectionCost(int types, IReadOnlyList<CostBranch> branches)
    {
        (_types, _branches) = (types, branches);
        if (branches.All(branch => branch.Varying.Count == 0))
        {
            Constant = Add(branch => branch.Constant);
        }
    }

    /// <summary>The cost, unless it takes variables to tell.</summary>
    public OperationCost? Constant { get; }

    /// <summary>Its place among the selections whose cost varies: behind all those below it.</summary>
    public int Index { get; set; }

    public OperationCost For(VariableValues variables, OperationCost[] costs) => Add(branch =>
    {
        var cost = branch.Constant;
        foreach (var field in branch.Varying)
        {
            cost += field.For(variables, costs);
        }

        return cost;
    });

    private OperationCost Add(Func<CostBranch, OperationCost> costOf)
    {
        var byType = new OperationCost[_types];
        foreach (var branch in _branches)
        {
            var cost = costOf(branch);
            foreach (var type in branch.Types)
            {
                byType[type] += cost;
            }
        }

        return byType.Aggregate(default(OperationCost), OperationCost.Max);
    }
}

/// <summary>The fields that are selected of objects of some types: those that a fragment applies to.</summary>
/// <param name="Types">The places of these types among those that the object may have.</param>
/// <param name="Constant">What fields whose cost is known come to.</param>
/// <param name="Varying">The other fields.</param>
internal sealed record CostBranch(IReadOnlyList<int> Types, OperationCost Constant, IReadOnlyList<FieldCost> Varying);

/// <summary>IBM cost specification §5.3.2: one field of one object, with all that is below it.</summary>
/// <param name="Weight">The call of its resolver, arguments and directives included; counts as zero if negative.</param>
/// <param name="Size">How many objects or values it returns.</param>
/// <param name="TypeWeight">What each of these weighs.</param>
/// <param name="Below">What is selected of each; null for leaves.</param>
internal sealed record FieldCost(Figure Weight, Figure Size, double TypeWeight, SelectionCost? Below)
{
    /// <summary>The cost, unless it takes variables to tell.</summary>
    public OperationCost? Constant =>
        Weight.Constant is { } weight && Size.Constant is { } size && (Below is null || Below.Constant is not null)
            ? Add(weight, size, Below?.Constant ?? default)
            : null;

    public OperationCost For(VariableValues variables, OperationCost[] costs) => Add(
        Weight.For(variables),
        Size.For(variables),
        Below is null ? default : Below.Constant ?? costs[Below.Index]);

    private OperationCost Add(double weight, double size, OperationCost below) =>
        new OperationCost(0, Math.Clamp(weight, 0, OperationCost.Most)) + (size * (below + new OperationCost(TypeWeight, 0)));
}
