using System.Text.Json;

namespace R2P.GraphQL.Execution;

/// <summary>What is asked, whoever asks it: requests with equal keys run the same plan with the same variables.</summary>
public sealed class OperationKey : IEquatable<OperationKey>
{
    private readonly OperationPlan _plan;
    private readonly string _variables;
    private readonly CostReport? _cost;
    private readonly int _hash;

    internal OperationKey(OperationPlan plan, JsonElement? variables, CostReport? cost)
    {
        (_plan, _variables, _cost) = (plan, variables?.GetRawText() ?? "", cost);
        _hash = HashCode.Combine(plan, _variables);
    }

    /// <summary>
    /// Whether the response to an event may differ between two callers who are given the same value: true as soon as the operation can reach a
    /// field that is neither read from its parent alone nor marked <see cref="CallerIndependentAttribute"/>.
    /// </summary>
    public bool DependsOnCaller => _plan.DependsOnCaller;

    public bool Equals(OperationKey? other) =>
        ReferenceEquals(this, other) || (other is not null && ReferenceEquals(_plan, other._plan) && _variables == other._variables && _cost == other._cost);

    public override bool Equals(object? obj) => Equals(obj as OperationKey);

    public override int GetHashCode() => _hash;
}
