using System.Runtime.CompilerServices;
using System.Security.Claims;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>
/// Follows the log for one subscriber: in order, each change once, and only what they may see when it is delivered. What is the same for several of
/// them is read and answered once: see <see cref="EventAudience"/>.
/// </summary>
public sealed class ChangeFeed(
    EventLog log, DocumentStore store, FollowingViewers viewers, ViewerMemory memory, EventAudiences audiences, ChangeRelays relays, ChangeLog changes)
{
    /// <summary>The changes after a cursor, or from now on, and on until it is cancelled.</summary>
    /// <param name="after">The cursor of the last change that the subscriber has had; null to start now.</param>
    /// <param name="filter">Which changes are wanted.</param>
    /// <param name="operation">What is asked of each change; the filter follows from it.</param>
    /// <param name="user">Who follows; who that is, and what they hold, is settled for every change anew.</param>
    /// <param name="cancellation">Ends the stream.</param>
    /// <exception cref="GraphQLException">The cursor is none of this log.</exception>
    public async Task<IAsyncEnumerable<SourceEvent<Change>>> OpenAsync(
        Cursor? after, ChangeFilter filter, SharedOperation operation, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var position = after is { } cursor ? log.Cursor.PositionAfter(cursor) : await log.HeadAsync(cancellation);
        return FollowAsync(position, filter, operation, new ChangeSubscriber(viewers, memory, user), cancellation);
    }

    private async IAsyncEnumerable<SourceEvent<Change>> FollowAsync(
        long position,
        ChangeFilter filter,
        SharedOperation operation,
        ChangeSubscriber subscriber,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var member = relays.Join(operation, filter);
        bool TellAtOnce(EventHeader header, EventAudience audience) => TryTell(header, audience, filter, operation, subscriber);
        var followed = log.FollowAsync(position, subscriber.AccessAsync, member.Relay.Events, TellAtOnce, cancellation);
        await foreach (var (header, prepared) in followed)
        {
            if (!filter.Concerns(header))
            {
                continue;
            }

            var audience = prepared is not null && audiences.IsCurrent(prepared) ? prepared : await audiences.OfAsync(header);
            var viewer = await subscriber.ViewerAsync(audience.Moment);
            member.Viewer = subscriber.Known;
            if (!operation.Key.DependsOnCaller)
            {
                var shared = audience.For(viewer, operation.Key, filter);
                yield return shared;
                if (!shared.IsOutdated)
                {
                    continue;
                }
            }

            if (await FindAsync(header, filter, viewer, cancellation) is { } change)
            {
                yield return SourceEvent.Own(change);
            }
        }
    }

    /// <summary>Tells of an event whose response is made, to a subscriber of whom it is known that they may be told.</summary>
    private bool TryTell(EventHeader header, EventAudience audience, ChangeFilter filter, SharedOperation operation, ChangeSubscriber subscriber)
    {
        if (!filter.Concerns(header))
        {
            return true;
        }

        return !operation.Key.DependsOnCaller
            && audiences.IsCurrent(audience)
            && subscriber.KnownAt(audience.Moment) is { } viewer
            && audience.For(viewer, operation.Key, filter) is var shared
            && operation.TryTell(shared)
            && !shared.IsOutdated;
    }

    private async Task<Change?> FindAsync(EventHeader header, ChangeFilter filter, Viewer viewer, CancellationToken cancellation)
    {
        await using var session = store.OpenRead(viewer.Access);
        return await session.QueryAsync((db, token) => changes.FindAsync(db, filter, header, token), cancellation);
    }
}

/// <summary>Cursors as clients give them.</summary>
internal static class ChangeCursors
{
    /// <summary>The place behind which to go on.</summary>
    /// <exception cref="GraphQLException">The cursor is none of this log.</exception>
    public static long PositionAfter(this EventCursor cursors, Cursor after) => cursors.TryUnprotect(after.Text, out var position)
        ? position
        : throw new GraphQLException("Argument \"after\" is not a cursor of a change that this service told.", ErrorCodes.BadUserInput);
}
