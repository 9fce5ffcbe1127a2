using System.Text.Json;
using System.Threading.Channels;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Delivers what a first run left over. Each batch that is due is a run of its own; they run side by side, and a part of the response holds what
/// was ready when it was put together. A long list goes on when its last items are in a part.
/// </summary>
internal sealed class Deliveries(OperationRun first, ErrorReporter reporter)
{
    private readonly LaterContext _context = new(reporter, new PendingAllowance(first.Plan.Context.Options.MaxPendingParts));

    private readonly DeliveryGraph _graph = new();
    private readonly Channel<LaterRun> _finished = Channel.CreateUnbounded<LaterRun>(new UnboundedChannelOptions { SingleReader = true });
    private readonly HashSet<LaterRun> _running = [];

    public bool HasNext => _graph.HasNext;

    /// <summary>Whether lists come piece by piece.</summary>
    public bool ReadsSources => first.Sources.Any;

    /// <summary>Ends what is still read, and waits until no resolver is at work any more, be it after a cancellation.</summary>
    public async Task WhenIdleAsync()
    {
        await Task.WhenAll(_running.Select(run => run.WhenIdle).Append(first.WhenIdle));
        await first.Sources.EndAsync();
    }

    /// <summary>Writes the end of the first part, once its data and errors are settled.</summary>
    public void WriteEndOfFirst(Utf8JsonWriter writer)
    {
        if (FoundWork.ByRoot(first, _context.Allowance).TryGetValue(0, out var found))
        {
            _graph.Begin(found);
            _graph.TakePayload().WriteEndOfFirst(writer);
        }
    }

    /// <summary>The next part.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled, or its time is over.</exception>
    public async ValueTask<ResponseResult> NextAsync()
    {
        StartDue(withStreams: true);
        while (_graph.HasNext && _graph.Payload.IsEmpty)
        {
            await _finished.Reader.WaitToReadAsync(first.Cancellation);
            while (_finished.Reader.TryRead(out var run))
            {
                _running.Remove(run);
                run.Deliver(_graph);
                StartDue(withStreams: _graph.Payload.IsEmpty);
            }

            first.Cancellation.ThrowIfCancellationRequested();
        }

        return _graph.TakePayload().Write(_graph.HasNext);
    }

    /// <summary>The last part, when all that is pending ends with an error.</summary>
    public ResponseResult Fail(GraphQLError failure)
    {
        _graph.FailAll(failure);
        return _graph.TakePayload().Write(hasNext: false);
    }

    private void StartDue(bool withStreams)
    {
        foreach (var tasks in _graph.TakeTasks().GroupBy(task => (task.Batch, task.Fields)))
        {
            Start(new DeferredRun(NewRun(), _context, [.. tasks]));
        }

        if (withStreams)
        {
            foreach (var streams in _graph.TakeStreams().GroupBy(stream => (object?)stream.Source ?? stream.Lists))
            {
                Start(new StreamRun(NewRun(), _context, [.. streams]));
            }
        }
    }

    private OperationRun NewRun() => first.ForLater(new FieldErrors(_context.Reporter));

    private void Start(LaterRun run)
    {
        _running.Add(run);
        _ = RunAsync(run);
    }

    private async Task RunAsync(LaterRun run)
    {
        if (await run.CompletesAsync())
        {
            _finished.Writer.TryWrite(run);
        }
    }
}
