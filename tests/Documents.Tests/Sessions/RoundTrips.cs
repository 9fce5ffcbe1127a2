using System.Diagnostics;

namespace R2P.Documents.Tests.Sessions;

/// <summary>Counts how often something goes to PostgreSQL and comes back, from now on, for whoever made this.</summary>
internal sealed class RoundTrips : IDisposable
{
    private readonly Activity _root = new Activity("count").Start();
    private readonly ActivityListener _listener;
    private int _count;

    public RoundTrips()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Interlocked.Add(ref _count, activity.TraceId == _root.TraceId ? 1 : 0),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => _count;

    public void Dispose()
    {
        _listener.Dispose();
        _root.Dispose();
    }
}
