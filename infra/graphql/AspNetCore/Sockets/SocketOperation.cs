using System.Net.WebSockets;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>One operation of a socket, from <c>subscribe</c> to <c>complete</c>, <c>error</c> or its cancellation.</summary>
internal sealed class SocketOperation(string id, SocketWriter writer, CancellationToken connection) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(connection);
    private readonly byte[] _nextPrefix = ServerMessage.NextPrefix(id);

    public string Id { get; } = id;

    public bool IsCancelled => _cancellation.IsCancellationRequested;

    /// <summary>Nothing more is sent under this id, and what runs is told to stop.</summary>
    public void Cancel()
    {
        try
        {
            _ = _cancellation.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself at this moment.
        }
    }

    /// <summary>Executes the request and sends what it yields, up to but not including the message that ends it.</summary>
    /// <returns>The last message: <c>complete</c> or <c>error</c>.</returns>
    public async Task<ReadOnlyMemory<byte>> RunAsync(IOperationExecutor executor, GraphQLRequest request)
    {
        switch (await executor.ExecuteAsync(request, _cancellation.Token))
        {
            case RequestErrorResult refusal:
                return ServerMessage.Error(Id, refusal.Errors);
            case ResponseResult response:
                await SendNextAsync(response);
                break;
            case StreamedResult streamed:
                (streamed as SubscriptionResult)?.TrySend = TrySendNext;
                await foreach (var response in streamed.Responses.WithCancellation(_cancellation.Token))
                {
                    await SendNextAsync(response);
                }

                break;
        }

        return ServerMessage.Complete(Id);
    }

    /// <summary>Sends the message that ends the operation, unless the client is gone or ended it first.</summary>
    public async ValueTask SendLastAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            await writer.SendAsync(message, _cancellation.Token);
        }
        catch (Exception exception) when (IsCancelled || exception is WebSocketException)
        {
            // There is nobody to tell.
        }
    }

    public void Dispose() => _cancellation.Dispose();

    private bool TrySendNext(ResponseResult response)
    {
        if (IsCancelled)
        {
            return false;
        }

        var message = ServerMessage.Next(_nextPrefix, response.Utf8Json);
        if (writer.TrySend(message))
        {
            response.Dispose();
            return true;
        }

        message.Dispose();
        return false;
    }

    private async ValueTask SendNextAsync(ResponseResult response)
    {
        ServerMessage message;
        using (response)
        {
            message = ServerMessage.Next(_nextPrefix, response.Utf8Json);
        }

        using (message)
        {
            await writer.SendAsync(message.Utf8Json, _cancellation.Token);
        }
    }
}
