using System.Text;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Tests.Execution;

public sealed class PlanCacheTests
{
    [Fact]
    public void A_document_is_found_by_its_whole_text()
    {
        var cache = new PlanCache(10);
        var document = Add(cache, "{ a }");
        Assert.True(cache.TryGet("{ a }"u8, out var found));
        Assert.Same(document, found);
        Assert.False(cache.TryGet("{ a } "u8, out _));
        Assert.False(cache.TryGet("{ b }"u8, out _));
    }

    [Fact]
    public void Who_comes_second_with_the_same_text_gets_what_was_there_first()
    {
        var cache = new PlanCache(10);
        var first = Add(cache, "{ a }");

        Assert.Same(first, Add(cache, "{ a }"));
        Assert.True(cache.TryGet("{ a }"u8, out var found));
        Assert.Same(first, found);
    }

    [Fact]
    public void It_never_holds_more_than_its_capacity_and_keeps_what_is_used()
    {
        var cache = new PlanCache(10);
        var kept = Add(cache, "{ kept }");
        for (var i = 0; i < 1000; i++)
        {
            Add(cache, $"{{ a{i} }}");
            Assert.True(cache.TryGet("{ kept }"u8, out var found));
            Assert.Same(kept, found);
        }

        var held = Enumerable.Range(0, 1000).Count(i => cache.TryGet(Encoding.UTF8.GetBytes($"{{ a{i} }}"), out _));
        Assert.InRange(held, 1, 10);
    }

    [Fact]
    public void Large_texts_push_out_by_their_size()
    {
        var cache = new PlanCache(1000);
        for (var i = 0; i < 20; i++)
        {
            Add(cache, $"{{ a{i} }} #{new string('x', 1024 * 1024)}");
        }

        Assert.InRange(Enumerable.Range(0, 20).Count(i => cache.TryGet(Encoding.UTF8.GetBytes($"{{ a{i} }} #{new string('x', 1024 * 1024)}"), out _)), 1, 8);
    }

    [Fact]
    public void Without_capacity_nothing_is_kept()
    {
        var cache = new PlanCache(0);
        Add(cache, "{ a }");
        Assert.False(cache.TryGet("{ a }"u8, out _));
    }

    private static PreparedDocument Add(PlanCache cache, string text)
    {
        var parsed = Parser.Parse(SourceText.From(text));
        var document = new PreparedDocument(
            new PlanContext(TestEngine.SchemaOf("type Query { a: Int }"), new GraphQLOptions(), new InputDefaults(), parsed), parsed);
        return cache.Add(Encoding.UTF8.GetBytes(text), document);
    }
}
