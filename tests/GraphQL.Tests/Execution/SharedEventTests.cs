using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Execution;

/// <summary>An event that many subscribers are given is answered once for those who ask the same.</summary>
public sealed class SharedEventTests
{
    private const string Sdl =
        "type Query { a: Int } type Subscription { news(topic: String): News } interface Item { n: Int } "
        + "type News implements Item { n: Int, runs: Int, caller: String, related: Item } type Other implements Item { n: Int }";

    private static readonly string[] Once = ["""{"data":{"news":{"runs":1}}}"""];
    private int _runs;

    [Fact]
    public async Task Those_who_ask_the_same_get_the_bytes_of_one_execution()
    {
        var engine = Engine(new Flash(7));

        Assert.Equal(Once, await AllAsync(engine, "subscription { news { runs } }"));
        Assert.Equal(Once, await AllAsync(engine, "subscription { news { runs } }"));
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task Another_selection_or_other_variables_are_executed_by_themselves()
    {
        var engine = Engine(new Flash(7));
        const string byTopic = "subscription($t: String) { news(topic: $t) { runs } }";

        Assert.Equal(Once, await AllAsync(engine, byTopic, """{"t":"a"}"""));
        Assert.Equal(["""{"data":{"news":{"runs":2}}}"""], await AllAsync(engine, byTopic, """{"t":"b"}"""));
        Assert.Equal(Once, await AllAsync(engine, byTopic, """{"t":"a"}"""));
        Assert.Equal(["""{"data":{"news":{"n":7,"runs":3}}}"""], await AllAsync(engine, "subscription { news { n runs } }"));
    }

    [Fact]
    public async Task What_was_responded_ahead_is_told_as_it_was_made()
    {
        var made = -1;
        var engine = Engine(context => AheadAsync(context, new Flash(7)));

        Assert.Equal(Once, await AllAsync(engine, "subscription { news { runs } }"));
        Assert.Equal((1, 1), (made, _runs));

        async IAsyncEnumerable<object?> AheadAsync(FieldContext context, Flash flash)
        {
            await context.Operation.RespondAheadAsync(flash);
            made = _runs;
            yield return flash;
        }
    }

    [Fact]
    public async Task What_fails_ahead_is_told_to_whoever_is_given_it()
    {
        var engine = Engine(context => AheadAsync(context, new Flash(-1)));

        var told = Assert.Single(await AllAsync(engine, "subscription { news { n } }"));
        Assert.Contains("\"message\":\"No news.\"", told, StringComparison.Ordinal);

        static async IAsyncEnumerable<object?> AheadAsync(FieldContext context, Flash flash)
        {
            await context.Operation.RespondAheadAsync(flash);
            yield return flash;
        }
    }

    [Fact]
    public async Task What_is_made_can_be_told_past_the_stream()
    {
        var (sent, told) = (new List<string>(), new List<bool>());
        var engine = Engine(context => PastAsync(context, new Flash(7), new Flash(null)));

        var result = Assert.IsType<SubscriptionResult>(await engine.ExecuteAsync(TestEngine.Request("subscription { news { n } }")));
        result.TrySend = response =>
        {
            sent.Add(TestEngine.Text(response));
            return sent.Count == 1;
        };

        Assert.Empty(await result.Responses.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([false, true, false, true], told);
        Assert.Equal(["""{"data":{"news":{"n":7}}}""", """{"data":{"news":{"n":7}}}"""], sent);

        async IAsyncEnumerable<object?> PastAsync(FieldContext context, Flash flash, Flash nothing)
        {
            told.Add(context.Operation.TryTell(flash));
            await context.Operation.RespondAheadAsync(flash);
            told.Add(context.Operation.TryTell(flash));
            told.Add(context.Operation.TryTell(flash));
            await context.Operation.RespondAheadAsync(nothing);
            told.Add(context.Operation.TryTell(nothing));
            yield break;
        }
    }

    [Fact]
    public async Task Nothing_is_told_past_the_stream_where_the_transport_can_t_or_the_response_failed()
    {
        var told = new List<bool>();
        var engine = Engine(context => PastAsync(context, new Flash(7), new Flash(-1)));
        var (plain, other) = (await engine.ExecuteAsync(Request()), await engine.ExecuteAsync(Request()));
        ((SubscriptionResult)other).TrySend = _ => throw new InvalidOperationException("There is nothing to send.");

        foreach (var result in (OperationResult[])[plain, other])
        {
            Assert.Empty(await Assert.IsType<SubscriptionResult>(result).Responses.ToListAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal([false, false], told);

        static GraphQLRequest Request() => TestEngine.Request("subscription { news { n } }");

        async IAsyncEnumerable<object?> PastAsync(FieldContext context, Flash flash, Flash failing)
        {
            var one = told.Count == 0 ? flash : failing;
            await context.Operation.RespondAheadAsync(one);
            told.Add(context.Operation.TryTell(one));
            yield break;
        }
    }

    [Fact]
    public async Task The_shared_execution_knows_no_caller_and_asks_no_interceptor() => Assert.Equal(
        ["""{"data":{"news":{"caller":"nobody, prepared"}}}"""],
        await AllAsync(Engine(new Flash(7)), "subscription { news { caller } }"));

    [Fact]
    public async Task An_event_of_ones_own_is_executed_for_oneself() => Assert.Equal(
        ["""{"data":{"news":{"n":5,"caller":"ana, intercepted"}}}"""],
        await AllAsync(Engine(SourceEvent.Own(new News(5))), "subscription { news { n caller } }"));

    [Fact]
    public async Task Of_an_event_without_a_value_nothing_is_told() => Assert.Equal(
        ["""{"data":{"news":{"n":2}}}"""],
        await AllAsync(Engine(new Flash(null), new Flash(2)), "subscription { news { n } }"));

    [Fact]
    public async Task What_fails_in_preparing_ends_every_stream_with_its_error() => Assert.Equal(
        ["""{"errors":[{"message":"No news.","locations":[{"line":1,"column":16}],"path":["news"],"extensions":{"code":"NONE"}}],"data":null}"""],
        await AllAsync(Engine(new Flash(-1)), "subscription { news { n } }"));

    [Fact]
    public async Task A_subscriber_who_leaves_cancels_nothing_for_the_others()
    {
        var flash = new Flash(7) { Gate = new TaskCompletionSource() };
        var engine = Engine(flash);
        using var left = new CancellationTokenSource();
        var leaving = UntilAsync(engine, "subscription { news { runs } }", null, left.Token);
        var staying = AllAsync(engine, "subscription { news { runs } }");

        await left.CancelAsync();
        flash.Gate.SetResult();

        Assert.Equal(Once, await staying);
        await leaving;
    }

    [Theory]
    [InlineData("{ news { n __typename } }", false)]
    [InlineData("{ news { runs } }", false)]
    [InlineData("{ news { related { n } } }", false)]
    [InlineData("{ news { caller } }", true)]
    [InlineData("{ news { related { n ... on News { caller } } } }", true)]
    [InlineData("{ news { n ...More } } fragment More on Item { ... on News { who: caller } }", true)]
    [InlineData("($yes: Boolean = false) { news { n caller @include(if: $yes) } }", false)]
    public async Task An_operation_depends_on_the_caller_if_a_field_may_that_it_can_reach(string operation, bool depends)
    {
        var told = default(bool?);
        var engine = Engine(context =>
        {
            told = context.Operation.Key.DependsOnCaller;
            return Events([new Flash(1)]);
        });

        await AllAsync(engine, $"subscription {operation}");

        Assert.Equal(depends, told);
    }

    private static Task<string[]> AllAsync(TestEngine engine, string query, string? variables = null) =>
        UntilAsync(engine, query, variables, TestContext.Current.CancellationToken);

    private static async Task<string[]> UntilAsync(TestEngine engine, string query, string? variables, CancellationToken cancellation)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ana")], "test"));
        var result = Assert.IsType<SubscriptionResult>(await engine.ExecuteAsync(TestEngine.Request(query, variables, user: user)));
        var all = new List<string>();
        await foreach (var response in result.Responses.WithCancellation(cancellation))
        {
            all.Add(TestEngine.Text(response));
        }

        return [.. all];
    }

    private static async IAsyncEnumerable<object?> Events(
        SourceEvent<News>[] events, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var one in events)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            yield return one;
        }
    }

    private TestEngine Engine(params SourceEvent<News>[] events) => Engine(_ => Events(events));

    private TestEngine Engine(Func<FieldContext, IAsyncEnumerable<object?>> source)
    {
        var services = new ServiceCollection();
        services.AddScoped<Preparation>();
        services.AddScoped<IOperationInterceptor, Interceptor>();
        var schema = TestEngine.SchemaOf(
            Sdl,
            ("Subscription.news", new StreamResolver(source)),
            ("News.n", new PropertyResolver(news => ((News)news).Number)),
            ("Other.n", new PropertyResolver(_ => 0)),
            ("News.related", new PropertyResolver(_ => null)),
            ("News.runs", new PropertyResolver(_ => Interlocked.Increment(ref _runs))),
            ("News.caller", TestEngine.Each((_, context) =>
                $"{context.User.Identity?.Name ?? "nobody"}, {context.Services.GetRequiredService<Preparation>().By}")));
        return new TestEngine(schema, services: services);
    }

    private sealed record News(int Number);

    private sealed class Preparation
    {
        public string By { get; set; } = "unprepared";
    }

    private sealed class Interceptor : IOperationInterceptor
    {
        public ValueTask PrepareAsync(IServiceProvider scope, GraphQLRequest request, CancellationToken cancellation)
        {
            scope.GetRequiredService<Preparation>().By = "intercepted";
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Flash(int? number) : SharedEvent<News>
    {
        public TaskCompletionSource? Gate { get; init; }

        protected override async ValueTask<News?> PrepareAsync(IServiceProvider scope, ISelection selection, CancellationToken cancellation)
        {
            scope.GetRequiredService<Preparation>().By = "prepared";
            await (Gate?.Task ?? Task.CompletedTask);
            return number switch
            {
                null => null,
                -1 => throw new GraphQLException("No news.", "NONE"),
                { } known => new News(known),
            };
        }
    }
}
