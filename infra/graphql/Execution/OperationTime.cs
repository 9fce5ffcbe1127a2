namespace R2P.GraphQL.Execution;

/// <summary>The time of an operation that outlives its call: its token is cancelled when that is over, or when the client goes away.</summary>
internal sealed class OperationTime : IDisposable
{
    private readonly CancellationToken _client;
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _either;

    public OperationTime(TimeSpan limit, TimeProvider time, CancellationToken client)
    {
        _client = client;
        _timeout = new CancellationTokenSource(limit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(client, _timeout.Token);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether the time ran out while the client was still there.</summary>
    public bool IsOver => _timeout.IsCancellationRequested && !_client.IsCancellationRequested;

    /// <summary>Ends it before its time.</summary>
    public void Cancel() => _either.Cancel();

    public void Dispose()
    {
        _either.Dispose();
        _timeout.Dispose();
    }
}
