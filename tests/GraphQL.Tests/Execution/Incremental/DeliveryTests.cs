using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Execution.Incremental;

/// <summary>What recordings can't show: the order of work, what it is done in, and how it ends before its time.</summary>
public sealed class DeliveryTests
{
    private const string Sdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { me: Node nodes(count: Int = 3): [Node] }
        type Subscription { event: Node }
        type Node { id: ID name: String fast: String slow: String seen: String children: [Node] }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_group_does_not_wait_for_a_slower_one()
    {
        var release = new TaskCompletionSource();
        var engine = Engine(
            ("Node.slow", TestEngine.Later(_ => release.Task, _ => "late")),
            ("Node.fast", TestEngine.Later(_ => Task.Delay(1, TestContext.Current.CancellationToken), _ => "soon")));
        await using var parts = await PartsOfAsync(engine, """{ me { id ... @defer(label: "S") { slow } ... @defer(label: "F") { fast } } }""");

        Assert.Equal(
            """{"data":{"me":{"id":"1"}},"pending":[{"id":"0","path":["me"],"label":"S"},{"id":"1","path":["me"],"label":"F"}],"hasNext":true}""",
            await NextAsync(parts));
        Assert.Equal("""{"hasNext":true,"incremental":[{"id":"1","data":{"fast":"soon"}}],"completed":[{"id":"1"}]}""", await NextAsync(parts));
        release.SetResult();
        Assert.Equal("""{"hasNext":false,"incremental":[{"id":"0","data":{"slow":"late"}}],"completed":[{"id":"0"}]}""", await NextAsync(parts));
        Assert.False(await parts.MoveNextAsync());
    }

    [Fact]
    public async Task Deferred_fields_are_resolved_once_for_all_objects_at_their_path()
    {
        var batches = new List<int>();
        var engine = Engine(("Node.seen", TestEngine.Later(context => Note(batches, context), _ => "x")));

        var parts = await engine.AskInPartsAsync("{ nodes(count: 50) { id ... @defer { seen } } }");

        Assert.Equal([50], batches);
        Assert.Equal(2, parts.Count);
    }

    [Fact]
    public async Task Streamed_items_are_completed_together_up_to_a_hundred()
    {
        var batches = new List<int>();
        var engine = Engine(("Node.seen", TestEngine.Later(context => Note(batches, context), _ => "x")));

        var parts = await engine.AskInPartsAsync("{ nodes(count: 250) @stream(initialCount: 10) { seen } }");

        Assert.Equal([10, 100, 100, 40], batches);
        Assert.Equal(4, parts.Count);
    }

    [Fact]
    public async Task Items_of_the_lists_of_many_objects_are_completed_together()
    {
        var batches = new List<int>();
        var engine = Engine(("Node.seen", TestEngine.Later(context => Note(batches, context), _ => "x")));

        await engine.AskInPartsAsync("{ nodes(count: 20) { children @stream(initialCount: 1) { seen } } }");

        Assert.Equal([20, 20], batches);
    }

    [Fact]
    public async Task The_first_part_does_not_wait_for_what_is_deferred()
    {
        using var gate = new ManualResetEventSlim();
        var engine = Engine(("Node.seen", TestEngine.Each((_, _) => gate.Wait(Patience) ? "x" : "y")));
        await using var parts = await PartsOfAsync(engine, "{ me { id ... @defer { seen } } }");

        await NextAsync(parts);
        gate.Set();

        Assert.Equal("""{"hasNext":false,"incremental":[{"id":"0","data":{"seen":"x"}}],"completed":[{"id":"0"}]}""", await NextAsync(parts));
    }

    [Theory]
    [InlineData("{ me { id ... @defer { name } } }", """{"data":{"me":{"id":"1","name":"one"}}}""")]
    [InlineData("{ nodes(count: 2) @stream(initialCount: -1) { id } }", """{"data":{"nodes":[{"id":"1"},{"id":"2"}]}}""")]
    public async Task A_client_that_takes_no_parts_gets_all_at_once(string query, string expected) =>
        Assert.Equal(expected, await Engine().RunAsync(query));

    [Fact]
    public async Task One_document_serves_clients_of_both_kinds_and_all_values_of_its_conditions()
    {
        const string Query = "query($d: Boolean) { me { id ... @defer(if: $d) { name } } }";
        var engine = Engine();

        Assert.Equal(2, (await engine.AskInPartsAsync(Query)).Count);
        Assert.Equal("""{"data":{"me":{"id":"1","name":"one"}}}""", await engine.RunAsync(Query));
        Assert.Single(await engine.AskInPartsAsync(Query, """{"d":false}"""));
        Assert.Equal(2, (await engine.AskInPartsAsync(Query, """{"d":true}""")).Count);
        Assert.StartsWith(
            """{"errors":[{"message":"Argument \"@defer(if:)\" has invalid value""",
            (await engine.AskInPartsAsync(Query, """{"d":null}"""))[0],
            StringComparison.Ordinal);
        Assert.Equal(2, (await engine.AskInPartsAsync(Query)).Count);
    }

    [Fact]
    public async Task A_resolver_sees_what_is_deferred_below_it()
    {
        var selected = new List<string>();
        var engine = Engine(("Query.me", TestEngine.Each((_, context) =>
        {
            selected.AddRange(context.Selection.FieldNames);
            return Node(1);
        })));

        await engine.AskInPartsAsync("{ me { id ... @defer { name } } }");

        Assert.Equal(["id", "name"], selected);
    }

    [Fact]
    public async Task One_scope_lasts_until_the_work_is_done_however_slow_the_reader_is()
    {
        var services = new ServiceCollection().AddScoped<Resource>();
        var used = new HashSet<Resource>();
        var engine = new TestEngine(
            TestEngine.SchemaOf(
                Sdl,
                [.. Resolvers, ("Node.seen", TestEngine.Each((_, context) => Use(context))), ("Node.fast", TestEngine.Each((_, context) => Use(context)))]),
            services: services);
        var parts = await PartsOfAsync(engine, "{ me { fast ... @defer { seen } } }");

        await NextAsync(parts);
        await Assert.Single(used).Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal("""{"hasNext":false,"incremental":[{"id":"0","data":{"seen":"in time"}}],"completed":[{"id":"0"}]}""", await NextAsync(parts));
        Assert.False(await parts.MoveNextAsync());
        Assert.Single(used);

        string Use(FieldContext context)
        {
            var resource = context.Services.GetRequiredService<Resource>();
            used.Add(resource);
            return resource.IsDisposed ? "too late" : "in time";
        }
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_work_and_its_scope()
    {
        var started = new TaskCompletionSource<Resource>();
        var services = new ServiceCollection().AddScoped<Resource>();
        var engine = new TestEngine(TestEngine.SchemaOf(Sdl, [.. Resolvers, ("Node.slow", TestEngine.Later(Wait, _ => "never"))]), services: services);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var result = await engine.Executor.ExecuteAsync(IncrementalParts.Request("{ me { id ... @defer { slow } } }"), leaving.Token);
        await using var parts = Assert.IsType<IncrementalResult>(result).Responses.GetAsyncEnumerator(leaving.Token);

        await NextAsync(parts);
        var next = parts.MoveNextAsync().AsTask();
        var resource = await started.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await resource.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);

        async Task Wait(FieldContext context)
        {
            started.SetResult(context.Services.GetRequiredService<Resource>());
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.Cancellation);
        }
    }

    [Fact]
    public async Task A_reader_that_stops_early_ends_the_work_and_its_scope()
    {
        var services = new ServiceCollection().AddScoped<Resource>();
        var resource = default(Resource);
        var engine = new TestEngine(
            TestEngine.SchemaOf(Sdl, [
                .. Resolvers,
                ("Node.seen", TestEngine.Each((_, context) =>
                {
                    resource = context.Services.GetRequiredService<Resource>();
                    return "x";
                })),
                ("Node.slow", TestEngine.Later(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.Cancellation), _ => "never")),
            ]),
            services: services);
        var parts = await PartsOfAsync(engine, "{ me { seen ... @defer { slow } } }");

        await NextAsync(parts);
        Assert.False(resource!.IsDisposed);
        await parts.DisposeAsync();

        await resource.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_takes_too_long_is_completed_with_that_error()
    {
        var engine = new TestEngine(
            TestEngine.SchemaOf(Sdl, [.. Resolvers, ("Node.slow", TestEngine.Later(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.Cancellation), _ => "never"))]),
            new GraphQLOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(300) });

        var parts = await engine.AskInPartsAsync("{ me { id ... @defer { slow } ... @defer { name } } nodes @stream { slow } }");

        Assert.Equal(3, parts.Count);
        Assert.Equal("""{"hasNext":true,"incremental":[{"id":"1","data":{"name":"one"}}],"completed":[{"id":"1"}]}""", parts[1]);
        const string Error = """{"message":"The operation took longer than 0.3 seconds.","extensions":{"code":"TIMEOUT"}}""";
        Assert.Equal($$"""{"hasNext":false,"completed":[{"id":"0","errors":[{{Error}}]},{"id":"2","errors":[{{Error}}]}]}""", parts[2]);
    }

    [Fact]
    public async Task An_unexpected_failure_is_masked_and_stays_where_it_is()
    {
        var engine = Engine(("Node.seen", TestEngine.Each((_, _) => throw new InvalidOperationException("the password is 1234"))));

        var parts = await engine.AskInPartsAsync("{ me { id ... @defer { seen name } } }");

        Assert.Equal(2, parts.Count);
        Assert.DoesNotContain("1234", parts[1], StringComparison.Ordinal);
        Assert.StartsWith(
            """{"hasNext":false,"incremental":[{"id":"0","data":{"seen":null,"name":"one"},"errors":[{"message":"The field could not be answered.","locations":[{"line":1,"column":24}],"path":["me","seen"],"extensions":{"code":"INTERNAL",""",
            parts[1],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscription($d: Boolean!) { event { id ... @defer(if: $d) { name } } }", "event", "@defer")]
    [InlineData("subscription($d: Boolean!) { event { children @stream(if: $d) { name } } }", "children", "@stream")]
    public async Task An_event_of_a_subscription_never_comes_in_parts(string query, string field, string directive)
    {
        var engine = Engine(("Subscription.event", new StreamResolver(_ => Events())));

        var result = await engine.ExecuteAsync(IncrementalParts.Request(query, """{"d":true}"""));

        await foreach (var part in Assert.IsType<SubscriptionResult>(result).Responses)
        {
            var text = IncrementalParts.TextOf(part);
            Assert.Contains(
                $"`{directive}` directive not supported on subscription operations. Disable `{directive}` by setting the `if` argument to `false`.",
                text,
                StringComparison.Ordinal);
            Assert.Contains($"\"{field}\":null", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Thousands_of_groups_cost_what_their_text_costs()
    {
        var fragments = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"... @defer {{ ...F{i % 10} }} "));
        var definitions = string.Concat(Enumerable.Range(0, 10).Select(i => $"fragment F{i} on Node {{ a{i}: name ... @defer {{ b{i}: name }} }} "));
        var engine = new TestEngine(
            TestEngine.SchemaOf(Sdl, Resolvers), new GraphQLOptions { ExecutionTimeout = TimeSpan.FromSeconds(20), MaxDirectives = 2_000 });

        var parts = await engine.AskInPartsAsync($"{{ nodes(count: 4) {{ id {fragments} }} }} {definitions}");

        Assert.EndsWith("]}", parts[^1], StringComparison.Ordinal);
        Assert.Contains("\"hasNext\":false", parts[^1], StringComparison.Ordinal);
        Assert.InRange(parts.Sum(part => part.Length), 1, 4_000_000);
    }

    [Fact]
    public async Task Too_many_parts_are_refused()
    {
        var engine = new TestEngine(TestEngine.SchemaOf(Sdl, Resolvers), new GraphQLOptions { MaxPendingParts = 5 });

        Assert.Equal(2, (await engine.AskInPartsAsync("{ nodes(count: 5) { ... @defer { name } } }")).Count);
        const string Error = """{"message":"More than 5 parts of the response would come later.","extensions":{"code":"PENDING_LIMIT_EXCEEDED"}}""";
        Assert.Equal([$$"""{"errors":[{{Error}}]}"""], await engine.AskInPartsAsync("{ nodes(count: 3) { ... @defer { id } ... @defer { name } } }"));
        Assert.Equal([$$"""{"errors":[{{Error}}]}"""], await engine.AskInPartsAsync("{ nodes(count: 6) { children @stream { id } } }"));
        var parts = await engine.AskInPartsAsync("{ ... @defer { nodes(count: 5) { ... @defer { name } } } }");
        Assert.Equal(2, parts.Count);
        Assert.Equal($$"""{"hasNext":false,"completed":[{"id":"0","errors":[{{Error.Replace("would come later.\"", "would come later.\",\"path\":[]", StringComparison.Ordinal)}}]}]}""", parts[1]);
    }

    [Fact]
    public async Task Fragments_that_double_at_each_level_do_not_multiply_the_work()
    {
        var definitions = string.Concat(Enumerable.Range(0, 40).Select(i => $"fragment F{i} on Node {{ n{i}: name ...F{i + 1} @defer ...F{i + 1} @defer }} "));
        var engine = new TestEngine(TestEngine.SchemaOf(Sdl, Resolvers), new GraphQLOptions { MaxFields = int.MaxValue });

        var parts = await engine.AskInPartsAsync($"{{ me {{ ...F0 }} }} {definitions} fragment F40 on Node {{ id }}");

        Assert.Contains("\"hasNext\":false", parts[^1], StringComparison.Ordinal);
    }

    private static TestEngine Engine(params (string Field, FieldResolver Resolver)[] more) => new(Sdl, [.. more, .. Resolvers]);

    private static (string Field, FieldResolver Resolver)[] Resolvers =>
    [
        ("Query.me", TestEngine.Each((_, _) => Node(1))),
        ("Query.nodes", TestEngine.Each((_, context) => Enumerable.Range(1, (int)context.Arguments["count"]!).Select(Node).ToArray())),
    ];

    private static object Node(int id) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["id"] = $"{id}",
        ["name"] = id == 1 ? "one" : "another",
        ["children"] = id > 0 ? new[] { Node(-id), Node(-id) } : null,
    };

    private static async IAsyncEnumerable<object?> Events()
    {
        await Task.Yield();
        yield return Node(1);
    }

    private static Task Note(List<int> batches, FieldContext context)
    {
        batches.Add(context.Parents.Count);
        return Task.CompletedTask;
    }

    private static async Task<IAsyncEnumerator<ResponseResult>> PartsOfAsync(TestEngine engine, string query) =>
        Assert.IsType<IncrementalResult>(await engine.ExecuteAsync(IncrementalParts.Request(query)))
            .Responses.GetAsyncEnumerator(TestContext.Current.CancellationToken);

    private static async Task<string> NextAsync(IAsyncEnumerator<ResponseResult> parts)
    {
        Assert.True(await parts.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken));
        return IncrementalParts.TextOf(parts.Current);
    }

    private sealed class Resource : IDisposable
    {
        private readonly TaskCompletionSource _disposed = new();

        public Task Disposed => _disposed.Task;

        public bool IsDisposed => _disposed.Task.IsCompleted;

        public void Dispose() => _disposed.TrySetResult();
    }
}
