using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Response;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Judge;

/// <summary>Runs operations on one schema, by the executor that the service uses.</summary>
internal sealed class Execution(GraphQLSchema schema)
{
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    private readonly OperationExecutor _executor = new(
        schema,
        Services.GetRequiredService<IServiceScopeFactory>(),
        Engine.Options,
        NullLogger<OperationExecutor>.Instance,
        TimeProvider.System);

    public Task<string> RunAsync(string text) => RunAsync(new GraphQLRequest { Query = Encoding.UTF8.GetBytes(text) });

    public Task<string> RunAsync(string text, JsonElement run) => RunAsync(new GraphQLRequest
    {
        Query = Encoding.UTF8.GetBytes(text),
        OperationName = run.TryGetProperty("operationName", out var name) ? name.GetString() : null,
        Variables = run.TryGetProperty("variables", out var variables) ? variables : null,
        InitialValue = run.TryGetProperty("data", out var data) ? RecordedValue.Of(data) : null,
        AllowsIncremental = true,
    });

    /// <summary>The response as JSON; of one that comes in parts, these; of a subscription, a list of all its responses.</summary>
    private async Task<string> RunAsync(GraphQLRequest request)
    {
        switch (await _executor.ExecuteAsync(request, CancellationToken.None))
        {
            case RequestErrorResult refused:
                var buffer = new ArrayBufferWriter<byte>();
                ErrorResponse.Write(buffer, refused.Errors);
                return Encoding.UTF8.GetString(buffer.WrittenSpan);
            case SubscriptionResult subscription:
                return await AllAsync(subscription);
            case IncrementalResult parts:
                return $"{{\"parts\":{await AllAsync(parts)}}}";
            case var result:
                return TextOf((ResponseResult)result);
        }
    }

    private static async Task<string> AllAsync(StreamedResult streamed)
    {
        var responses = new List<string>();
        await foreach (var response in streamed.Responses)
        {
            responses.Add(TextOf(response));
        }

        return $"[{string.Join(',', responses)}]";
    }

    private static string TextOf(ResponseResult response)
    {
        using (response)
        {
            return Encoding.UTF8.GetString(response.Utf8Json);
        }
    }
}
