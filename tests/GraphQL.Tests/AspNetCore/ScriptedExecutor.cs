using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Sdl;

namespace R2P.GraphQL.Tests.AspNetCore;

/// <summary>Stands where the engine stands: it shows what the transport handed over, and answers each kind of result on demand.</summary>
internal sealed class ScriptedExecutor : IOperationExecutor
{
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SubscriptionResult? _silence;
    private int _sent;

    public GraphQLSchema Schema { get; } =
        SdlSchemaBuilder.Build(Parser.Parse(SourceText.From("type Query {\n  \"Says it back.\"\n  echo: String\n}")));

    /// <summary>Done once <c>wait</c> runs.</summary>
    public Task Started => _started.Task;

    /// <summary>Done once an operation saw its cancellation.</summary>
    public Task Cancelled => _cancelled.Task;

    /// <summary>How many responses <c>flood</c> has made so far.</summary>
    public int Flooded => Volatile.Read(ref _sent);

    /// <summary>Sends a response past the stream of <c>silence</c>, as a source does that tells at once.</summary>
    public bool TrySend(string json) => _silence!.TrySend!(new Response(json));

    /// <summary>Lets <c>held</c> answer.</summary>
    public void Release() => _release.TrySetResult();

    public async ValueTask<OperationResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellation)
    {
        switch (Encoding.UTF8.GetString(request.Query.Span))
        {
            case "invalid":
                return Refusal("Cannot query field \"nope\" on type \"Query\".", ErrorCodes.ValidationFailed);
            case "unauthenticated":
                return Refusal("Sign in.", ErrorCodes.Unauthenticated);
            case "forbidden":
                return Refusal("Not yours.", ErrorCodes.Forbidden);
            case "timeout":
                return Refusal("Too long.", ErrorCodes.Timeout);
            case "mutation" when !request.AllowedOperations.Contains(OperationKind.Mutation):
                return Refusal("Send a mutation by POST.", ErrorCodes.OperationNotAllowed);
            case "subscription" when !request.AllowedOperations.Contains(OperationKind.Subscription):
                return Refusal("Subscribe over WebSocket.", ErrorCodes.OperationNotAllowed);
            case "subscription":
                return new SubscriptionResult(Count(3));
            case "broken subscription":
                return new SubscriptionResult(Break());
            case "parts" when request.AllowsIncremental:
                return new IncrementalResult(Parts());
            case "silent parts" when request.AllowsIncremental:
                return new IncrementalResult(Silence(cancellation, """{"data":{"a":1},"pending":[{"id":"0","path":[]}],"hasNext":true}"""));
            case "flood of parts" when request.AllowsIncremental:
                return new IncrementalResult(Flood(cancellation));
            case "flood":
                return new SubscriptionResult(Flood(cancellation));
            case "silence":
                return _silence = new SubscriptionResult(Silence(cancellation));
            case "broken lines":
                return new Response("{\r\n\"data\": null\n}");
            case "failed field":
                return new Response("""{"errors":[{"message":"no"}],"data":null}""");
            case "boom":
                throw new InvalidOperationException("the password is 1234");
            case "held":
                await _release.Task;
                return new Response("""{"data":{"held":true}}""");
            case "wait":
                _started.TrySetResult();
                await using (cancellation.Register(() => _cancelled.TrySetResult()))
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
                }

                break;
        }

        return new Response(Echo(request));
    }

    private static RequestErrorResult Refusal(string message, string code) =>
        new([new GraphQLError(message, code) { Locations = [new SourceLocation(1, 3)] }]);

    private static string Echo(GraphQLRequest request) => JsonSerializer.Serialize(new
    {
        data = new
        {
            query = Encoding.UTF8.GetString(request.Query.Span),
            operationName = request.OperationName,
            variables = request.Variables,
            extensions = request.Extensions,
            allowed = string.Join(' ', request.AllowedOperations),
            user = request.User.Identity?.Name,
        },
    });

    private static async IAsyncEnumerable<ResponseResult> Count(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            await Task.Yield();
            yield return new Response(string.Create(CultureInfo.InvariantCulture, $$$"""{"data":{"number":{{{number}}}}}"""));
        }
    }

    private static async IAsyncEnumerable<ResponseResult> Break()
    {
        await Task.Yield();
        yield return new Response("""{"data":{"number":1}}""");
        throw new InvalidOperationException("the password is 1234");
    }

    private static async IAsyncEnumerable<ResponseResult> Parts()
    {
        yield return new Response("""{"data":{"a":1},"pending":[{"id":"0","path":[]}],"hasNext":true}""");
        await Task.Yield();
        yield return new Response("""{"hasNext":false,"incremental":[{"id":"0","data":{"b":"é"}}],"completed":[{"id":"0"}]}""");
    }

    private async IAsyncEnumerable<ResponseResult> Silence([EnumeratorCancellation] CancellationToken cancellation, string? before = null)
    {
        if (before is not null)
        {
            yield return new Response(before);
        }

        _started.TrySetResult();
        await using (cancellation.Register(() => _cancelled.TrySetResult()))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }

        yield break;
    }

    private async IAsyncEnumerable<ResponseResult> Flood([EnumeratorCancellation] CancellationToken cancellation)
    {
        var response = $$$"""{"data":"{{{new string('x', 200_000)}}}"}""";
        while (!cancellation.IsCancellationRequested)
        {
            await Task.Yield();
            Interlocked.Increment(ref _sent);
            yield return new Response(response);
        }
    }

    private sealed class Response(string json) : ResponseResult
    {
        public override ReadOnlySequence<byte> Utf8Json { get; } = new(Encoding.UTF8.GetBytes(json));

        public override bool HasErrors => json.Contains("\"errors\"", StringComparison.Ordinal);

        public override bool DataIsNull => json.Contains("\"data\":null", StringComparison.Ordinal);

        public override void Dispose()
        {
        }
    }
}
