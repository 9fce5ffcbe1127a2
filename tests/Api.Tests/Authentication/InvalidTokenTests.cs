using System.Net;

namespace R2P.Api.Tests.Authentication;

/// <summary>A token that is presented and not valid is refused on every transport; its bearer is never taken for an anonymous caller.</summary>
public sealed class InvalidTokenTests(SharedService shared)
{
    private const string Refusal =
        """{"errors":[{"message":"The bearer token is not valid: it may have expired, or be meant for another service.","extensions":{"code":"UNAUTHENTICATED"}}]}""";

    private const string Viewer = """{"query":"{ viewer { displayName } }"}""";

    public static TheoryData<string> Faults =>
    [
        "expired", "not valid yet", "without expiry", "wrong audience", "without audience", "wrong issuer", "ID token by its nonce",
        "ID token by its type", "logout token", "alg none", "alg None", "signature taken off", "wrongly signed", "own key in its header",
        "HS256 with the public key", "changed after signing", "no JWT", "empty",
    ];

    [Fact]
    public async Task The_same_token_without_a_fault_is_accepted()
    {
        var token = new ForgedTokens(shared).Make("nothing");

        var answer = await shared.Process.PostAsync(token, Viewer);

        Assert.Equal("""{"viewer":{"displayName":"Focal point of Denmark (sample)"}}""", answer.Data.GetRawText());
        await using var socket = await SocketClient.OpenAsync(shared.Process, token);
        Assert.Equal("connection_ack", (await socket.ReceiveAsync())?.GetProperty("type").GetString());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Over_HTTP_it_is_401_with_a_GraphQL_error(string fault)
    {
        var answer = await shared.Process.PostAsync(new ForgedTokens(shared).Make(fault), Viewer);

        Assert.Equal((HttpStatusCode.Unauthorized, Refusal), (answer.Status, answer.Body));
        Assert.Equal("application/graphql-response+json; charset=utf-8", answer.ContentType);
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Challenge);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Over_WebSocket_it_closes_the_socket_with_4403(string fault)
    {
        await using var socket = await SocketClient.OpenAsync(shared.Process, new ForgedTokens(shared).Make(fault));

        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal((4403, "Forbidden"), socket.Closed);
    }

    [Theory]
    [InlineData("Basic Z2hhbmE6c2VjcmV0")]
    [InlineData("Bearer")]
    [InlineData("DPoP abc")]
    public async Task Another_scheme_is_no_way_to_be_anonymous(string authorization)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(shared.Process.Endpoint, "?query=%7B__typename%7D"));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_one_is_anonymous_and_sees_what_is_public()
    {
        var answer = await shared.Process.AskAsync(persona: null, "{ viewer { displayName } practices(first: 1) { nodes { title } } }");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }
}
