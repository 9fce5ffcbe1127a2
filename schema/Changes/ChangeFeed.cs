using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Errors;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>Follows the log for one subscriber: in order, each change once, and only what they may see when it is delivered.</summary>
public sealed class ChangeFeed(EventLog log, DocumentStore store, ViewerDirectory viewers, ChangeLog changes)
{
    /// <summary>The changes after a cursor, or from now on, and on until it is cancelled.</summary>
    /// <param name="after">The cursor of the last change that the subscriber has had; null to start now.</param>
    /// <param name="filter">Which changes are wanted.</param>
    /// <param name="user">Who follows; looked up anew for every change.</param>
    /// <param name="cancellation">Ends the stream.</param>
    /// <exception cref="GraphQLException">The cursor is none of this log.</exception>
    public async Task<IAsyncEnumerable<Change>> OpenAsync(
        Cursor? after, ChangeFilter filter, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var position = after is { } cursor ? log.Cursor.PositionAfter(cursor) : await log.HeadAsync(cancellation);
        return FollowAsync(position, filter, new Subscriber(viewers, user), cancellation);
    }

    private async IAsyncEnumerable<Change> FollowAsync(
        long position, ChangeFilter filter, Subscriber subscriber, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var header in log.FollowAsync(position, subscriber.AccessAsync, cancellation))
        {
            if (filter.Concerns(header) && await FindAsync(header.Position, filter, subscriber, cancellation) is { } change)
            {
                yield return change;
            }
        }
    }

    private async Task<Change?> FindAsync(long position, ChangeFilter filter, Subscriber subscriber, CancellationToken cancellation)
    {
        await using var session = store.OpenRead(await subscriber.AccessAsync(cancellation));
        return await session.QueryAsync(
            (db, token) => changes.Visible(db, filter).SingleOrDefaultAsync(change => change.Position == position, token), cancellation);
    }

    /// <summary>Who follows, as of now. The stream ends when the last appointment under which it was followed has ended.</summary>
    private sealed class Subscriber(ViewerDirectory viewers, ClaimsPrincipal user)
    {
        private bool _hadAppointment;

        public async ValueTask<AccessContext> AccessAsync(CancellationToken cancellation)
        {
            var viewer = await viewers.FindAsync(user, cancellation);
            var hasAppointment = viewer.Appointments.Count > 0;
            if (_hadAppointment && !hasAppointment)
            {
                throw new GraphQLException(
                    "Your appointment has ended. Subscribe again to follow what is public.", ErrorCodes.Forbidden);
            }

            _hadAppointment = hasAppointment;
            return viewer.Access;
        }
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
