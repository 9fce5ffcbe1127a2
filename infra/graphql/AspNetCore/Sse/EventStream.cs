using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>
/// One response of type text/event-stream, from its headers to its end. An event is sent when it is its turn; who wants to send waits, so that a slow
/// client slows its own operations down instead of filling a queue.
/// </summary>
internal sealed class EventStream(HttpContext context, StreamLife life, GraphQLTransportOptions options, TimeProvider time) : IDisposable
{
    /// <summary>Long events are flushed in pieces of this size: progress is measured, not the size of an answer.</summary>
    private const int PieceSize = 16 * 1024;

    /// <summary>Clients skip it; proxies and dead connections notice it.</summary>
    private static readonly ReadOnlyMemory<byte> EmptyComment = ":\n\n"u8.ToArray();

    private readonly PipeWriter _body = context.Response.BodyWriter;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Sends the headers, and a first comment: some browsers see no headers before there is a body. False if the client is gone.</summary>
    public async Task<bool> TryOpenAsync()
    {
        StreamedResponse.Begin(context, "text/event-stream; charset=utf-8");
        context.Response.Headers.CacheControl = "no-store, no-transform";
        return await TrySendCommentAsync();
    }

    /// <summary>Keeps the stream open until the end of its life, or of the connection; then closes it.</summary>
    public async Task RunAsync()
    {
        await using var lost = context.RequestAborted.UnsafeRegister(static state => ((StreamLife)state!).End(StreamEnd.ClientGone), life);
        var keepAlive = KeepAliveAsync();
        var end = await life.Ending;
        await FinishAsync(end);
        await keepAlive;
    }

    /// <summary>Sends what is an event by itself, unless cancelled before its turn; once begun it is finished.</summary>
    public ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellation) =>
        SendAsync(text, ReadOnlySequence<byte>.Empty, default, cancellation);

    /// <summary>Sends an event around JSON.</summary>
    /// <inheritdoc cref="SendAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    public async ValueTask SendAsync(
        ReadOnlyMemory<byte> head, ReadOnlySequence<byte> json, ReadOnlyMemory<byte> tail, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            await WriteAsync(head, json, tail);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Sends an event around a response, and disposes of that, if nothing is being sent and it goes out in one piece. What the client does not take at once
    /// goes on by itself.
    /// </summary>
    /// <returns>Whether it is its turn; if not, nothing has happened.</returns>
    public bool TrySend(ReadOnlyMemory<byte> head, ResponseResult response, ReadOnlyMemory<byte> tail)
    {
        if (response.Utf8Json.Length > PieceSize || !_turn.Wait(0))
        {
            return false;
        }

        _ = SendInTurnAsync(head, response, tail);
        return true;
    }

    public void Dispose() => _turn.Dispose();

    private async Task SendInTurnAsync(ReadOnlyMemory<byte> head, ResponseResult response, ReadOnlyMemory<byte> tail)
    {
        try
        {
            await WriteAsync(head, response.Utf8Json, tail);
        }
        catch (OperationCanceledException)
        {
            // The connection is gone, which ends the stream.
        }
        finally
        {
            _turn.Release();
            response.Dispose();
        }
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> head, ReadOnlySequence<byte> json, ReadOnlyMemory<byte> tail)
    {
        _body.Write(head.Span);
        foreach (var segment in json)
        {
            for (var rest = segment; !rest.IsEmpty; rest = rest[Math.Min(PieceSize, rest.Length)..])
            {
                WriteLine(rest.Span[..Math.Min(PieceSize, rest.Length)]);
                await FlushAsync();
            }
        }

        _body.Write(tail.Span);
        await FlushAsync();
    }

    /// <summary>A line break would end the data field; in JSON it can only stand for white space.</summary>
    private void WriteLine(ReadOnlySpan<byte> json)
    {
        var target = _body.GetSpan(json.Length)[..json.Length];
        json.Replace(target, (byte)'\n', (byte)' ');
        target.Replace((byte)'\r', (byte)' ');
        _body.Advance(json.Length);
    }

    private ValueTask FlushAsync()
    {
        // A cancelled flush would leave half an event behind, and whatever is sent after it unreadable.
        var flush = _body.FlushAsync(CancellationToken.None);
        return flush.IsCompletedSuccessfully ? Check(flush.Result) : WatchAsync(flush);
    }

    private async ValueTask WatchAsync(ValueTask<FlushResult> flush)
    {
        using var timer = time.CreateTimer(_ => CutOff(), state: null, options.SlowConsumerTimeout, Timeout.InfiniteTimeSpan);
        await Check(await flush);
    }

    private ValueTask Check(FlushResult result) => result.IsCompleted || result.IsCanceled || context.RequestAborted.IsCancellationRequested
        ? throw new OperationCanceledException("The connection is gone.", context.RequestAborted)
        : ValueTask.CompletedTask;

    private void CutOff()
    {
        life.End(StreamEnd.SlowConsumer);
        context.Abort();
    }

    private async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(options.KeepAliveInterval, time);
        await using var stop = life.Ended.UnsafeRegister(static state => ((PeriodicTimer)state!).Dispose(), timer);
        while (await timer.WaitForNextTickAsync(CancellationToken.None) && await TrySendCommentAsync())
        {
        }
    }

    private async Task<bool> TrySendCommentAsync()
    {
        try
        {
            await SendAsync(EmptyComment, life.Ended);
            return true;
        }
        catch (OperationCanceledException)
        {
            life.End(StreamEnd.ClientGone);
            return false;
        }
    }

    /// <summary>Says why, and ends the response; cuts the connection when that takes too long.</summary>
    private async Task FinishAsync(StreamEnd end)
    {
        using var patience = new CancellationTokenSource(options.CloseTimeout, time);
        await using var cut = patience.Token.UnsafeRegister(static state => ((HttpContext)state!).Abort(), context);
        try
        {
            var comment = end.Reason is { } reason ? System.Text.Encoding.UTF8.GetBytes($": {reason}\n\n") : [];
            await SendAsync(comment, patience.Token);
            await context.Response.CompleteAsync();
        }
        catch (OperationCanceledException)
        {
            // Nobody is left to tell.
        }
    }
}
