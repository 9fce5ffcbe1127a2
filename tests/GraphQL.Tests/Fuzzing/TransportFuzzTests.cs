using System.Net.WebSockets;
using System.Text.Unicode;
using FsCheck.Fluent;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Tests.AspNetCore;
using R2P.GraphQL.Tests.AspNetCore.Sockets;
using R2P.GraphQL.Tests.Limits;

namespace R2P.GraphQL.Tests.Fuzzing;

/// <summary>Whatever bytes arrive as a body, in a URL or on a socket, the answer is one of the protocol: never a 500, never close code 4500.</summary>
public sealed class TransportFuzzTests : IAsyncLifetime
{
    private static readonly string[] Requests =
    [
        """{"query":"query Q($n: Int! = 3) { some(first: $n) { name self { ages } } }","operationName":"Q","variables":{"n":2},"extensions":{"cost":"report"}}""",
        """{"query":"{ total(of: [1, 2, 3]) n\u0061me a: name __typename }"}""",
        """{"query":"mutation { add(amount: 2) }","variables":null,"operationName":null}""",
        """{"query":"subscription { count(to: 2) }","extensions":{"operationId":"1"}}""",
        """[{"query":"{ name }"}]""",
    ];

    private static readonly string[] Messages =
    [
        .. Requests.Select(request => $$"""{"id":"1","type":"subscribe","payload":{{request}}}"""),
        """{"type":"connection_init","payload":{"Authorization":"Bearer x"}}""",
        """{"type":"ping","payload":{"a":[1]}}""",
        """{"type":"pong"}""",
        """{"id":"1","type":"complete"}""",
    ];

    private static readonly string[] Words =
        ["{", "}", "[", "]", ":", ",", "\"", "null", "true", "1e999", "\\u0000", "\\ud800", "\"query\":", "\"variables\":", "\"type\":", "\"id\":", "\uFEFF", "{ name }", "$n"];

    private static readonly string[] Accepts =
        ["application/json", "application/graphql-response+json", "text/event-stream", "*/*;q=0.1, text/event-stream"];

    private TestServer _server = null!;
    private int _case;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(services => services.AddGraphQL(graphql => graphql
        .AddType(typeof(TransportLimitTests.People)).AddType(typeof(EndpointTests.Sums)).AddType(typeof(EndpointTests.Counts))));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public void Bodies() => Fuzz.Check(HostileTexts.Mutants(Gen.Elements(Requests), Words), 1_500, text => Wait(PostAsync(text)));

    [Fact]
    public void Bodies_of_noise() => Fuzz.Check(HostileTexts.Noise, 500, text => Wait(PostAsync(text)));

    [Fact]
    public void Urls() => Fuzz.Check(
        HostileTexts.Mutants(Gen.Elements("?query={name}&variables={\"n\":1}", "?query=query Q{total(of:[1])}&operationName=Q&extensions={}"), Words),
        500,
        text => Wait(GetAsync(text)));

    [Fact]
    public void Sockets() => Fuzz.Check(HostileTexts.Mutants(Gen.Elements(Messages), Words), 500, text => Wait(SpeakAsync(text)));

    [Fact]
    public async Task A_name_that_no_string_can_hold()
    {
        using var socket = await SocketClient.InitializeAsync(_server);

        var answer = await _server.PostAsync("""{"\ud800":1,"query":"{ name }"}""");
        await socket.SendAsync("""{"\ud800":1,"type":"ping"}""");

        Assert.Equal(
            (400, """{"errors":[{"message":"The request is not valid JSON: a string holds an unpaired surrogate.","extensions":{"code":"BAD_REQUEST"}}]}"""),
            (answer.Status, answer.Body));
        Assert.Equal("close 4400 The request is not valid JSON: a string holds an unpaired surrogate.", await socket.ReceiveAsync());
    }

    private async Task PostAsync(HostileText text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(text.Utf8) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        AssertProper(await _server.SendAsync(request, Accepts[_case++ % Accepts.Length]));
    }

    private async Task GetAsync(HostileText text)
    {
        var url = string.Concat(text.ToString().Select(character => character is '?' or '=' or '&' or '%' ? $"{character}" : Escaped(character)));
        AssertProper(await _server.GetAsync(url.StartsWith('?') ? url : $"?{url}", Accepts[_case++ % Accepts.Length]));
    }

    private async Task SpeakAsync(HostileText text)
    {
        using var client = await SocketClient.InitializeAsync(_server);
        try
        {
            await client.SendAsync(text.Utf8, WebSocketMessageType.Text);
            await client.SendAsync("""{"type":"ping","payload":{"last":true}}""");
            await ListenAsync(client);
        }
        catch (WebSocketException) when (!Utf8.IsValid(text.Utf8))
        {
            // The server says 1007 and hangs up at once (RFC 6455 §8.1); what was sent meanwhile makes that a reset.
        }
    }

    private static async Task ListenAsync(SocketClient client)
    {
        string answer;
        do
        {
            answer = await client.ReceiveAsync();
            Assert.DoesNotContain("\"INTERNAL\"", answer, StringComparison.Ordinal);
        }
        while (!answer.StartsWith("close ", StringComparison.Ordinal) && answer != """{"type":"pong","payload":{"last":true}}""");

        Assert.False(answer[..10] is "close 4500" or "close 1011" or "close 1006", answer);
    }

    private static void AssertProper(Answer answer)
    {
        Assert.InRange(answer.Status, 200, 499);
        Assert.DoesNotContain("\"INTERNAL\"", answer.Body, StringComparison.Ordinal);
    }

    private static string Escaped(char character) =>
        char.IsSurrogate(character) ? "%EF%BF%BD" : Uri.EscapeDataString(character.ToString());

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
