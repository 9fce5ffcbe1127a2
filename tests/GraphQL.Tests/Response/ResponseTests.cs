using System.Buffers;
using System.Text;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Response;
using R2P.GraphQL.Tests.Execution;

namespace R2P.GraphQL.Tests.Response;

/// <summary>§7: the bytes of a response.</summary>
public sealed class ResponseTests
{
    [Fact]
    public void An_error_carries_all_it_knows()
    {
        var output = new ArrayBufferWriter<byte>();
        ErrorResponse.Write(output,
        [
            new GraphQLError("Bad \"luck\" é ☂ <b>", "LUCK")
            {
                Locations = [new SourceLocation(1, 2), new SourceLocation(3, 4)],
                Path = ["a", 0, "ü"],
                Extensions = new Dictionary<string, object?> { ["limit"] = 5, ["why"] = "it's", ["never"] = false, ["none"] = null },
            },
            new GraphQLError("Short", "S"),
        ]);
        Assert.Equal(
            """{"errors":[{"message":"Bad \"luck\" é ☂ <b>","locations":[{"line":1,"column":2},{"line":3,"column":4}],"path":["a",0,"ü"],"extensions":{"code":"LUCK","limit":5,"why":"it's","never":false,"none":null}},{"message":"Short","extensions":{"code":"S"}}]}""",
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public async Task A_response_over_many_segments_is_whole()
    {
        var texts = Enumerable.Range(0, 3000).Select(i => new string((char)('a' + (i % 26)), i)).ToArray();
        var engine = new TestEngine("type Query { texts: [String!]! }", ("Query.texts", new PropertyResolver(_ => texts)));
        Assert.Equal($$$"""{"data":{"texts":["{{{string.Join("\",\"", texts)}}}"]}}""", await engine.RunAsync("{ texts }"));
    }

    [Fact]
    public async Task A_required_leaf_that_is_null_is_found_at_every_place_of_a_segment()
    {
        for (var length = 16_300; length < 16_400; length++)
        {
            var pad = new string('x', length);
            var engine = new TestEngine(
                "type Query { pad: String!, leaf: String!, rest: String }",
                ("Query.pad", new LeafResolver((_, writer) => writer.WriteStringValue(pad), _ => pad)),
                ("Query.leaf", new LeafResolver((_, writer) => writer.WriteNullValue(), _ => null)));
            Assert.Equal(
                """{"errors":[{"message":"Cannot return null for non-nullable field Query.leaf.","locations":[{"line":1,"column":7}],"path":["leaf"],"extensions":{"code":"NON_NULL_VIOLATION"}}],"data":null}""",
                await engine.RunAsync("{ pad leaf rest }"));
        }
    }

    [Fact]
    public async Task A_response_tells_what_became_of_it_and_may_be_disposed_twice()
    {
        var engine = new TestEngine("type Query { a: Int, b: Int! }");
        using var good = (ResponseResult)await engine.ExecuteAsync(TestEngine.Request("{ a b }", data: """{"b":1}"""));
        using var partial = (ResponseResult)await engine.ExecuteAsync(TestEngine.Request("{ a b }", data: """{"a":"x","b":1}"""));
        using var bad = (ResponseResult)await engine.ExecuteAsync(TestEngine.Request("{ a b }"));
        Assert.Equal((false, false), (good.HasErrors, good.DataIsNull));
        Assert.Equal((true, false), (partial.HasErrors, partial.DataIsNull));
        Assert.Equal((true, true), (bad.HasErrors, bad.DataIsNull));
        Assert.Equal("""{"data":{"a":null,"b":1}}""", Encoding.UTF8.GetString(good.Utf8Json.ToArray()));
        good.Dispose();
        good.Dispose();
    }
}
