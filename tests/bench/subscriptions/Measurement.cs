using System.Diagnostics;
using System.Globalization;

namespace R2P.Bench.Subscriptions;

/// <summary>Opens the sockets, has the producer make events, and counts what comes.</summary>
internal sealed class Measurement : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Epoll _epoll = new();
    private readonly Settings _settings;
    private readonly Subscriber[] _subscribers;

    private Measurement(Settings settings)
    {
        _settings = settings;
        var personas = File.ReadAllLines(settings.Tokens).Select(line => line.Split(' ')).ToArray();
        _subscribers = [.. Enumerable.Range(0, settings.Sockets).Select(i => new Subscriber(personas[i % personas.Length][0], personas[i % personas.Length][1]))];
    }

    public static async Task<Measured> RunAsync(Settings settings, Expectations expected)
    {
        using var measurement = new Measurement(settings);
        measurement.Connect();
        var (use, commits) = await measurement.ListenAsync(expected);
        return new Measured(use, expected.Compare(measurement._subscribers, commits), measurement._subscribers);
    }

    public void Dispose()
    {
        foreach (var subscriber in _subscribers)
        {
            subscriber.Dispose();
        }

        _epoll.Dispose();
    }

    private void Connect()
    {
        for (var i = 0; i < _subscribers.Length; i++)
        {
            _subscribers[i].Connect(_settings.Port);
            _epoll.Watch(_subscribers[i].Socket, i);
            ReadWhatHasCome(wait: 0); // Whoever answers no ping while the others connect is cut off.
        }
    }

    private async Task<(Use Use, long[] Commits)> ListenAsync(Expectations expected)
    {
        var idle = Settle();
        using var producer = StartProducer();
        var commits = producer.StandardOutput.ReadToEndAsync();
        Listen(TimeSpan.FromSeconds(_settings.WarmUp));
        var postgres = Database.ProcessId(_settings);
        var (before, databaseBefore, start) = (ProcessFigures.Of(_settings.Service), ProcessFigures.CpuSecondsWithChildren(postgres), Stopwatch.GetTimestamp());
        Listen(TimeSpan.FromSeconds(_settings.Seconds));
        var (after, databaseAfter, seconds) =
            (ProcessFigures.Of(_settings.Service), ProcessFigures.CpuSecondsWithChildren(postgres), Stopwatch.GetElapsedTime(start).TotalSeconds);
        Listen(Patience, () => commits.IsCompleted && expected.AreIn(_subscribers));
        var ticks = (await commits).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => long.Parse(line, CultureInfo.InvariantCulture));
        return (new Use(idle, before, after, databaseAfter - databaseBefore, seconds), [.. ticks]);
    }

    /// <summary>A subscription has no acknowledgement: all have begun when the service has come to rest.</summary>
    private ProcessFigures Settle()
    {
        var last = ProcessFigures.Of(_settings.Service);
        while (true)
        {
            Listen(2 * Second);
            var now = ProcessFigures.Of(_settings.Service);
            if (now.CpuSeconds - last.CpuSeconds < 0.1)
            {
                return now;
            }

            last = now;
        }
    }

    private void Listen(TimeSpan time, Func<bool>? done = null)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time && done?.Invoke() != true)
        {
            ReadWhatHasCome(wait: 20);
        }
    }

    private void ReadWhatHasCome(int wait) => _epoll.Wait(wait, i => _subscribers[i].Read(Stopwatch.GetTimestamp()));

    private Process StartProducer() => Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        ArgumentList =
        {
            "produce", "--data", _settings.Data, "--tokens", _settings.Tokens, "--rate", $"{_settings.Rate}",
            "--seconds", $"{_settings.Seconds}", "--warm-up", $"{_settings.WarmUp}", "--series", $"{_settings.Series}",
        },
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
}

/// <summary>What came of measuring one server.</summary>
internal sealed record Measured(Use Use, Deliveries Deliveries, IReadOnlyList<Subscriber> Subscribers)
{
    public double MessagesPerSecond => Deliveries.Milliseconds.Count / Use.Seconds;

    public double MicrosecondsPerMessage => Use.Cores * 1e6 / MessagesPerSecond;

    public long BytesOfMessage => Subscribers.Sum(subscriber => subscriber.Bytes) / Math.Max(1, Deliveries.Received);
}

/// <summary>What a server used: with all sockets open and silent, and around the measured seconds.</summary>
internal sealed record Use(ProcessFigures Idle, ProcessFigures Before, ProcessFigures After, double DatabaseCpuSeconds, double Seconds)
{
    public double Cores => (After.CpuSeconds - Before.CpuSeconds) / Seconds;

    public double DatabaseCores => DatabaseCpuSeconds / Seconds;
}
