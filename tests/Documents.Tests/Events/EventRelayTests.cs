using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests.Events;

/// <summary>A relay prepares each event once for all who follow it, and passes on what is prepared.</summary>
public sealed class EventRelayTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly AccessContext Someone = Member(Guid.CreateVersion7(), "members");

    private readonly ConcurrentQueue<string> _told = [];

    [Fact]
    public async Task What_was_prepared_while_another_event_went_out_goes_out_together()
    {
        var log = await StartEventLogAsync(Store, Signal);
        var (prepared, settled) = (new ConcurrentQueue<string>(), new TaskCompletionSource());
        await using var relay = log.Relay(
            (header, _) =>
            {
                prepared.Enqueue(header.Type);
                return ValueTask.FromResult<string?>($"({header.Type})");
            },
            told => told == "(first)" ? new ValueTask(settled.Task.WaitAsync(Soon)) : ValueTask.CompletedTask);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var listening = Task.WhenAll(ListenAsync("A", log, relay, stop.Token), ListenAsync("B", log, relay, stop.Token));
        await AppendUntilLiveAsync("A(", "B(");

        await AppendAsync("first");
        await ToldAsync(2);
        foreach (var type in (string[])["second", "third", "fourth"])
        {
            await AppendAsync(type);
        }

        await UntilAsync(() => prepared.Contains("fourth"));
        Assert.Equal(2, _told.Count);
        settled.SetResult();
        await ToldAsync(8);

        string[] told = [.. _told];
        Assert.Equal(["A(first)", "B(first)"], told[..2].Order(StringComparer.Ordinal));
        var (one, other) = told[2][0] == 'A' ? ('A', 'B') : ('B', 'A');
        Assert.Equal([$"{one}(second)", $"{one}(third)", $"{one}(fourth)", $"{other}(second)", $"{other}(third)", $"{other}(fourth)"], told[2..]);
        await stop.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task What_can_t_be_prepared_is_told_without_and_the_next_as_ever()
    {
        var log = await StartEventLogAsync(Store, Signal);
        await using var relay = log.Relay(
            (header, _) => header.Type == "bad" ? throw new InvalidOperationException("No.") : ValueTask.FromResult<string?>("ready"), _ => ValueTask.CompletedTask);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var listening = ListenAsync("", log, relay, stop.Token);
        await AppendUntilLiveAsync("ready");

        await AppendAsync("bad");
        await AppendAsync("good");
        await ToldAsync(2);

        Assert.Equal(["bad", "ready"], _told);
        await stop.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task What_a_companion_asks_goes_with_the_log_and_is_there_before_the_event_is_told()
    {
        var companion = new Companion();
        var log = new EventLog(Store, Database.Options, Signal, NullLogger<EventLog>.Instance, companion);
        await log.StartAsync(Cancellation);
        await using var ending = log;
        var followed = log.FollowAsync(0, _ => ValueTask.FromResult(Someone), Cancellation).FirstAsync(Cancellation).AsTask();

        await AppendAsync("first");

        Assert.Equal("first", (await followed.WaitAsync(Soon, Cancellation)).Type);
        Assert.Equal(["first: 1 of 1"], companion.Heard);
    }

    [Fact]
    public async Task A_companion_that_wants_nothing_is_not_heard()
    {
        var companion = new Companion { Wants = false };
        await using var log = new EventLog(Store, Database.Options, Signal, NullLogger<EventLog>.Instance, companion);
        await log.StartAsync(Cancellation);
        var followed = log.FollowAsync(0, _ => ValueTask.FromResult(Someone), Cancellation).FirstAsync(Cancellation).AsTask();

        await AppendAsync("first");

        Assert.Equal("first", (await followed.WaitAsync(Soon, Cancellation)).Type);
        Assert.Empty(companion.Heard);
    }

    private async Task ListenAsync(string name, EventLog log, EventRelay<string> relay, CancellationToken cancellation)
    {
        try
        {
            await foreach (var (header, prepared) in log.FollowAsync(0, _ => ValueTask.FromResult(Someone), relay, tellAtOnce: null, cancellation))
            {
                _told.Enqueue(name + (prepared ?? header.Type));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    /// <summary>Until every follower is told of events as they happen, and not from the database.</summary>
    private async Task AppendUntilLiveAsync(params string[] signs)
    {
        var early = 0;
        while (!signs.All(sign => _told.Any(told => told.StartsWith(sign, StringComparison.Ordinal))))
        {
            await AppendAsync($"early-{++early}");
            await Task.Delay(50, Cancellation);
        }

        await ToldAsync(early * signs.Length);
        _told.Clear();
    }

    private Task ToldAsync(int count) => UntilAsync(() => _told.Count >= count);

    private static async Task UntilAsync(Func<bool> met)
    {
        using var patience = new CancellationTokenSource(Soon);
        while (!met())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private Task<int> AppendAsync(string type) => AppendAsync(type, "members");

    private sealed class Companion : IEventCompanion
    {
        public bool Wants { get; init; } = true;

        public ConcurrentQueue<string> Heard { get; } = [];

        public CompanionQuestion? Ask(long after, int max) => !Wants ? null : new CompanionQuestion(
            new NpgsqlBatchCommand("select count(*) from r2p.event_headers($1, $2)")
            {
                Parameters = { new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<int> { TypedValue = max } },
            },
            async (reader, events, cancellation) =>
            {
                await reader.ReadAsync(cancellation);
                foreach (var header in events)
                {
                    Heard.Enqueue($"{header.Type}: {reader.GetInt64(0)} of {events.Count}");
                }
            });
    }
}
