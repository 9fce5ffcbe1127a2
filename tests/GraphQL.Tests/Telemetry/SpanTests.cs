using System.Diagnostics;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Tests.Execution;

namespace R2P.GraphQL.Tests.Telemetry;

/// <summary>The spans of a request: their names, parents and attributes, and nothing that a client's data could be in.</summary>
[Collection(Undisturbed.Name)]
public sealed class SpanTests : IDisposable
{
    private const string Sdl = """
        type Query { items: [Item!]! a(of: Int): Int fails: Int }
        type Mutation { change: Int }
        type Subscription { count: Int }
        type Item { name: String parts: [Int] }
        """;

    private readonly RecordedSpans _spans = new();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task Each_step_and_each_batch_of_a_request_is_a_span_below_it()
    {
        var engine = Engine();
        using var outer = new Activity("http").Start();

        await engine.RunAsync("query Inbox { items { name parts } }");

        Assert.Equal(
            [
                "query > graphql.parse",
                "query > graphql.validate",
                "query > graphql.plan",
                "graphql.execute > graphql.resolve Query.items {graphql.field.coordinate=Query.items, graphql.field.parent_count=1}",
                "graphql.execute > graphql.resolve Item.parts {graphql.field.coordinate=Item.parts, graphql.field.parent_count=3}",
                "query > graphql.execute {graphql.operation.type=query}",
                "http > query {graphql.operation.type=query, graphql.operation.name=Inbox}",
            ],
            _spans.Lines);
    }

    [Fact]
    public async Task A_known_document_is_neither_parsed_nor_validated_nor_planned_again()
    {
        var engine = Engine();
        await engine.RunAsync("{ a }", data: """{"a":1}""");
        var before = _spans.Lines.Count();

        await engine.RunAsync("{ a }", data: """{"a":1}""");

        Assert.Equal(
            [
                "graphql.execute > graphql.resolve Query.a {graphql.field.coordinate=Query.a, graphql.field.parent_count=1}",
                "query > graphql.execute {graphql.operation.type=query}",
                "query {graphql.operation.type=query}",
            ],
            _spans.Lines.Skip(before));
    }

    [Fact]
    public async Task A_refused_request_says_its_code_and_nothing_of_its_text()
    {
        var engine = Engine();

        await engine.RunAsync("query Q { secret1234 }");
        await engine.RunAsync("{ a(of: \"secret1234\") }");
        await engine.RunAsync("query Q($n: Int!) { a(of: $n) }", """{"n":"secret1234"}""");

        Assert.Contains("GraphQL Operation {error.type=VALIDATION_FAILED} Error", _spans.Lines);
        Assert.Contains("query {graphql.operation.type=query, graphql.operation.name=Q, error.type=BAD_USER_INPUT} Error", _spans.Lines);
        Assert.DoesNotContain(_spans.Lines, line => line.Contains("secret1234", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_field_says_its_code()
    {
        var engine = Engine();

        await engine.RunAsync("{ fails }");

        Assert.Equal(
            [
                "graphql.execute > graphql.resolve Query.fails {graphql.field.coordinate=Query.fails, graphql.field.parent_count=1, error.type=FORBIDDEN} Error",
                "query {graphql.operation.type=query, error.type=FORBIDDEN} Error",
            ],
            _spans.Lines.Where(line => line.EndsWith("Error", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false, false, "mutation {graphql.operation.type=mutation, graphql.operation.name=Change}")]
    [InlineData(false, true, "mutation Change {graphql.operation.type=mutation, graphql.operation.name=Change}")]
    [InlineData(true, false, "mutation {graphql.operation.type=mutation, graphql.operation.name=Change, graphql.document=mutation Change { change }}")]
    public async Task Documents_and_names_are_recorded_where_that_is_asked_for(bool documents, bool names, string line)
    {
        var options = new GraphQLOptions { Telemetry = { RecordDocuments = documents, NameSpansByOperation = names } };
        var engine = new TestEngine(TestEngine.SchemaOf(Sdl), options);

        await engine.RunAsync("mutation Change { change }", data: """{"change":1}""");

        Assert.Equal(line, _spans.Lines.Last());
    }

    [Fact]
    public async Task Each_event_of_a_subscription_is_an_execution()
    {
        var engine = Engine();

        var result = Assert.IsType<SubscriptionResult>(await engine.ExecuteAsync(TestEngine.Request("subscription Count { count }")));
        await foreach (var response in result.Responses)
        {
            response.Dispose();
        }

        Assert.Equal(
            [
                "subscription {graphql.operation.type=subscription, graphql.operation.name=Count}",
                "graphql.execute {graphql.operation.type=subscription}",
                "graphql.execute {graphql.operation.type=subscription}",
            ],
            _spans.Lines.TakeLast(3));
    }

    private static TestEngine Engine() => new(
        Sdl,
        ("Query.items", TestEngine.Each((_, _) => new[] { "a", "b", "c" })),
        ("Query.fails", TestEngine.Each((_, _) => throw new GraphQLException("The secret is 1234.", ErrorCodes.Forbidden))),
        ("Item.name", new PropertyResolver(item => item)),
        ("Item.parts", TestEngine.Later(_ => Task.Delay(1), _ => new object[] { 1, 2 })),
        ("Subscription.count", new StreamResolver(_ => new ValueTask<IAsyncEnumerable<object?>>(Count()))));

    private static async IAsyncEnumerable<object?> Count()
    {
        await Task.Yield();
        yield return 1;
        yield return 2;
    }
}
