using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Telemetry;
using R2P.GraphQL.Tests.AspNetCore;
using R2P.GraphQL.Tests.Execution;

namespace R2P.GraphQL.Tests.Telemetry;

/// <summary>The engine's metrics.</summary>
[Collection(Undisturbed.Name)]
public sealed class FigureTests : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _measured = [];
    private readonly MeterListener _listener = new();

    public FigureTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == TelemetryOptions.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_request_is_timed_by_its_type_and_its_outcome()
    {
        var engine = new TestEngine("type Query { a: Int! } type Mutation { change: Int }");

        await engine.RunAsync("query Named { a }", data: """{"a":1}""");
        await engine.RunAsync("mutation { change }", data: """{"change":1}""");
        await engine.RunAsync("{ a }", data: """{"a":null}""");
        await engine.RunAsync("{ nope }");

        Assert.Equal(
            [
                "graphql.operation.type=query",
                "graphql.operation.type=mutation",
                "graphql.operation.type=query error.type=NON_NULL_VIOLATION",
                "error.type=VALIDATION_FAILED",
            ],
            Of("graphql.server.request.duration").Select(measured => measured.Tags));
        Assert.All(Of("graphql.server.request.duration"), measured => Assert.InRange(measured.Value, 0, 30));
    }

    [Fact]
    public async Task Plans_that_are_found_and_those_that_are_made_are_counted()
    {
        var engine = new TestEngine("type Query { a: Int }");
        for (var i = 0; i < 3; i++)
        {
            await engine.RunAsync("{ a }", data: """{"a":1}""");
        }

        Assert.Equal(
            ["graphql.plan_cache.result=miss", "graphql.plan_cache.result=hit", "graphql.plan_cache.result=hit"],
            Of("graphql.server.plan_cache.lookups").Select(measured => measured.Tags));
    }

    [Fact]
    public async Task A_subscription_is_active_while_it_is_served()
    {
        var engine = new TestEngine(
            "type Query { a: Int } type Subscription { count: Int }",
            ("Subscription.count", new StreamResolver(_ => new ValueTask<IAsyncEnumerable<object?>>(Once()))));
        var result = Assert.IsType<SubscriptionResult>(await engine.ExecuteAsync(TestEngine.Request("subscription { count }")));
        var active = new List<double> { Active() };
        await foreach (var response in result.Responses)
        {
            response.Dispose();
            active.Add(Active());
        }

        active.Add(Active());

        Assert.Equal([0, 1, 0], active);
    }

    [Fact]
    public async Task Refusals_of_limits_are_counted_wherever_they_happen()
    {
        await using var server = await TestServer.StartAsync(services => services.AddGraphQL(graphql => graphql
            .AddType(typeof(EndpointTests.Greetings))
            .Configure(options => (options.MaxDepth, options.MaxRequestBytes) = (3, 1000))
            .ConfigureTransports(options => options.MaxBatchSize = 2)));

        await server.PostAsync("""{"query":"{ __schema { queryType { fields { name } } } }"}""");
        await server.PostAsync($$"""{"query":"{{new string(' ', 2000)}}"}""");
        await server.PostAsync("""[1,2,3]""");
        await server.PostAsync("""{"query":"{ nope }"}""");

        Assert.Equal(
            ["error.type=DEPTH_LIMIT_EXCEEDED", "error.type=REQUEST_SIZE_LIMIT_EXCEEDED", "error.type=BATCH_LIMIT_EXCEEDED"],
            Of("graphql.server.limit_refusals").Select(measured => measured.Tags));
    }

    private static async IAsyncEnumerable<object?> Once()
    {
        await Task.Yield();
        yield return 1;
    }

    private double Active()
    {
        _listener.RecordObservableInstruments();
        return Of("graphql.server.active_subscriptions").Last().Value;
    }

    private IEnumerable<(string Instrument, double Value, string Tags)> Of(string instrument) => _measured.Where(measured => measured.Instrument == instrument);

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
