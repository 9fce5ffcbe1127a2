using System.Net.WebSockets;

namespace R2P.Bench.Subscriptions.Hand;

/// <summary>Who listens.</summary>
internal sealed class HandAudience
{
    private readonly Lock _gate = new();
    private volatile HandSubscriber[] _all = [];

    public void Add(HandSubscriber subscriber)
    {
        lock (_gate)
        {
            _all = [.. _all, subscriber];
        }
    }

    /// <summary>Sends one message to everybody who may read both the event and its document.</summary>
    public async Task SendAsync(HandMessage message)
    {
        List<Task>? underWay = null;
        foreach (var subscriber in _all)
        {
            if (!subscriber.MayRead(message))
            {
                continue;
            }

            var send = subscriber.SendAsync(message.Utf8Json);
            if (!send.IsCompletedSuccessfully)
            {
                (underWay ??= []).Add(send.AsTask());
            }
        }

        if (underWay is not null)
        {
            await Task.WhenAll(underWay);
        }
    }
}

/// <summary>One socket, and what its person holds.</summary>
internal sealed class HandSubscriber(WebSocket socket, string[] tokens)
{
    public bool MayRead(HandMessage message) => Array.Exists(message.EventReaders, Holds) && Array.Exists(message.DocumentReaders, Holds);

    public ValueTask SendAsync(ReadOnlyMemory<byte> message) => socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, default);

    private bool Holds(string reader) => Array.IndexOf(tokens, reader) >= 0;
}
