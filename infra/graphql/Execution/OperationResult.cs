using System.Buffers;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Execution;

/// <summary>What a request came to: <see cref="RequestErrorResult"/>, <see cref="ResponseResult"/> or a <see cref="StreamedResult"/>.</summary>
public abstract class OperationResult;

/// <summary>§7.1 A request error: nothing was executed, so the response has no <c>data</c> entry.</summary>
public sealed class RequestErrorResult(IReadOnlyList<GraphQLError> errors) : OperationResult
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}

/// <summary>§7.1 The response of an executed operation, already written as UTF-8 JSON. Dispose it to give the buffer back.</summary>
public abstract class ResponseResult : OperationResult, IDisposable
{
    /// <summary>The whole response map: <c>{"errors":…,"data":…}</c>.</summary>
    public abstract ReadOnlySequence<byte> Utf8Json { get; }

    public abstract bool HasErrors { get; }

    /// <summary>Whether <c>data</c> is null because an error reached the root.</summary>
    public abstract bool DataIsNull { get; }

    public abstract void Dispose();
}

/// <summary>
/// Several responses, one after the other, each disposed by the reader. They have to be enumerated, even if nobody takes them any more: what the
/// operation holds is given back at their end.
/// </summary>
public abstract class StreamedResult(IAsyncEnumerable<ResponseResult> responses) : OperationResult
{
    public IAsyncEnumerable<ResponseResult> Responses { get; } = responses;
}

/// <summary>§6.2.3 A response stream; one <see cref="ResponseResult"/> per source event.</summary>
public sealed class SubscriptionResult(IAsyncEnumerable<ResponseResult> responses) : StreamedResult(responses)
{
    /// <summary>
    /// Set by a transport that can send a response while it waits for the next of <see cref="StreamedResult.Responses"/>, before it enumerates them: it
    /// sends the response and disposes of it, or says false where that would mean to wait. May be called from any thread, by one at a time.
    /// </summary>
    public Func<ResponseResult, bool>? TrySend { get; set; }
}

/// <summary>
/// The parts of one response: the first holds <c>data</c> and what is <c>pending</c>, the others what was deferred or streamed, the last says
/// <c>hasNext: false</c>.
/// </summary>
public sealed class IncrementalResult(IAsyncEnumerable<ResponseResult> responses) : StreamedResult(responses);
