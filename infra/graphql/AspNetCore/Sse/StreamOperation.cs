using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Response;

namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>One operation whose results go to an event stream, from its execution to its <c>complete</c> or its cancellation.</summary>
/// <param name="frame">What stands around its results.</param>
/// <param name="stream">The stream, once it is there: until then the first result waits.</param>
/// <param name="failures">Masks what is unexpected.</param>
/// <param name="end">The end of all operations of the stream.</param>
internal sealed class StreamOperation(EventFrame frame, Task<EventStream> stream, TransportFailures failures, CancellationToken end) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(end);

    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Nothing more is sent, and what runs is told to stop.</summary>
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

    /// <summary>Sends what the execution came to, up to but not including <c>complete</c>.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The boundary of an operation: what is unexpected is logged, and masked.")]
    public async Task SendAsync(OperationResult result)
    {
        try
        {
            await SendResponsesAsync(result);
        }
        catch (Exception exception) when (Cancellation.IsCancellationRequested || exception is OperationCanceledException)
        {
            // Nobody waits for it any more.
        }
        catch (Exception exception)
        {
            await TrySendAsync(new RequestErrorResult([failures.Report(exception)]));
        }
    }

    /// <summary>Sends the event that ends the operation, unless the client is gone or ended it first.</summary>
    public async Task CompleteAsync()
    {
        try
        {
            Cancellation.ThrowIfCancellationRequested();
            await (await stream.WaitAsync(Cancellation)).SendAsync(frame.Complete, Cancellation);
        }
        catch (OperationCanceledException)
        {
            // There is nobody to tell.
        }
    }

    public void Dispose() => _cancellation.Dispose();

    private async Task TrySendAsync(RequestErrorResult failure)
    {
        try
        {
            await SendResponsesAsync(failure);
        }
        catch (OperationCanceledException)
        {
            // There is nobody to tell.
        }
    }

    private async Task SendResponsesAsync(OperationResult result)
    {
        switch (result)
        {
            case RequestErrorResult refusal:
                var json = new ArrayBufferWriter<byte>();
                ErrorResponse.Write(json, refusal.Errors);
                await SendNextAsync(new ReadOnlySequence<byte>(json.WrittenMemory));
                break;
            case ResponseResult response:
                using (response)
                {
                    await SendNextAsync(response.Utf8Json);
                }

                break;
            case StreamedResult streamed:
                (streamed as SubscriptionResult)?.TrySend = TrySendNext;
                await foreach (var response in streamed.Responses.WithCancellation(Cancellation))
                {
                    using (response)
                    {
                        await SendNextAsync(response.Utf8Json);
                    }
                }

                break;
        }
    }

    private bool TrySendNext(ResponseResult response) =>
        !_cancellation.IsCancellationRequested && stream.IsCompletedSuccessfully && stream.Result.TrySend(frame.NextHead, response, frame.NextTail);

    private async ValueTask SendNextAsync(ReadOnlySequence<byte> json) =>
        await (await stream.WaitAsync(Cancellation)).SendAsync(frame.NextHead, json, frame.NextTail, Cancellation);
}
