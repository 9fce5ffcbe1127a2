using R2P.Documents;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Access;

/// <summary>What the fields of a selection ask goes to PostgreSQL in one round trip.</summary>
internal sealed class GatheredReads(ReadGathering gathering) : IReadGathering
{
    public void Begin() => gathering.Begin();

    public void End() => gathering.End();
}
