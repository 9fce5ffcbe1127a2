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
}
