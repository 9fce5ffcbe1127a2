using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Execution;

/// <summary>§6.3, §6.4.2: when resolvers are called, with what, and what becomes of their failures.</summary>
public sealed class ResolverTests
{
    private const string Tree = "type Query { nodes: [Node!]!, slow: Node, fast: Node } type Node { id: Int, nodes: [Node!]!, leaf: Int }";

    private static PropertyResolver Range(int count) => new PropertyResolver(_ => Enumerable.Range(0, count).Cast<object>().ToArray());

    [Fact]
    public async Task A_resolver_is_called_once_for_each_level()
    {
        var calls = new List<int>();
        var engine = new TestEngine(
            Tree,
            ("Query.nodes", Range(3)),
            ("Node.nodes", Range(4)),
            ("Node.leaf", new BatchResolver(async context =>
            {
                calls.Add(context.Parents.Count);
                await Task.Yield();
                context.Parents.ToArray().CopyTo(context.Results, 0);
            })));
        var answer = await engine.RunAsync("{ nodes { leaf nodes { leaf nodes { nodes { leaf } } } } }");
        Assert.Equal([3, 12, 192], calls.Order());
        Assert.StartsWith("""{"data":{"nodes":[{"leaf":0,"nodes":[{"leaf":0,"nodes":[{"nodes":[{"leaf":0},{"leaf":1},""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_sibling_holds_no_fast_branch()
    {
        var reached = new TaskCompletionSource();
        var engine = new TestEngine(
            Tree,
            ("Query.slow", TestEngine.Later(_ => reached.Task, _ => 1)),
            ("Query.fast", TestEngine.Later(async _ => await Task.Yield(), _ => 2)),
            ("Node.leaf", TestEngine.Each((parent, _) =>
            {
                if (parent is 2)
                {
                    reached.SetResult();
                }

                return parent;
            })));
        Assert.Equal(
            """{"data":{"slow":{"leaf":1},"fast":{"leaf":2}}}""",
            await engine.RunAsync("{ slow { leaf } fast { leaf } }").WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Mutations_run_one_after_the_other_each_with_all_below()
    {
        var log = new List<string>();
        FieldResolver Step(string name) => TestEngine.Later(
            async _ =>
            {
                log.Add($"{name} starts");
                await Task.Delay(5);
                log.Add($"{name} done");
            },
            parent => name);
        var engine = new TestEngine(
            "type Query { a: Int } type Mutation { first: Node, second: Node! } type Node { below: String, id: String }",
            ("Mutation.first", Step("first")),
            ("Mutation.second", Step("second")),
            ("Node.below", Step("below")),
            ("Node.id", new PropertyResolver(parent => parent)));
        Assert.Equal(
            """{"data":{"__typename":"Mutation","first":{"below":"below"},"second":{"id":"second"},"again":{"id":"first","below":"below"}}}""",
            await engine.RunAsync("mutation { __typename first { below } second { id } again: first { id below } }"));
        Assert.Equal(
            ["first starts", "first done", "below starts", "below done", "second starts", "second done", "first starts", "first done", "below starts", "below done"],
            log);
    }

    [Fact]
    public async Task A_failed_mutation_does_not_stop_the_next()
    {
        var engine = new TestEngine(
            "type Query { a: Int } type Mutation { bad: Int, good: Int }",
            ("Mutation.bad", new BatchResolver(_ => throw new GraphQLException("No.", "NO"))),
            ("Mutation.good", TestEngine.Each((_, _) => 1)));
        Assert.Equal(
            """{"errors":[{"message":"No.","locations":[{"line":1,"column":12}],"path":["bad"],"extensions":{"code":"NO"}}],"data":{"bad":null,"good":1}}""",
            await engine.RunAsync("mutation { bad good }"));
    }

    [Fact]
    public async Task An_unexpected_exception_is_logged_once_and_its_text_kept_from_the_client()
    {
        var logger = new LogList();
        var schema = TestEngine.SchemaOf(
            Tree,
            ("Query.nodes", Range(2)),
            ("Node.leaf", new BatchResolver(async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("password=hunter2");
            })));
        var answer = await new TestEngine(schema, logger: logger).RunAsync("{ nodes { leaf } }");
        var (message, exception) = Assert.Single(logger.Entries);
        Assert.Equal("password=hunter2", exception!.Message);
        var id = message[^32..];
        Assert.Equal(
            $$$"""{"errors":[{"message":"The field could not be answered.","locations":[{"line":1,"column":11}],"path":["nodes",0,"leaf"],"extensions":{"code":"INTERNAL","correlationId":"{{{id}}}"}},{"message":"The field could not be answered.","locations":[{"line":1,"column":11}],"path":["nodes",1,"leaf"],"extensions":{"code":"INTERNAL","correlationId":"{{{id}}}"}}],"data":{"nodes":[{"leaf":null},{"leaf":null}]}}""",
            answer);
    }

    [Fact]
    public async Task One_parent_may_fail_alone()
    {
        var engine = new TestEngine(
            Tree,
            ("Query.nodes", Range(3)),
            ("Node.leaf", TestEngine.Each((parent, _) => parent is 1 ? throw new GraphQLException("Not this one.", "NOT") : parent)));
        Assert.Equal(
            """{"errors":[{"message":"Not this one.","locations":[{"line":1,"column":11}],"path":["nodes",1,"leaf"],"extensions":{"code":"NOT"}}],"data":{"nodes":[{"leaf":0},{"leaf":null},{"leaf":2}]}}""",
            await engine.RunAsync("{ nodes { leaf } }"));
    }

    [Fact]
    public async Task A_resolver_sees_what_is_selected_below()
    {
        var seen = "";
        var engine = new TestEngine(
            "type Query { page: Page } type Page { edges: [Edge], total: Int } type Edge { node: Any } union Any = A | B type A { x: Int, y: Int } type B { z: Int }",
            ("Query.page", TestEngine.Each((_, context) =>
            {
                var node = context.Selection.Below("edges").Below("node");
                seen = $"{context.Selection.Selects("total")} {node.Selects("x")} {node.Selects("y")} {string.Join(",", node.FieldNames)} {node.Below("x").FieldNames.Count} {context.Selection.Below("none").Below("x").Selects("y")}";
                return null;
            })));
        const string query = "query($y: Boolean = false) { page { edges { node { ... on A { q: x y @include(if: $y) } } } e: edges { ...E } } } fragment E on Edge { node { ... on B { z } } }";
        await engine.RunAsync(query);
        Assert.Equal("False True False x,z 0 False", seen);
        await engine.RunAsync(query, """{"y":true}""");
        Assert.Equal("False True True x,y,z 0 False", seen);
    }

    [Fact]
    public async Task An_operation_has_a_service_scope_that_interceptors_prepare()
    {
        var services = new ServiceCollection();
        services.AddScoped<Session>();
        services.AddScoped<IOperationInterceptor, SetOwner>();
        var session = default(Session);
        var schema = TestEngine.SchemaOf("type Query { owner: String }", ("Query.owner", TestEngine.Each((_, context) =>
        {
            session = context.Services.GetRequiredService<Session>();
            return session.Owner;
        })));
        Assert.Equal("""{"data":{"owner":"Ada"}}""", await new TestEngine(schema, services: services).RunAsync("{ owner }", operationName: null));
        Assert.True(session!.Disposed);
    }

    [Fact]
    public async Task An_interceptor_may_end_the_operation()
    {
        var services = new ServiceCollection();
        services.AddScoped<IOperationInterceptor, Refuse>();
        Assert.Equal(
            """{"errors":[{"message":"Not today.","extensions":{"code":"CLOSED"}}]}""",
            await new TestEngine(TestEngine.SchemaOf("type Query { a: Int }"), services: services).RunAsync("{ a }"));
    }

    [Fact]
    public async Task Time_that_is_over_ends_the_operation_even_if_a_resolver_does_not_listen()
    {
        var options = new GraphQLOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(50) };
        var never = new TaskCompletionSource();
        var schema = TestEngine.SchemaOf("type Query { deaf: Int, polite: Int }",
            ("Query.deaf", TestEngine.Later(_ => never.Task, _ => 1)),
            ("Query.polite", TestEngine.Later(context => Task.Delay(Timeout.Infinite, context.Cancellation), _ => 1)));
        const string expected = """{"errors":[{"message":"The operation took longer than 0.05 seconds.","extensions":{"code":"TIMEOUT"}}],"data":null}""";
        Assert.Equal(expected, await new TestEngine(schema, options).RunAsync("{ polite }"));
        Assert.Equal(expected, await new TestEngine(schema, options).RunAsync("{ deaf }"));
        never.SetResult();
    }

    [Fact]
    public async Task A_scope_outlives_the_resolver_that_does_not_listen()
    {
        var services = new ServiceCollection();
        services.AddScoped<Session>();
        var (session, never) = (default(Session), new TaskCompletionSource());
        var schema = TestEngine.SchemaOf("type Query { deaf: Int }", ("Query.deaf", TestEngine.Later(
            context =>
            {
                session = context.Services.GetRequiredService<Session>();
                return never.Task;
            },
            _ => 1)));
        await new TestEngine(schema, new GraphQLOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(20) }, services).RunAsync("{ deaf }");
        Assert.False(session!.Disposed);
        never.SetResult();
        await session.Gone.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_scope_goes_with_the_answer_even_if_who_waited_is_back_before_the_last_resolver_was_called()
    {
        var services = new ServiceCollection();
        services.AddScoped<Session>();
        var (session, turn) = (default(Session), new TaskCompletionSource());
        var schema = TestEngine.SchemaOf(
            "type Query { waiting: Int, waking: Int }",
            ("Query.waiting", TestEngine.Later(
                context =>
                {
                    session = context.Services.GetRequiredService<Session>();
                    return turn.Task;
                },
                _ => 1)),
            ("Query.waking", TestEngine.Each((_, _) =>
            {
                turn.SetResult();
                return 2;
            })));
        Assert.Equal("""{"data":{"waiting":1,"waking":2}}""", await new TestEngine(schema, services: services).RunAsync("{ waiting waking }"));
        Assert.True(session!.Disposed);
    }

    [Fact]
    public async Task A_client_that_went_away_cancels()
    {
        using var gone = new CancellationTokenSource();
        var engine = new TestEngine("type Query { a: Int }", ("Query.a", TestEngine.Later(
            async context =>
            {
                await gone.CancelAsync();
                await Task.Delay(Timeout.Infinite, context.Cancellation);
            },
            _ => 1)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await engine.Executor.ExecuteAsync(TestEngine.Request("{ a }"), gone.Token));
    }

    [Fact]
    public async Task A_thousand_parallel_requests_share_one_plan()
    {
        var engine = new TestEngine(Tree, ("Query.nodes", Range(5)), ("Node.leaf", TestEngine.Later(async _ => await Task.Yield(), parent => parent)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => engine.RunAsync("{ nodes { leaf } }"))));
        Assert.Equal("""{"data":{"nodes":[{"leaf":0},{"leaf":1},{"leaf":2},{"leaf":3},{"leaf":4}]}}""", Assert.Single(answers.Distinct()));
    }

    private sealed class Session : IDisposable
    {
        private readonly TaskCompletionSource _gone = new();

        public string? Owner { get; set; }

        public bool Disposed { get; private set; }

        public Task Gone => _gone.Task;

        public void Dispose()
        {
            Disposed = true;
            _gone.TrySetResult();
        }
    }

    private sealed class SetOwner : IOperationInterceptor
    {
        public ValueTask PrepareAsync(IServiceProvider scope, GraphQLRequest request, CancellationToken cancellation)
        {
            scope.GetRequiredService<Session>().Owner = "Ada";
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Refuse : IOperationInterceptor
    {
        public ValueTask PrepareAsync(IServiceProvider scope, GraphQLRequest request, CancellationToken cancellation) =>
            throw new GraphQLException("Not today.", "CLOSED");
    }

    private sealed class LogList : ILogger<OperationExecutor>
    {
        public List<(string Message, Exception? Exception)> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add((formatter(state, exception), exception));
    }
}
