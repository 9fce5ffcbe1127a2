using R2P.GraphQL.Execution;

namespace R2P.Schema.Access;

/// <summary>What the fields of a selection ask goes to PostgreSQL in one round trip.</summary>
internal sealed class GatheredReads(ViewerScope scope) : IReadGathering
{
    public void Begin() => scope.Gathering.Begin();

    public void End() => scope.Gathering.End();
}
