using System.Collections.Concurrent;
using System.Diagnostics;

namespace R2P.Tests;

/// <summary>What goes to PostgreSQL from now on: on behalf of whoever made this, or to one database on whosever behalf.</summary>
public sealed class SentStatements : IDisposable
{
    private readonly Activity _root = new Activity("statements").Start();
    private readonly string? _database;
    private readonly ConcurrentQueue<string> _texts = [];
    private readonly ActivityListener _listener;

    /// <summary>Begins to listen.</summary>
    /// <param name="database">The database; null for what is sent on behalf of whoever makes this.</param>
    public SentStatements(string? database = null)
    {
        _database = database;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>How often something went there and came back; connecting not counted.</summary>
    public int RoundTrips => _texts.Count;

    /// <summary>What went there at a time, for each round trip.</summary>
    public IReadOnlyList<string> Trips => [.. _texts];

    /// <summary>Each statement; which of them share a round trip is a matter of moments.</summary>
    public IReadOnlyList<string> Texts => [.. _texts.SelectMany(text => text.Split(";\n"))];

    public void Dispose()
    {
        _listener.Dispose();
        _root.Dispose();
    }

    private void Note(Activity activity)
    {
        var isOurs = _database is null ? activity.TraceId == _root.TraceId : activity.GetTagItem("db.namespace") as string == _database;
        if (isOurs && activity.DisplayName != "connect")
        {
            _texts.Enqueue(activity.GetTagItem("db.query.text") as string ?? activity.DisplayName);
        }
    }
}
