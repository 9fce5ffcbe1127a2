using System.Collections.Concurrent;

namespace R2P.GraphQL.Execution;

/// <summary>
/// An event of a source stream that says whether its response may be shared: a subscription field that returns
/// <c>IAsyncEnumerable&lt;SourceEvent&lt;T&gt;&gt;</c> has the type of <typeparamref name="T"/>. A stream of plain values shares nothing.
/// </summary>
public abstract class SourceEvent<T> : SourceEvent
    where T : class;

/// <summary>An event of a source stream. See <see cref="SourceEvent{T}"/>.</summary>
public abstract class SourceEvent
{
    private protected SourceEvent()
    {
    }

    /// <summary>An event for one subscriber, whose response is executed for them alone.</summary>
    public static SourceEvent<T> Own<T>(T value)
        where T : class => new OwnEvent<T>(value);

    /// <summary>§6.2.3.2 The response to this event; null if there is nothing to tell.</summary>
    internal abstract ValueTask<ResponseResult?> RespondAsync(RequestExecution execution, CancellationToken cancellation);
}

/// <summary>
/// An event that several subscribers are given as this one object. For all of them who ask the same (<see cref="OperationKey"/>) the response is
/// executed once, and the same bytes go to each. Whoever hands it out answers for it that they may all see the same: the response is executed in
/// a scope that <see cref="PrepareAsync"/> prepared, without a caller, and no interceptor prepares.
/// </summary>
public abstract class SharedEvent<T> : SourceEvent<T>
    where T : class
{
    private readonly ConcurrentDictionary<OperationKey, Run> _runs = [];

    /// <summary>When every response that somebody has asked for so far is made, if not yet sent to everybody. Never fails.</summary>
    public Task WhenResponded => Task.WhenAll(_runs.Values.Select(run => run.Made));

    /// <summary>Prepares the scope in which the response is executed, and finds the value of the root field; null if there is nothing to tell.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="selection">What is selected of the value.</param>
    /// <param name="cancellation">The time of the response is over.</param>
    protected abstract ValueTask<T?> PrepareAsync(IServiceProvider scope, ISelection selection, CancellationToken cancellation);

    /// <summary>Subscribers that leave cancel nothing: others wait for the same response, and its own time bounds it.</summary>
    internal override ValueTask<ResponseResult?> RespondAsync(RequestExecution execution, CancellationToken cancellation) =>
        new(RunOf(execution).Response);

    /// <summary>Makes the response before anybody waits for it. Never fails: whoever is given the event meets the failure.</summary>
    internal Task RespondAheadAsync(RequestExecution execution)
    {
        var run = RunOf(execution);
        _ = run.Response;
        return run.Made;
    }

    /// <summary>Sends the response if it is made. Whether there is nothing more to do.</summary>
    internal bool TryTell(RequestExecution execution, Func<ResponseResult, bool> send) =>
        _runs.TryGetValue(execution.Key, out var run) && run.TryGet(out var response) && (response is null || send(response));

    private Run RunOf(RequestExecution execution) => _runs.GetOrAdd(
        execution.Key,
        static (_, call) => new Run(() => call.execution.ExecuteSharedAsync(async (scope, selection, token) => await call.self.PrepareAsync(scope, selection, token))),
        (self: this, execution));

    /// <summary>One execution, begun by whoever asks first.</summary>
    private sealed class Run
    {
        private readonly Lazy<Task<ResponseResult?>> _response;

        /// <summary>Those who wait for the response go on one after the other; who waits for it to be made does not wait for them.</summary>
        private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private ResponseResult? _result;
        private bool _hasFailed;

        public Run(Func<Task<ResponseResult?>> execute) => _response = new Lazy<Task<ResponseResult?>>(() => ExecuteAsync(execute));

        public Task<ResponseResult?> Response => _response.Value;

        public Task Made => _made.Task;

        /// <summary>The response, which may be none, once it is made; not its failure.</summary>
        public bool TryGet(out ResponseResult? response)
        {
            var isMade = _made.Task.IsCompleted;
            response = _result;
            return isMade && !_hasFailed;
        }

        private async Task<ResponseResult?> ExecuteAsync(Func<Task<ResponseResult?>> execute)
        {
            try
            {
                return _result = await execute();
            }
            catch
            {
                _hasFailed = true;
                throw;
            }
            finally
            {
                _made.SetResult();
            }
        }
    }
}

/// <summary>An event for one subscriber.</summary>
internal sealed class OwnEvent<T>(T value) : SourceEvent<T>
    where T : class
{
    internal override async ValueTask<ResponseResult?> RespondAsync(RequestExecution execution, CancellationToken cancellation) =>
        (ResponseResult)await execution.ExecuteEventAsync(value, cancellation);
}
