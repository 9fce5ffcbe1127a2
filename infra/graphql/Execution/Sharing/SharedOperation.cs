namespace R2P.GraphQL.Execution;

/// <summary>The operation of a subscriber, as a source stream sees it that shares its events.</summary>
public sealed class SharedOperation
{
    private readonly RequestExecution _execution;

    internal SharedOperation(RequestExecution execution) => _execution = execution;

    /// <summary>What is asked, apart from who asks.</summary>
    public OperationKey Key => _execution.Key;

    /// <summary>
    /// Executes the response to an event before anybody is given it: whoever is given it later finds it made, and goes on without waiting.
    /// </summary>
    /// <returns>Ends when the response is made. Never fails: who is given the event meets the same failure.</returns>
    public Task RespondAheadAsync<T>(SharedEvent<T> shared)
        where T : class => shared.RespondAheadAsync(_execution);

    /// <summary>
    /// Tells the subscriber of an event at once, past the source stream, which nobody has to wake for it. Only to be called while the stream's next event is
    /// awaited, and by one caller at a time.
    /// </summary>
    /// <returns>
    /// Whether it is told, or there is nothing to tell; if not, since the response is not made yet or would have to wait for the client, nothing has
    /// happened, and the event has to come in the stream.
    /// </returns>
    public bool TryTell<T>(SharedEvent<T> shared)
        where T : class => _execution.Subscription?.TrySend is { } send && shared.TryTell(_execution, send);
}
