using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Execution;

/// <summary>A data source hears when resolvers are started side by side, so that what they ask can go out together.</summary>
public sealed class ReadGatheringTests
{
    private const string Sdl =
        "type Query { one: Item two: Item } type Mutation { one: Item two: Item } type Item { name: String other: Item }";

    private readonly ConcurrentQueue<string> _heard = [];

    [Fact]
    public async Task Fields_of_one_selection_set_are_started_within_one_gathering()
    {
        await Engine().RunAsync("{ one { name } two { name } }");

        Assert.Equal(["begin", "one", "two", "end"], _heard.Take(4));
    }

    [Fact]
    public async Task What_an_answer_leads_to_gathers_again()
    {
        await Engine().RunAsync("{ one { a: other { name } b: other { name } } }");

        Assert.Equal("begin one end begin other other end", string.Join(' ', _heard.Take(7)));
        Assert.Equal(_heard.Count(heard => heard == "begin"), _heard.Count(heard => heard == "end"));
    }

    [Fact]
    public async Task Fields_of_a_mutation_never_gather_with_the_next()
    {
        await Engine().RunAsync("mutation { one { name } two { name } }");

        string[] heard = [.. _heard];
        Assert.Equal(["begin", "one", "end"], heard.Take(3));
        Assert.True(Array.IndexOf(heard, "two") > Array.IndexOf(heard, "end"));
    }

    [Fact]
    public async Task A_gathering_ends_also_where_a_resolver_throws_at_once()
    {
        var engine = Engine(new BatchResolver(_ => throw new InvalidOperationException("at once")));

        await engine.RunAsync("{ one { name } two { name } }");

        Assert.Equal(["begin", "two", "end"], _heard.Take(3));
    }

    private TestEngine Engine(BatchResolver? one = null)
    {
        var schema = TestEngine.SchemaOf(
            Sdl,
            ("Query.one", one ?? Waiting("one")),
            ("Query.two", Waiting("two")),
            ("Mutation.one", Waiting("one")),
            ("Mutation.two", Waiting("two")),
            ("Item.other", Waiting("other")),
            ("Item.name", new PropertyResolver(_ => "name")));
        return new TestEngine(schema, services: new ServiceCollection().AddScoped<IReadGathering>(_ => new Heard(_heard)));
    }

    /// <summary>Resolves later, and never within the call.</summary>
    private BatchResolver Waiting(string name) => new(async context =>
    {
        _heard.Enqueue(name);
        await Task.Delay(10, context.Cancellation);
        for (var i = 0; i < context.Parents.Count; i++)
        {
            context.Results[i] = name;
        }
    });

    private sealed class Heard(ConcurrentQueue<string> heard) : IReadGathering
    {
        public void Begin() => heard.Enqueue("begin");

        public void End() => heard.Enqueue("end");
    }
}
