using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Execution;

namespace R2P.Bench.Engine.Execution;

/// <summary>An operation whose plan is known already, from objects in memory to the bytes of the answer.</summary>
public class ExecutionBenchmarks
{
    private static readonly Dictionary<string, (byte[] Query, Action<Utf8JsonWriter> ByHand)> Shapes = new(StringComparer.Ordinal)
    {
        ["4 leaf fields"] = ("{ cells { objects { name number open tone } } }"u8.ToArray(), ByHandWriter.WriteCells),
        ["a list of 4 scalars"] = ("{ lists { objects { tags } } }"u8.ToArray(), ByHandWriter.WriteLists),
        ["4 leaf fields, 2 behind an interface"] = (
            "{ things { objects { name number ... on Stone { polished weight } ... on Plant { tone leaf } } } }"u8.ToArray(),
            ByHandWriter.WriteThings),
    };

    private readonly ArrayBufferWriter<byte> _buffer = new(32 * 1024 * 1024);
    private ServiceProvider _services = null!;
    private IOperationExecutor _executor = null!;
    private byte[] _query = null!;
    private Action<Utf8JsonWriter> _byHand = null!;

    /// <summary>What the objects have.</summary>
    [ParamsSource(nameof(AllShapes))]
    public string Shape { get; set; } = "";

    public static IEnumerable<string> AllShapes => Shapes.Keys;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        (_query, _byHand) = Shapes[Shape];
        _services = new ServiceCollection()
            .AddLogging()
            .AddGraphQL(graphql => graphql.AddType(typeof(GridQueries)).AddType(typeof(Stone)).AddType(typeof(Plant)))
            .BuildServiceProvider();
        _executor = _services.GetRequiredService<IOperationExecutor>();
        await RequireEqualAnswersAsync();
    }

    [GlobalCleanup]
    public ValueTask Close() => _services.DisposeAsync();

    [Benchmark]
    public async Task<long> Ours()
    {
        using var response = await ExecuteAsync();
        return response.Utf8Json.Length;
    }

    [Benchmark(Baseline = true)]
    public long ByHand()
    {
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer, ByHandWriter.Options);
        _byHand(json);
        return _buffer.WrittenCount;
    }

    private async Task<ResponseResult> ExecuteAsync() => await _executor.ExecuteAsync(
        new GraphQLRequest { Query = _query }, CancellationToken.None) switch
    {
        ResponseResult { HasErrors: false } response => response,
        var other => throw new InvalidOperationException($"The engine answers with errors: {other}"),
    };

    private async Task RequireEqualAnswersAsync()
    {
        using var response = await ExecuteAsync();
        ByHand();
        using var ours = JsonDocument.Parse(response.Utf8Json);
        using var byHand = JsonDocument.Parse(_buffer.WrittenMemory);
        if (!JsonElement.DeepEquals(ours.RootElement, byHand.RootElement))
        {
            throw new InvalidOperationException($"The answers differ for {Shape}.");
        }
    }
}
