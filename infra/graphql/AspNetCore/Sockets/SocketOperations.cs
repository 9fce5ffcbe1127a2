using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Telemetry;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>The operations that run on one socket, each under the id that the client gave it.</summary>
internal sealed class SocketOperations(
    IOperationExecutor executor,
    SocketWriter writer,
    TransportFailures failures,
    int limit,
    CancellationToken connection)
{
    private readonly ConcurrentDictionary<string, SocketOperation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    /// <summary>Those that the client ended count until they have really stopped.</summary>
    private int _active;

    /// <summary>Starts an operation.</summary>
    /// <exception cref="SocketCloseException">The id is in use.</exception>
    public async ValueTask StartAsync(string id, GraphQLRequest request)
    {
        if (_operations.ContainsKey(id))
        {
            throw new SocketCloseException(SocketClose.DuplicateId(id));
        }

        if (Volatile.Read(ref _active) >= limit)
        {
            var refusal = TransportErrors.TooManyOperations(limit);
            Figures.CountRefusal(refusal);
            await writer.SendAsync(ServerMessage.Error(id, [refusal]), connection);
            return;
        }

        Interlocked.Increment(ref _active);
        var operation = new SocketOperation(id, writer, connection);
        _operations[id] = operation;
        var running = Task.Run(() => RunAsync(operation, request), CancellationToken.None);
        _running[running] = true;
        _ = running.ContinueWith(ended => _running.TryRemove(ended, out _), TaskScheduler.Default);
    }

    /// <summary>The client has heard enough; an id that is not in use is none of our business.</summary>
    public void Complete(string id)
    {
        if (_operations.TryRemove(id, out var operation))
        {
            operation.Cancel();
        }
    }

    /// <summary>Waits until every operation has ended; the connection's token makes them.</summary>
    public Task WhenEndedAsync() => Task.WhenAll(_running.Keys);

    private async Task RunAsync(SocketOperation operation, GraphQLRequest request)
    {
        using (operation)
        {
            var last = await OutcomeAsync(operation, request);

            // The id is free before the client can know that the operation has ended.
            _operations.TryRemove(new KeyValuePair<string, SocketOperation>(operation.Id, operation));
            Interlocked.Decrement(ref _active);
            if (last is { } message)
            {
                await operation.SendLastAsync(message);
            }
        }
    }

    /// <summary>The message that ends the operation; null when nobody waits for it.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The boundary of an operation: what is unexpected is logged, and masked.")]
    private async Task<ReadOnlyMemory<byte>?> OutcomeAsync(SocketOperation operation, GraphQLRequest request)
    {
        try
        {
            return await operation.RunAsync(executor, request);
        }
        catch (Exception) when (operation.IsCancelled)
        {
            return null;
        }
        catch (WebSocketException)
        {
            return null;
        }
        catch (Exception exception)
        {
            return ServerMessage.Error(operation.Id, [failures.Report(exception)]);
        }
    }
}
