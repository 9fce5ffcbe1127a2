using System.Collections.Concurrent;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>
/// graphql-sse, "Making reservations": what a token stands for, from the PUT that reserves it to the end of its one stream. Operations may start
/// before the stream is there; their results wait for it.
/// </summary>
internal sealed class Reservation : IDisposable
{
    private readonly ConcurrentDictionary<string, StreamOperation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly TaskCompletionSource<EventStream> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TransportFailures _failures;
    private readonly int _limit;
    private readonly ITimer _patience;
    private int _taken;

    /// <summary>Those that the client ended count until they have really stopped.</summary>
    private int _active;

    public Reservation(string token, StreamOwner owner, GraphQLTransportOptions options, TransportFailures failures, TimeProvider time)
    {
        (Token, Owner, _failures, _limit) = (token, owner, failures, options.MaxOperationsPerSocket);
        Life = new StreamLife(time);
        _patience = time.CreateTimer(
            _ => GiveUp(), state: null, options.EventStreamReservationTimeout, Timeout.InfiniteTimeSpan);
    }

    public string Token { get; }

    public StreamOwner Owner { get; }

    public StreamLife Life { get; }

    /// <summary>Takes the reservation up, which can be done once.</summary>
    public bool TryTake()
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            return false;
        }

        _patience.Dispose();
        return true;
    }

    /// <summary>Lets the results of the operations into the stream; returns when it has ended, and they have stopped.</summary>
    public async Task ServeAsync(EventStream stream)
    {
        if (await stream.TryOpenAsync())
        {
            _connected.SetResult(stream);
        }

        await stream.RunAsync();
        await WhenStoppedAsync();
    }

    /// <summary>Waits until every operation has stopped; the end of the life makes them.</summary>
    public Task WhenStoppedAsync() => Task.WhenAll(_running.Keys);

    /// <summary>Keeps a place for an operation that is about to be executed.</summary>
    /// <exception cref="TransportException">The id is in use, or there are too many.</exception>
    public StreamOperation Add(string id)
    {
        if (Interlocked.Increment(ref _active) > _limit)
        {
            Interlocked.Decrement(ref _active);
            throw TransportErrors.TooManyStreamOperations(_limit);
        }

        var operation = new StreamOperation(EventFrame.Of(id), _connected.Task, _failures, Life.Ended);
        if (_operations.TryAdd(id, operation))
        {
            return operation;
        }

        operation.Dispose();
        Interlocked.Decrement(ref _active);
        throw TransportErrors.DuplicateOperation(id);
    }

    /// <summary>Gives the place of an operation back.</summary>
    public void Remove(string id, StreamOperation operation)
    {
        _operations.TryRemove(new KeyValuePair<string, StreamOperation>(id, operation));
        Interlocked.Decrement(ref _active);
    }

    /// <summary>Sends what an operation came to, beside whatever else is under way.</summary>
    public void Run(string id, StreamOperation operation, OperationResult result)
    {
        var running = Task.Run(() => RunAsync(id, operation, result), CancellationToken.None);
        _running[running] = true;
        _ = running.ContinueWith(ended => _running.TryRemove(ended, out _), TaskScheduler.Default);
    }

    /// <summary>The client has heard enough; an id that is not in use has ended already.</summary>
    public void Stop(string id)
    {
        if (_operations.TryRemove(id, out var operation))
        {
            operation.Cancel();
        }
    }

    public void Dispose()
    {
        _patience.Dispose();
        Life.Dispose();
    }

    private async Task RunAsync(string id, StreamOperation operation, OperationResult result)
    {
        using (operation)
        {
            await operation.SendAsync(result);

            // The id is free before the client can know that the operation has ended.
            Remove(id, operation);
            await operation.CompleteAsync();
        }
    }

    private void GiveUp()
    {
        if (TryTake())
        {
            Life.End(StreamEnd.ClientGone);
        }
    }
}
