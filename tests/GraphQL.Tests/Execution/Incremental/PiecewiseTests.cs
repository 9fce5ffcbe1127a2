using System.Runtime.CompilerServices;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Execution.Incremental;

/// <summary>Lists that resolvers answer piece by piece: when they are read, how far, and how that ends before its time.</summary>
public sealed class PiecewiseTests
{
    private const string Sdl = """
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { items: [Int] sure: [Int!] must: Never! rows: [Row] }
        type Row { items: [Int] }
        type Never { fails: String! }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Each_item_is_delivered_when_it_is_there()
    {
        var gates = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToArray();
        var source = new Source(3, number => gates[number].Task);
        await using var parts = await PartsOfAsync(EngineWith(source), "{ items @stream }");

        Assert.Equal("""{"data":{"items":[]},"pending":[{"id":"0","path":["items"]}],"hasNext":true}""", await NextAsync(parts));
        gates[0].SetResult();
        Assert.Equal("""{"hasNext":true,"incremental":[{"id":"0","items":[0]}]}""", await NextAsync(parts));
        gates[1].SetResult();
        Assert.Equal("""{"hasNext":true,"incremental":[{"id":"0","items":[1]}]}""", await NextAsync(parts));
        Assert.False(source.Disposed.IsCompleted);
        gates[2].SetResult();
        Assert.Contains("\"items\":[2]", await NextAsync(parts), StringComparison.Ordinal);
        await source.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_is_there_together_comes_together()
    {
        var parts = await EngineWith(new Source(250)).AskInPartsAsync("{ items @stream(initialCount: 10) }");

        Assert.Equal([10, 100, 100, 40], parts.Select(part => part.Split("\"items\":[")[1].Split(']')[0].Split(',').Length));
    }

    [Fact]
    public async Task The_lists_of_many_objects_go_on_each_by_itself()
    {
        var slow = new TaskCompletionSource();
        Source[] sources = [new Source(1, _ => slow.Task), new Source(1)];
        var engine = new TestEngine(
            Sdl,
            ("Query.rows", TestEngine.Each((_, _) => sources)),
            ("Row.items", TestEngine.Each((row, _) => row)));
        await using var parts = await PartsOfAsync(engine, "{ rows { items @stream } }");

        await NextAsync(parts);
        Assert.Equal("""{"hasNext":true,"incremental":[{"id":"1","items":[0]}],"completed":[{"id":"1"}]}""", await NextAsync(parts));
        slow.SetResult();
        Assert.Equal("""{"hasNext":false,"incremental":[{"id":"0","items":[0]}],"completed":[{"id":"0"}]}""", await NextAsync(parts));
    }

    [Fact]
    public async Task A_list_without_end_is_read_no_faster_than_its_reader_takes_it()
    {
        var source = new Source(int.MaxValue);
        await using var parts = await PartsOfAsync(EngineWith(source), "{ items @stream }");

        await NextAsync(parts);
        var ahead = await StandsStillAsync(source);
        Assert.InRange(ahead, 100, 1_500);
        for (var i = 0; i < 5; i++)
        {
            await NextAsync(parts);
        }

        Assert.InRange(await StandsStillAsync(source), ahead + 1, ahead + 1_000);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_reading()
    {
        var source = new Source(2, number => number == 0 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken));
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var result = await EngineWith(source).Executor.ExecuteAsync(IncrementalParts.Request("{ items @stream }"), leaving.Token);
        await using var parts = Assert.IsType<IncrementalResult>(result).Responses.GetAsyncEnumerator(leaving.Token);
        await NextAsync(parts);
        await NextAsync(parts);
        Assert.False(source.Disposed.IsCompleted);

        await leaving.CancelAsync();

        await source.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_reader_that_stops_early_ends_the_reading()
    {
        var source = new Source(int.MaxValue);
        var parts = await PartsOfAsync(EngineWith(source), "{ items @stream(initialCount: 1) }");
        await NextAsync(parts);

        await parts.DisposeAsync();

        await source.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_item_that_may_not_be_null_ends_the_reading()
    {
        var wait = new TaskCompletionSource();
        var source = new Source(3, number => number == 2 ? wait.Task : Task.CompletedTask) { NullAt = 1 };
        var parts = await EngineWith(source, "Query.sure").AskInPartsAsync("{ sure @stream }");

        Assert.Equal(
            """{"hasNext":false,"incremental":[{"id":"0","items":[0]}],"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Query.sure.","locations":[{"line":1,"column":3}],"path":["sure",1],"extensions":{"code":"NON_NULL_VIOLATION"}}]}]}""",
            parts[^1]);
        await source.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_error_around_the_list_ends_the_reading()
    {
        var source = new Source(int.MaxValue);
        var engine = new TestEngine(
            Sdl, ("Query.items", TestEngine.Each((_, _) => source)), ("Query.must", TestEngine.Each((_, _) => new Dictionary<string, object?>())));

        var parts = await engine.AskInPartsAsync("{ items @stream(initialCount: 1) must { fails } }");

        Assert.EndsWith("\"data\":null}", Assert.Single(parts), StringComparison.Ordinal);
        await source.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_it_throws_after_some_items_is_masked_and_those_stay()
    {
        var source = new Source(2) { Failure = new InvalidOperationException("the password is 1234") };

        var parts = await EngineWith(source).AskInPartsAsync("{ items @stream }");

        var text = string.Concat(parts);
        Assert.Contains("\"items\":[0,1]", text, StringComparison.Ordinal);
        Assert.Contains(
            """{"id":"0","errors":[{"message":"The field could not be answered.","locations":[{"line":1,"column":3}],"path":["items"],"extensions":{"code":"INTERNAL",""",
            text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("1234", text, StringComparison.Ordinal);
        await source.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_takes_too_long_is_completed_with_that_error_and_is_read_no_more()
    {
        var source = new Source(2, number => number == 0 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken));
        var engine = EngineWith(source, options: new GraphQLOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(300) });

        var parts = await engine.AskInPartsAsync("{ items @stream }");

        Assert.Equal(
            """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"The operation took longer than 0.3 seconds.","extensions":{"code":"TIMEOUT"}}]}]}""",
            parts[^1]);
        await source.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_client_that_takes_no_parts_gets_the_whole_list()
    {
        var source = new Source(5, _ => Task.Delay(1, TestContext.Current.CancellationToken));

        Assert.Equal("""{"data":{"items":[0,1,2,3,4]}}""", await EngineWith(source).RunAsync("{ items @stream(initialCount: 1) }"));
        Assert.True(source.Disposed.IsCompleted);
    }

    [Theory]
    [InlineData("{ items }")]
    [InlineData("{ items @stream(initialCount: 11) }")]
    public async Task A_list_that_is_longer_than_may_come_at_once_is_refused(string query)
    {
        var source = new Source(int.MaxValue);
        var engine = EngineWith(source, options: new GraphQLOptions { MaxReadItems = 10 });

        Assert.Equal(
            ["""{"errors":[{"message":"The list has more than 10 items, which are allowed at once; ask for it with @stream.","locations":[{"line":1,"column":3}],"path":["items"],"extensions":{"code":"LIST_SIZE_LIMIT_EXCEEDED","limit":10}}],"data":{"items":null}}"""],
            await engine.AskInPartsAsync(query));
        Assert.True(source.Disposed.IsCompleted);
        Assert.Equal(11, source.Given);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_a_list_that_is_read_whole()
    {
        var source = new Source(2, _ => Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken));
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var answer = EngineWith(source).Executor.ExecuteAsync(IncrementalParts.Request("{ items }"), leaving.Token).AsTask();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await source.Disposed.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private static TestEngine EngineWith(Source source, string field = "Query.items", GraphQLOptions? options = null) =>
        new(TestEngine.SchemaOf(Sdl, (field, TestEngine.Each((_, _) => source))), options);

    private static async Task<IAsyncEnumerator<ResponseResult>> PartsOfAsync(TestEngine engine, string query) =>
        Assert.IsType<IncrementalResult>(await engine.ExecuteAsync(IncrementalParts.Request(query)))
            .Responses.GetAsyncEnumerator(TestContext.Current.CancellationToken);

    private static async Task<string> NextAsync(IAsyncEnumerator<ResponseResult> parts)
    {
        Assert.True(await parts.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken));
        return IncrementalParts.TextOf(parts.Current);
    }

    /// <summary>How many items were asked for, once no more are.</summary>
    private static async Task<int> StandsStillAsync(Source source)
    {
        var (before, now) = (-1, source.Given);
        while (now != before)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            (before, now) = (now, source.Given);
        }

        return now;
    }

    /// <summary>Numbers from 0 on, each after a wait.</summary>
    private sealed class Source(int count, Func<int, Task>? wait = null) : IAsyncEnumerable<object?>
    {
        private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _given;

        public Task Disposed => _disposed.Task;

        public int Given => Volatile.Read(ref _given);

        public int? NullAt { get; init; }

        public Exception? Failure { get; init; }

        public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            ItemsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

        private async IAsyncEnumerable<object?> ItemsAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                for (var number = 0; number < count; number++)
                {
                    if (wait is not null)
                    {
                        await wait(number).WaitAsync(cancellation);
                    }

                    Interlocked.Increment(ref _given);
                    yield return number == NullAt ? null : number;
                }

                if (Failure is not null)
                {
                    throw Failure;
                }
            }
            finally
            {
                _disposed.TrySetResult();
            }
        }
    }
}
