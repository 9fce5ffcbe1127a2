using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Access;

/// <summary>What the fields of a selection ask goes to PostgreSQL in one round trip.</summary>
internal sealed class GatheredReads(IServiceProvider scope) : IReadGathering
{
    private ReadSession? _session;

    /// <summary>Made when the viewer is known.</summary>
    private ReadSession Session => _session ??= scope.GetRequiredService<ReadSession>();

    public void Begin() => Session.BeginGathering();

    public void End() => Session.EndGathering();
}
