using System.Security.Claims;
using R2P.GraphQL.Tests.Execution;

namespace R2P.GraphQL.Tests.Limits;

/// <summary>Who may see the schema, and that no message shows it to others.</summary>
public sealed class IntrospectionPolicyTests
{
    private const string Sdl = """
        enum Color { RED GREEN }
        input Point { left: Int color: Color }
        interface Being { name: String }
        type Human implements Being { name: String height(unit: Color): Int }
        type Query { human: Human being: Being paint(color: Color, at: Point): String query: Query }
        """;

    private static readonly ClaimsPrincipal Somebody = new(new ClaimsIdentity([new Claim("sub", "a")], "test"));

    [Theory]
    [InlineData(IntrospectionPolicy.Everyone, false, true)]
    [InlineData(IntrospectionPolicy.Everyone, true, true)]
    [InlineData(IntrospectionPolicy.SignedIn, false, false)]
    [InlineData(IntrospectionPolicy.SignedIn, true, true)]
    [InlineData(IntrospectionPolicy.Nobody, true, false)]
    public async Task The_schema_is_answered_to(IntrospectionPolicy policy, bool signedIn, bool answered)
    {
        var answer = await RunAsync(policy, "{ __schema { queryType { name } } }", user: signedIn ? Somebody : null);

        Assert.Equal(answered, answer == """{"data":{"__schema":{"queryType":{"name":"Query"}}}}""");
    }

    [Theory]
    [InlineData(IntrospectionPolicy.Nobody, "{ __typename __schema { queryType { name } } }", """{"errors":[{"message":"The schema is not shown by this service.","locations":[{"line":1,"column":14}],"extensions":{"code":"INTROSPECTION_NOT_ALLOWED"}}]}""")]
    [InlineData(IntrospectionPolicy.SignedIn, "{ query { ...F } } fragment F on Query { ... { __type(name: \"Human\") { name } } }", """{"errors":[{"message":"The schema is shown to signed-in callers only.","locations":[{"line":1,"column":48}],"extensions":{"code":"INTROSPECTION_NOT_ALLOWED"}}]}""")]
    [InlineData(IntrospectionPolicy.Nobody, "{ __typename human { __typename } }", """{"data":{"__typename":"Query","human":null}}""")]
    public async Task A_refusal_stands_at_the_field(IntrospectionPolicy policy, string query, string answer) =>
        Assert.Equal(answer, await RunAsync(policy, query));

    [Theory]
    [InlineData("{ humann { name } }")]
    [InlineData("{ being { height } }")]
    [InlineData("{ ... on Humann { name } }")]
    [InlineData("{ human { height(unitt: RED) } }")]
    [InlineData("{ paint(color: REDD) }")]
    [InlineData("{ paint(color: \"RED\") }")]
    [InlineData("{ paint(at: { leftt: 1 }) }")]
    [InlineData("query($c: Color) { paint(color: $c) }", """{"c":"REDD"}""")]
    [InlineData("query($p: Point) { paint(at: $p) }", """{"p":{"leftt":1}}""")]
    public async Task Nothing_is_suggested_to_those_who_may_not_see_it(string query, string? variables = null)
    {
        var shown = await RunAsync(IntrospectionPolicy.Everyone, query, variables);
        var hidden = await RunAsync(IntrospectionPolicy.SignedIn, query, variables);
        var signedIn = await RunAsync(IntrospectionPolicy.SignedIn, query, variables, Somebody);

        Assert.Contains("Did you mean", shown, StringComparison.Ordinal);
        Assert.Equal(shown, signedIn);
        Assert.StartsWith("""{"errors":[""", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", hidden, StringComparison.Ordinal);
    }

    private static Task<string> RunAsync(IntrospectionPolicy policy, string query, string? variables = null, ClaimsPrincipal? user = null) =>
        new TestEngine(TestEngine.SchemaOf(Sdl), new GraphQLOptions { Introspection = policy }).RunAsync(query, variables, user: user);
}
