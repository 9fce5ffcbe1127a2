using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Execution;

/// <summary>§6.2.3: a source stream, and a response for each of its events.</summary>
public sealed class SubscriptionTests
{
    private const string Sdl = "type Query { a: Int } type Subscription { ticks(from: Int! = 1): Tick!, other: Int } type Tick { n: Int, owner: String }";

    private static GraphQLSchema SchemaOf(Func<FieldContext, IAsyncEnumerable<object?>> source) => SchemaOf(new StreamResolver(source));

    private static GraphQLSchema LateSchemaOf(Func<FieldContext, ValueTask<IAsyncEnumerable<object?>>> source) => SchemaOf(new StreamResolver(source));

    private static GraphQLSchema SchemaOf(StreamResolver source) => TestEngine.SchemaOf(
        Sdl,
        ("Subscription.ticks", source),
        ("Tick.n", new PropertyResolver(parent => parent is 13 ? throw new GraphQLException("Unlucky.", "LUCK") : parent)),
        ("Tick.owner", TestEngine.Each((_, context) => context.Services.GetService<Scoped>()?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public async Task Each_event_is_one_response() => Assert.Equal(
        ["""{"data":{"t":{"n":12,"__typename":"Tick"}}}""", """{"errors":[{"message":"Unlucky.","locations":[{"line":1,"column":37}],"path":["t","n"],"extensions":{"code":"LUCK"}}],"data":{"t":{"n":null,"__typename":"Tick"}}}""", """{"data":{"t":{"n":14,"__typename":"Tick"}}}"""],
        await AllAsync(new TestEngine(SchemaOf(context => Numbers((int)context.Arguments[0]!, 3))), "subscription { t: ticks(from: 12) { n __typename } }"));

    [Fact]
    public async Task An_event_that_is_null_is_an_error_of_the_field() => Assert.Equal(
        ["""{"errors":[{"message":"Cannot return null for non-nullable field Subscription.ticks.","locations":[{"line":1,"column":16}],"path":["ticks"],"extensions":{"code":"NON_NULL_VIOLATION"}}],"data":null}"""],
        await AllAsync(new TestEngine(SchemaOf(_ => Events(null))), "subscription { ticks { n } }"));

    [Fact]
    public async Task A_source_that_fails_ends_the_stream_with_its_error() => Assert.Equal(
        ["""{"data":{"ticks":{"n":1}}}""", """{"errors":[{"message":"The source dried up.","locations":[{"line":1,"column":16}],"path":["ticks"],"extensions":{"code":"DRY"}}],"data":null}"""],
        await AllAsync(new TestEngine(SchemaOf(_ => Failing())), "subscription { ticks { n } }"));

    [Fact]
    public async Task What_fails_before_the_stream_is_a_request_error()
    {
        var engine = new TestEngine(SchemaOf(_ => throw new GraphQLException("No such topic.", "NO_TOPIC")));
        Assert.Equal(
            """{"errors":[{"message":"No such topic.","locations":[{"line":1,"column":16}],"path":["ticks"],"extensions":{"code":"NO_TOPIC"}}]}""",
            TestEngine.Text(await engine.ExecuteAsync(TestEngine.Request("subscription { ticks { n } }"))));
        Assert.Equal(
            """{"errors":[{"message":"Argument \"Subscription.ticks(from:)\" has invalid value: Expected variable \"$v\" provided to non-null type \"Int!\" not to be null.","locations":[{"line":1,"column":47}],"path":["ticks"],"extensions":{"code":"BAD_USER_INPUT"}}]}""",
            TestEngine.Text(await engine.ExecuteAsync(TestEngine.Request("subscription($v: Int = 1) {       ticks(from: $v) { n } }", """{"v":null}"""))));
    }

    [Fact]
    public async Task A_source_that_is_waited_for_is_there_or_refused_before_the_subscription_begins()
    {
        var asked = new TaskCompletionSource<IAsyncEnumerable<object?>>();
        var waiting = new TestEngine(LateSchemaOf(_ => new(asked.Task))).ExecuteAsync(TestEngine.Request("subscription { ticks { n } }")).AsTask();
        Assert.False(waiting.IsCompleted);
        asked.SetResult(Numbers(1, 1));
        Assert.IsType<SubscriptionResult>(await waiting);

        var refused = new TestEngine(LateSchemaOf(_ => new(Task.FromException<IAsyncEnumerable<object?>>(new GraphQLException("No such topic.", "NO_TOPIC")))));
        Assert.Equal(
            """{"errors":[{"message":"No such topic.","locations":[{"line":1,"column":16}],"path":["ticks"],"extensions":{"code":"NO_TOPIC"}}]}""",
            TestEngine.Text(await refused.ExecuteAsync(TestEngine.Request("subscription { ticks { n } }"))));
    }

    [Fact]
    public async Task A_client_that_goes_while_its_source_is_waited_for_leaves_no_scope_behind()
    {
        var services = new ServiceCollection();
        var log = new ScopeLog();
        services.AddSingleton(log);
        services.AddScoped<Scoped>();
        using var gone = new CancellationTokenSource();
        var engine = new TestEngine(
            LateSchemaOf(async context =>
            {
                context.Services.GetRequiredService<Scoped>();
                await Task.Delay(Timeout.Infinite, context.Cancellation);
                return Numbers(1, 1);
            }),
            services: services);
        var waiting = engine.Executor.ExecuteAsync(TestEngine.Request("subscription { ticks { n } }"), gone.Token).AsTask();

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(["+1", "-1"], log.Entries);
    }

    [Fact]
    public async Task The_source_has_its_scope_and_each_event_another()
    {
        var services = new ServiceCollection();
        var log = new ScopeLog();
        services.AddSingleton(log);
        services.AddScoped<Scoped>();
        var schema = SchemaOf(context =>
        {
            context.Services.GetRequiredService<Scoped>();
            return Numbers(1, 3);
        });
        Assert.Equal(
            ["""{"data":{"ticks":{"owner":"2"}}}""", """{"data":{"ticks":{"owner":"3"}}}""", """{"data":{"ticks":{"owner":"4"}}}"""],
            await AllAsync(new TestEngine(schema, services: services), "subscription { ticks { owner } }"));
        Assert.Equal(["+1", "+2", "-2", "+3", "-3", "+4", "-4", "-1"], log.Entries);
    }

    [Fact]
    public async Task An_interceptor_that_refuses_an_event_ends_the_stream()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IOperationInterceptor, ThirdTimeUnlucky>();
        Assert.Equal(
            ["""{"data":{"ticks":{"n":1}}}""", """{"errors":[{"message":"Your time is over.","locations":[{"line":1,"column":16}],"path":["ticks"],"extensions":{"code":"UNAUTHENTICATED"}}],"data":null}"""],
            await AllAsync(new TestEngine(SchemaOf(_ => Numbers(1, 5)), services: services), "subscription { ticks { n } }"));
    }

    [Fact]
    public async Task A_reader_that_stops_ends_the_source()
    {
        var ended = false;
        async IAsyncEnumerable<object?> Endless([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    await Task.Yield();
                    yield return i;
                }
            }
            finally
            {
                ended = true;
            }
        }

        var result = await new TestEngine(SchemaOf(_ => Endless())).ExecuteAsync(TestEngine.Request("subscription { ticks { n } }"));
        await foreach (var response in ((SubscriptionResult)result).Responses.WithCancellation(TestContext.Current.CancellationToken))
        {
            if (TestEngine.Text(response).Contains('3'))
            {
                break;
            }
        }

        Assert.True(ended);
    }

    [Fact]
    public async Task A_reader_that_cancels_while_it_waits_ends_the_stream_quietly()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var channel = Channel.CreateUnbounded<object?>();
        channel.Writer.TryWrite(1);
        var result = await new TestEngine(SchemaOf(_ => channel.Reader.ReadAllAsync(CancellationToken.None)))
            .ExecuteAsync(TestEngine.Request("subscription { ticks { n } }"));
        var responses = new List<string>();
        await foreach (var response in ((SubscriptionResult)result).Responses.WithCancellation(cancel.Token))
        {
            responses.Add(TestEngine.Text(response));
            cancel.CancelAfter(20);
        }

        Assert.Equal(["""{"data":{"ticks":{"n":1}}}"""], responses);
    }

    private static async Task<List<string>> AllAsync(TestEngine engine, string query)
    {
        var result = await engine.ExecuteAsync(TestEngine.Request(query));
        var responses = new List<string>();
        await foreach (var response in Assert.IsType<SubscriptionResult>(result).Responses.WithCancellation(TestContext.Current.CancellationToken))
        {
            responses.Add(TestEngine.Text(response));
        }

        return responses;
    }

    private static IAsyncEnumerable<object?> Numbers(int from, int count) => Events([.. Enumerable.Range(from, count)]);

    private static async IAsyncEnumerable<object?> Events(params object?[]? events)
    {
        foreach (var item in events ?? [null])
        {
            await Task.Yield();
            yield return item;
        }
    }

    private static async IAsyncEnumerable<object?> Failing()
    {
        await Task.Yield();
        yield return 1;
        throw new GraphQLException("The source dried up.", "DRY");
    }

    private sealed class ScopeLog
    {
        public List<string> Entries { get; } = [];

        public int Count { get; set; }
    }

    private sealed class Scoped : IDisposable
    {
        private readonly ScopeLog _log;

        public Scoped(ScopeLog log)
        {
            _log = log;
            Number = ++log.Count;
            log.Entries.Add($"+{Number}");
        }

        public int Number { get; }

        public void Dispose() => _log.Entries.Add($"-{Number}");
    }

    private sealed class ThirdTimeUnlucky : IOperationInterceptor
    {
        private int _calls;

        public ValueTask PrepareAsync(IServiceProvider scope, GraphQLRequest request, CancellationToken cancellation) =>
            ++_calls == 3 ? throw new GraphQLException("Your time is over.", ErrorCodes.Unauthenticated) : ValueTask.CompletedTask;
    }
}
