using System.Collections.Concurrent;
using System.Diagnostics;
using R2P.GraphQL.Telemetry;

namespace R2P.GraphQL.Tests.Telemetry;

/// <summary>Listens to the engine's spans until it is disposed.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryOptions.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The spans in the order of their ends, each as <c>PARENT > NAME {attributes} STATUS</c>.</summary>
    public IEnumerable<string> Lines => _ended.Select(Describe);

    public void Dispose() => _listener.Dispose();

    private static string Describe(Activity span)
    {
        var tags = string.Join(", ", span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
        var status = span.Status == ActivityStatusCode.Unset ? "" : $" {span.Status}";
        var parent = span.Parent is null ? "" : $"{span.Parent.DisplayName} > ";
        return $"{parent}{span.DisplayName}{(tags.Length == 0 ? "" : $" {{{tags}}}")}{status}";
    }
}
