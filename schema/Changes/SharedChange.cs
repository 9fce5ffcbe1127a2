using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>One change on its way to all subscribers who ask the same and hold the same of what decides.</summary>
/// <param name="header">The event.</param>
/// <param name="viewer">In whose name the change is read and answered: nobody's in particular, with rights that each of them holds; or theirs, if all are one
/// person.</param>
/// <param name="deciding">The tokens that decide, if they are known: the viewer holds a part of them and nothing else.</param>
/// <param name="filter">Which changes they want.</param>
internal sealed class SharedChange(EventHeader header, Viewer viewer, IReadOnlyCollection<string>? deciding, ChangeFilter filter)
    : SharedEvent<Change>
{
    /// <summary>Where it is read together with other changes, if that has not begun yet.</summary>
    public ReadRound? Round { get; set; }

    /// <summary>
    /// Whether nothing was found, and something else decides by now who may see the document: then each subscriber has to be looked at alone.
    /// </summary>
    public bool IsOutdated { get; private set; }

    protected override async ValueTask<Change?> PrepareAsync(IServiceProvider scope, ISelection selection, CancellationToken cancellation)
    {
        var reading = scope.GetRequiredService<ViewerScope>();
        (reading.Viewer, reading.Round) = (viewer, Round);
        var session = scope.GetRequiredService<ReadSession>();
        var found = await FindAsync(scope, session, selection, cancellation);
        if (found is null && deciding is not null)
        {
            var now = await EventAudiences.ReadAsync(session, header, cancellation);
            IsOutdated = now.Deciding is null || !deciding.ToHashSet(StringComparer.Ordinal).SetEquals(now.Deciding);
        }

        return found;
    }

    private async Task<Change?> FindAsync(IServiceProvider scope, ReadSession session, ISelection selection, CancellationToken cancellation)
    {
        var changes = scope.GetRequiredService<ChangeLog>();
        var aheads = scope.GetRequiredService<ChangeAheads>();
        var (found, ahead) = await session.TogetherAsync(
            () => session.QueryAsync((db, token) => changes.FindAsync(db, filter, header, token), cancellation),
            () => aheads.FindAsync(session, header, selection, cancellation));
        if (found is null or { IsTombstone: true })
        {
            // What was read ahead is shown to nobody: that is no reading to put on record.
            session.TakeRestrictedReads();
        }

        found?.Ahead = ahead;
        return found;
    }
}
