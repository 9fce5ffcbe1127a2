using System.Globalization;

namespace R2P.Bench.Subscriptions;

/// <summary>What is measured: given as <c>--name value</c>, as <c>run</c> passes it on.</summary>
internal sealed record Settings
{
    /// <summary>The service's data directory, in which its private PostgreSQL lives.</summary>
    public required string Data { get; init; }

    public int Port { get; init; }

    /// <summary>The service's process.</summary>
    public int Service { get; init; }

    /// <summary>With which <c>runtimeconfig.json</c> the server by hand runs: that of the service.</summary>
    public string Runtime { get; init; } = "";

    /// <summary>Counts the servers that are measured.</summary>
    public int Series { get; init; }

    /// <summary>A file with a line <c>persona token</c> for each persona.</summary>
    public required string Tokens { get; init; }

    public int Sockets { get; init; } = 1000;

    /// <summary>Events in a second.</summary>
    public int Rate { get; init; } = 50;

    public int Seconds { get; init; } = 10;

    /// <summary>Seconds of events before the measured ones.</summary>
    public int WarmUp { get; init; } = 30;

    /// <summary>
    /// Events in a second of the warm-up. A service that has just started is slower than one that the JIT leaves alone: it would fall behind, and then only
    /// how it catches up be measured.
    /// </summary>
    public int WarmUpRate => Math.Min(Rate, 15);

    /// <summary>Whether all documents are public, so that every event goes to every socket. Else to those with whom its document is shared.</summary>
    public bool Public { get; init; }

    public int Events => FirstMeasured + (Rate * Seconds);

    public int FirstMeasured => WarmUpRate * WarmUp;

    /// <summary>When an event is due, in seconds from the first.</summary>
    public double DueAt(int number) =>
        number < FirstMeasured ? (double)number / WarmUpRate : WarmUp + ((double)(number - FirstMeasured) / Rate);

    public static Settings Parse(string[] args)
    {
        var given = args.Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[^1], StringComparer.Ordinal);
        int Number(string name, int otherwise) =>
            given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        return new Settings
        {
            Data = given["data"],
            Port = Number("port", 0),
            Service = Number("service", 0),
            Runtime = given.GetValueOrDefault("runtime", ""),
            Series = Number("series", 0),
            Tokens = given["tokens"],
            Sockets = Number("sockets", 1000),
            Rate = Number("rate", 50),
            Seconds = Number("seconds", 10),
            WarmUp = Number("warm-up", 30),
            Public = given.GetValueOrDefault("audience") == "public",
        };
    }
}
