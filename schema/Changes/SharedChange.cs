using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>One change on its way to all subscribers who hold the same deciding tokens and ask the same.</summary>
/// <param name="position">The event's place in the log.</param>
/// <param name="tokens">What each of them holds: all rights under which the change is read and answered.</param>
/// <param name="deciding">The tokens that decide, of which those are a part.</param>
/// <param name="filter">Which changes they want.</param>
internal sealed class SharedChange(long position, IReadOnlyList<string> tokens, IReadOnlyCollection<string> deciding, ChangeFilter filter)
    : SharedEvent<Change>
{
    /// <summary>
    /// Whether nothing was found, and something else decides by now who may see the document: then each subscriber has to be looked at alone.
    /// </summary>
    public bool IsOutdated { get; private set; }

    protected override async ValueTask<Change?> PrepareAsync(IServiceProvider scope, CancellationToken cancellation)
    {
        // Nobody in particular, with these tokens and nothing else.
        scope.GetRequiredService<ViewerScope>().Viewer = new Viewer { Tokens = tokens };
        var session = scope.GetRequiredService<ReadSession>();
        var changes = scope.GetRequiredService<ChangeLog>();
        var found = await session.QueryAsync(
            (db, token) => changes.Visible(db, filter).SingleOrDefaultAsync(change => change.Position == position, token), cancellation);
        if (found is null)
        {
            var now = await EventAudiences.ReadAsync(session, position, cancellation);
            IsOutdated = now.Deciding is null || !deciding.ToHashSet(StringComparer.Ordinal).SetEquals(now.Deciding);
        }

        return found;
    }
}
