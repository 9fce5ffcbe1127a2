using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Threading.Channels;
using R2P.Documents;
using R2P.GraphQL.Errors;
using R2P.Schema.Access;

namespace R2P.Schema.Inbox;

/// <summary>
/// Follows one viewer's inbox: looks again after what they may hear of in the log, when what they hold has changed by itself, and when a day begins.
/// </summary>
public sealed class InboxFeed(EventLog log, DocumentStore store, FollowingViewers viewers, IEnumerable<IInboxSource> sources, TimeProvider time)
{
    /// <summary>What happens within this time after an event is looked at together with it.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    /// <summary>The inbox now, and each time that it has changed.</summary>
    /// <param name="user">Whose inbox; who that is, and what they hold, is settled anew each time.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public async IAsyncEnumerable<ViewerInbox> FollowAsync(ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var head = await log.HeadAsync(cancellation);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var rights = Channel.CreateBounded<ViewerAsOf>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var events = log.FollowAsync(head, LookAsync, leaving.Token).GetAsyncEnumerator(leaving.Token);
        var news = events.MoveNextAsync().AsTask();
        var change = rights.Reader.WaitToReadAsync(leaving.Token).AsTask();
        string? told = null;
        try
        {
            while (true)
            {
                var current = await FingerprintAsync((await FindAsOfAsync(user, cancellation)).Viewer, cancellation);
                if (current != told)
                {
                    told = current;
                    yield return new ViewerInbox();
                }

                await Task.WhenAny(news, change, Task.Delay(UntilTomorrow(), time, cancellation));
                await Task.Delay(Settling, time, cancellation);
                if (rights.Reader.TryRead(out _))
                {
                    change = rights.Reader.WaitToReadAsync(leaving.Token).AsTask();
                }

                while (news.IsCompleted)
                {
                    if (!await news)
                    {
                        yield break;
                    }

                    news = events.MoveNextAsync().AsTask();
                }
            }
        }
        finally
        {
            // Whoever leaves does so while the next event is being waited for; a stream can't be closed then.
            await leaving.CancelAsync();
            await ((Task)news).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await events.DisposeAsync();
        }

        async ValueTask<AccessContext> LookAsync(CancellationToken token)
        {
            var found = await FindAsOfAsync(user, token);
            rights.Writer.TryWrite(found);
            return found.Access;
        }
    }

    private TimeSpan UntilTomorrow()
    {
        var now = time.GetUtcNow();
        return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
    }

    private async Task<ViewerAsOf> FindAsOfAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var found = await viewers.FindAsync(user, cancellation);
        return found.Viewer.Appointments.Count > 0
            ? found
            : throw new GraphQLException("An inbox belongs to an office: you hold none now.", ErrorCodes.Forbidden);
    }

    private async Task<string> FingerprintAsync(Viewer viewer, CancellationToken cancellation)
    {
        await using var session = store.OpenRead(viewer.Access);
        var inbox = new InboxReader(sources, session, viewer, time);
        var counts = await inbox.CountAsync(cancellation);
        var items = await inbox.ReadAsync(InboxReader.MaxItems, null, cancellation);
        return string.Join(
            '\n', [.. counts.Select(count => $"{count}"), .. items.Select(item => $"{item.Reason} {item.SubjectId} {item.DueOn} {item.Overdue}")]);
    }
}
