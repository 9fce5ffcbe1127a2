using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests.Events;

public sealed class EventLogTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office);
    private static readonly AccessContext Someone = Member(Guid.CreateVersion7(), "members");

    [Fact(Timeout = 60_000)]
    public async Task Eight_writers_and_a_slow_follower_that_is_cut_and_resumed_none_missing_none_twice_in_order()
    {
        const int Writers = 8;
        const int EventsPerWriter = 150;
        var log = await StartEventLogAsync(Store, Signal);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(
            async () =>
            {
                for (var i = 0; i < EventsPerWriter; i++)
                {
                    await AppendAsync($"{w}:{i}", i % 2 == 0 ? "members" : "hidden");
                }
            },
            Cancellation)));

        var seen = new List<EventHeader>();
        var expected = Writers * EventsPerWriter / 2;
        for (var cut = 37; seen.Count < expected; cut = (cut * 5 % 211) + 1)
        {
            await foreach (var header in FollowAsync(log, seen.LastOrDefault()?.Position ?? 0, Someone).Take(
                Math.Min(cut, expected - seen.Count)))
            {
                seen.Add(header);
                if (seen.Count % 50 == 0)
                {
                    await Task.Delay(20, Cancellation);
                }
            }
        }

        await writing;
        Assert.Equal(seen.Select(h => h.Position).Distinct().Order(), seen.Select(h => h.Position));
        foreach (var writer in seen.GroupBy(h => h.Type.Split(':')[0]))
        {
            Assert.Equal(
                Enumerable.Range(0, EventsPerWriter).Where(i => i % 2 == 0).Select(i => $"{writer.Key}:{i}"),
                writer.Select(h => h.Type));
        }

        await AppendAsync("last", "members");
        var next = await FirstAsync(FollowAsync(log, seen[^1].Position, Someone));
        Assert.Equal("last", next.Type);
    }

    [Fact]
    public async Task A_follower_that_stands_still_while_more_happens_than_fits_gets_it_all_later()
    {
        var log = await StartEventLogAsync(Store, Signal);
        await AppendAsync("first", "members");
        await using var follower = FollowAsync(log, 0, Someone).GetAsyncEnumerator(Cancellation);
        Assert.True(await follower.MoveNextAsync());

        await AppendManyAsync(1200, "members");
        var positions = new List<long> { follower.Current.Position };
        while (positions.Count < 1201 && await follower.MoveNextAsync().AsTask().WaitAsync(Soon, Cancellation))
        {
            positions.Add(follower.Current.Position);
        }

        Assert.Equal(Enumerable.Range(1, 1201).Select(p => (long)p), positions);
    }

    [Fact]
    public async Task Holes_in_the_positions_hold_nobody_up()
    {
        var log = await StartEventLogAsync(Store, Signal);
        await AppendAsync("before", "members");
        await AskOwnerAsync<long>("select max(nextval('r2p.event_position')) from generate_series(1, 700)");
        await AppendAsync("after", "members");

        var types = await TakeAsync(FollowAsync(log, 0, Someone), 2);

        Assert.Equal(["before", "after"], types);
    }

    [Fact]
    public async Task An_open_transaction_of_another_writer_is_not_skipped()
    {
        var log = await StartEventLogAsync(Store, Signal);
        var opened = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var slow = Store.WriteAsync(
            Owner,
            "slow",
            async session =>
            {
                session.Context.Add(Draft(Office));
                session.Append(new DocumentEvent("slow", ["members"]));
                await session.Context.SaveChangesAsync(Cancellation);
                opened.SetResult();
                await goOn.Task;
                return 0;
            },
            Cancellation);
        await opened.Task;
        await AppendAsync("quick", "members");
        Assert.Equal(["quick"], await TakeAsync(FollowAsync(log, 0, Someone), 1));

        goOn.SetResult();
        await slow;

        Assert.Equal(["quick", "slow"], await TakeAsync(FollowAsync(log, 0, Someone), 2));
    }

    [Fact]
    public async Task An_event_is_as_late_as_its_place_in_the_log_however_long_its_writer_has_waited()
    {
        await using var other = new NpgsqlConnection(Database.OwnerConnectionString);
        await other.OpenAsync(Cancellation);
        await using var holding = await other.BeginTransactionAsync(Cancellation);
        await ScalarAsync<string>(other, "select r2p.lock_alone('EVENTS')::text", Cancellation);
        var late = AppendAsync("late", "members");
        await Task.Delay(300, Cancellation);
        var released = await ScalarAsync<DateTime>(other, "select clock_timestamp()", Cancellation);
        await holding.RollbackAsync(Cancellation);

        await late;

        Assert.True(await AskAsync<DateTime>(Someone, "select at from r2p.event where type = 'late'") > released);
    }

    [Fact]
    public async Task Another_instance_hears_of_it()
    {
        var otherSignal = new EventSignal();
        var other = await StartEventLogAsync(CreateStore(otherSignal), otherSignal);
        await StartEventLogAsync(Store, Signal);
        var first = FirstAsync(FollowAsync(other, await other.HeadAsync(Cancellation), Someone));

        await AppendAsync("news", "members");

        Assert.Equal("news", (await first).Type);
    }

    [Fact]
    public async Task The_wake_up_on_the_wire_says_nothing()
    {
        await StartEventLogAsync(Store, Signal);
        await using var connection = new NpgsqlConnection(Database.ServiceConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var listen = new NpgsqlCommand("listen r2p_event", connection);
        await listen.ExecuteNonQueryAsync(Cancellation);
        var heard = new List<string>();
        connection.Notification += (_, wakeUp) => heard.Add(wakeUp.Payload);

        await AppendAsync("secret", "hidden");

        Assert.True(await connection.WaitAsync(Soon, Cancellation));
        Assert.Equal([""], heard);
    }

    [Fact]
    public async Task A_cut_listening_connection_loses_nothing()
    {
        var otherSignal = new EventSignal();
        var other = await StartEventLogAsync(CreateStore(otherSignal), otherSignal);
        await WaitForListenerAsync();
        var killed = await AskOwnerAsync<long>(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = 'r2p-listen'");
        Assert.Equal(1, killed);

        await AppendAsync("after the cut", "members");

        Assert.Equal("after the cut", (await FirstAsync(FollowAsync(other, 0, Someone))).Type);
        await WaitForListenerAsync();
    }

    [Fact]
    public async Task Access_that_ends_stops_the_next_event_live()
    {
        var log = await StartEventLogAsync(Store, Signal);
        var appointed = true;
        await using var follower = log.FollowAsync(
            0, _ => ValueTask.FromResult(appointed ? Someone : AccessContext.Anonymous), Cancellation).GetAsyncEnumerator(Cancellation);
        await AppendAsync("one", "members");
        Assert.True(await follower.MoveNextAsync());

        appointed = false;
        await AppendAsync("dismissed", "hidden", changesAccess: true);
        await AppendAsync("two", "members");
        await AppendAsync("three", "public");
        await follower.MoveNextAsync().AsTask().WaitAsync(Soon, Cancellation);

        Assert.Equal("three", follower.Current.Type);
    }

    [Fact]
    public async Task Access_that_holds_until_a_moment_is_asked_for_anew_after_it()
    {
        var log = await StartEventLogAsync(Store, Signal);
        var begun = false;
        var until = DateTimeOffset.MaxValue;
        await using var follower = log.FollowAsync(
            0, _ => ValueTask.FromResult(begun ? Someone : AccessContext.Anonymous with { ValidUntil = until }), Cancellation).GetAsyncEnumerator(Cancellation);
        until = DateTimeOffset.UnixEpoch;
        await AppendAsync("one", "public");
        Assert.True(await follower.MoveNextAsync());

        begun = true;
        await AppendAsync("two", "members");
        Assert.True(await follower.MoveNextAsync().AsTask().WaitAsync(Soon, Cancellation));

        Assert.Equal("two", follower.Current.Type);
    }

    [Fact]
    public async Task Access_that_holds_until_a_moment_is_asked_for_anew_when_it_comes_though_nothing_happens()
    {
        var log = await StartEventLogAsync(Store, Signal);
        var until = new DateTimeOffset(await AskOwnerAsync<DateTime>("select clock_timestamp() + interval '1.5 seconds'"));
        var asked = new List<DateTimeOffset>();
        var others = 0;
        await using var follower = log.FollowAsync(0, _ => LookAsync(), Cancellation).GetAsyncEnumerator(Cancellation);
        await using var other = log.FollowAsync(
            0, _ => ValueTask.FromResult(Someone with { ValidUntil = DateTimeOffset.MaxValue.AddSeconds(-(++others)) }), Cancellation)
            .GetAsyncEnumerator(Cancellation);
        var next = follower.MoveNextAsync().AsTask();
        var untouched = other.MoveNextAsync().AsTask();

        await Assert.ThrowsAsync<TimeoutException>(() => next.WaitAsync(Soon, Cancellation));

        Assert.InRange(asked[^1] - until, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.False(untouched.IsCompleted);
        Assert.Equal(2, others);
        await AppendAsync("one", "members");
        Assert.True(await untouched.WaitAsync(Soon, Cancellation));

        async ValueTask<AccessContext> LookAsync()
        {
            asked.Add(new DateTimeOffset(await AskOwnerAsync<DateTime>("select clock_timestamp()")));
            return asked[^1] < until ? Someone with { ValidUntil = until } : throw new TimeoutException("The appointment has ended.");
        }
    }

    [Fact]
    public async Task Access_that_ends_stops_a_replay_in_the_middle()
    {
        var log = await StartEventLogAsync(Store, Signal);
        await AppendManyAsync(20, "members");
        await AppendAsync("open", "public");
        var appointed = true;
        await using var follower = log.FollowAsync(
            0, _ => ValueTask.FromResult(appointed ? Someone : AccessContext.Anonymous), Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await follower.MoveNextAsync());

        appointed = false;
        await AppendAsync("dismissed", "hidden", changesAccess: true);
        await FirstAsync(FollowAsync(log, 21, new AccessContext(["hidden"], null, null)));
        await Task.Delay(200, Cancellation);
        await follower.MoveNextAsync().AsTask().WaitAsync(Soon, Cancellation);

        Assert.Equal("open", follower.Current.Type);
    }

    [Fact]
    public async Task Whoever_starts_at_the_head_gets_only_what_comes()
    {
        var log = await StartEventLogAsync(Store, Signal);
        await AppendAsync("old", "members");
        var head = await log.HeadAsync(Cancellation);
        await AppendAsync("new", "members");

        Assert.Equal("new", (await FirstAsync(FollowAsync(log, head, Someone))).Type);
    }

    private static IAsyncEnumerable<EventHeader> FollowAsync(EventLog log, long after, AccessContext viewer) =>
        log.FollowAsync(after, _ => ValueTask.FromResult(viewer), Cancellation);

    private static async Task<EventHeader> FirstAsync(IAsyncEnumerable<EventHeader> headers) =>
        await headers.FirstAsync(Cancellation).AsTask().WaitAsync(Soon, Cancellation);

    private static async Task<List<string>> TakeAsync(IAsyncEnumerable<EventHeader> headers, int count) =>
        await headers.Take(count).Select(h => h.Type).ToListAsync(Cancellation).AsTask().WaitAsync(Soon, Cancellation);

    [Fact]
    public async Task The_head_of_a_session_lies_where_its_snapshot_ends()
    {
        var log = await StartEventLogAsync(Store, Signal);
        await AppendAsync("before", "members");
        await using var session = Store.OpenRead(Someone);
        var head = await EventLog.HeadOfAsync(session, Cancellation);

        await AppendAsync("after", "members");

        Assert.Equal(head, await EventLog.HeadOfAsync(session, Cancellation));
        Assert.Equal("after", (await FirstAsync(FollowAsync(log, head, Someone))).Type);
    }

    private Task<int> AppendManyAsync(int count, string reader) => Store.WriteAsync(
        Owner,
        "append",
        session =>
        {
            for (var i = 0; i < count; i++)
            {
                session.Append(new DocumentEvent($"{i}", [reader]));
            }

            return Task.FromResult(0);
        },
        Cancellation);

    private async Task WaitForListenerAsync()
    {
        const string Listeners =
            "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'r2p-listen' "
            + "and wait_event = 'ClientRead'";
        using var patience = new CancellationTokenSource(Soon);
        while (await AskOwnerAsync<long>(Listeners) == 0)
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
