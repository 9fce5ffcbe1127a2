using System.Collections.Concurrent;
using R2P.Tests;

namespace R2P.Documents.Tests.Events;

/// <summary>A relay tells a follower at once whose reader waits; each event is told once all the same, in order, and only to who may hear of it.</summary>
public sealed class EventToldAtOnceTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly AccessContext Someone = Member(Guid.CreateVersion7(), "members");

    private readonly ConcurrentQueue<string> _told = [];

    /// <summary>Given back by whoever reads "held".</summary>
    private readonly SemaphoreSlim _free = new(0);

    private AccessContext _viewer = Someone;
    private Task _mayAsk = Task.CompletedTask;

    [Fact]
    public async Task What_is_told_at_once_does_not_come_to_the_reader_and_the_rest_does()
    {
        await using var following = await FollowAsync(header => header.Type != "big");

        await AppendAsync("one");
        await ToldAsync(1);
        await AppendAsync("big");
        await ToldAsync(2);
        await UntilAppendedAtOnceAsync();

        Assert.Equal(["at once: one", "read: big"], _told.Take(2));
    }

    [Fact]
    public async Task Nothing_is_told_past_a_reader_who_is_busy()
    {
        await using var following = await FollowAsync(header => header.Type != "held");
        await AppendAsync("held");
        await ToldAsync(1);

        await AppendAsync("second");
        await AppendAsync("third");
        await Task.Delay(200, Cancellation);
        Assert.Equal(["read: held"], _told);
        _free.Release();
        await ToldAsync(3);

        Assert.Equal(["read: held", "read: second", "read: third"], _told);
        await UntilAppendedAtOnceAsync();
    }

    [Fact]
    public async Task What_can_t_be_told_at_once_is_read_and_harms_nobody_else()
    {
        await using var following = await FollowAsync(header => header.Type != "bad" ? true : throw new InvalidOperationException("No."));

        await AppendAsync("bad");
        await ToldAsync(1);

        Assert.Equal(["read: bad"], _told);
        await UntilAppendedAtOnceAsync();
    }

    [Fact]
    public async Task Who_has_lost_access_is_told_nothing_more_at_once()
    {
        await using var following = await FollowAsync(_ => true);
        _viewer = Member(Guid.CreateVersion7(), "others");

        await AppendAsync("dismissed", "hidden", changesAccess: true);
        await AppendAsync("secret");
        await AppendAsync("theirs", "others");
        await ToldAsync(1);

        Assert.EndsWith(": theirs", Assert.Single(_told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_may_hear_of_is_told_nobody_else()
    {
        await using var following = await FollowAsync(_ => true);

        await AppendAsync("theirs", "others");
        await AppendAsync("ours");
        await ToldAsync(1);

        Assert.Equal(["at once: ours"], _told);
    }

    [Fact]
    public async Task Who_goes_back_to_the_database_is_not_told_again_what_was_told_at_once()
    {
        await using var following = await FollowAsync(_ => true);
        await AppendAsync("one");
        await ToldAsync(1);
        var asked = new TaskCompletionSource();
        _mayAsk = asked.Task;

        await AppendAsync("dismissed", "hidden", changesAccess: true);
        for (var number = 0; number < 300; number++)
        {
            await AppendAsync("theirs", "others");
        }

        asked.SetResult();
        await AppendAsync("two");
        await ToldAsync(2);

        Assert.Equal(["one", "two"], _told.Select(told => told.Split(": ")[1]));
    }

    /// <summary>Follows through a relay until it is told at once.</summary>
    private async Task<Following> FollowAsync(Func<EventHeader, bool> tells)
    {
        var log = await StartEventLogAsync(Store, Signal);
        var following = new Following(
            log.Relay((_, _) => ValueTask.FromResult<string?>("prepared"), _ => ValueTask.CompletedTask),
            CancellationTokenSource.CreateLinkedTokenSource(Cancellation));
        following.Reading = ReadAsync(log, following, tells);
        await UntilAppendedAtOnceAsync();
        _told.Clear();
        return following;
    }

    private async Task ReadAsync(EventLog log, Following following, Func<EventHeader, bool> tells)
    {
        try
        {
            var followed = log.FollowAsync(0, AccessAsync, following.Relay, TellAtOnce, following.Stop.Token);
            await foreach (var (header, _) in followed)
            {
                _told.Enqueue($"read: {header.Type}");
                if (header.Type == "held")
                {
                    await _free.WaitAsync(Soon, following.Stop.Token);
                }
            }
        }
        catch (OperationCanceledException) when (following.Stop.IsCancellationRequested)
        {
        }

        async ValueTask<AccessContext> AccessAsync(CancellationToken token)
        {
            await _mayAsk.WaitAsync(token);
            return _viewer;
        }

        bool TellAtOnce(EventHeader header, string prepared)
        {
            if (!tells(header))
            {
                return false;
            }

            _told.Enqueue($"at once: {header.Type}");
            return true;
        }
    }

    /// <summary>An event more, and another, until one is told at once; all of them are told.</summary>
    private async Task UntilAppendedAtOnceAsync()
    {
        for (var (early, before) = (0, _told.Count); ; early++)
        {
            await AppendAsync($"early-{before}-{early}");
            await ToldAsync(before + early + 1);
            if (_told.Last() == $"at once: early-{before}-{early}")
            {
                return;
            }

            await Task.Delay(20, Cancellation);
        }
    }

    private async Task ToldAsync(int count)
    {
        using var patience = new CancellationTokenSource(Soon);
        while (_told.Count < count)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private Task<int> AppendAsync(string type) => AppendAsync(type, "members");

    private sealed class Following(EventRelay<string> relay, CancellationTokenSource stop) : IAsyncDisposable
    {
        public EventRelay<string> Relay => relay;

        public CancellationTokenSource Stop => stop;

        public Task Reading { get; set; } = Task.CompletedTask;

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await Reading;
            await relay.DisposeAsync();
            stop.Dispose();
        }
    }
}
