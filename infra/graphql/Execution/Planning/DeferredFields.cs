namespace R2P.GraphQL.Execution;

/// <summary>What of an object comes later.</summary>
/// <param name="NewUsages">The <c>@defer</c>s that were found in its selections, an outer one before those within.</param>
/// <param name="Groups">The fields that are executed together, each a plan of its own for the same object.</param>
internal sealed record DeferralPlan(DeferUsage[] NewUsages, DeferredFields[] Groups);

/// <summary>Fields of an object that the same <c>@defer</c>s ask for.</summary>
internal sealed record DeferredFields(DeferSet Usages, ObjectPlan Plan);
