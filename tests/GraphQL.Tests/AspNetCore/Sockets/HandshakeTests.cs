using System.Globalization;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.AspNetCore.Sockets;

namespace R2P.GraphQL.Tests.AspNetCore.Sockets;

/// <summary>graphql-transport-ws: from the handshake to <c>connection_ack</c>.</summary>
public sealed class HandshakeTests
{
    private const string Init = """{"type":"connection_init"}""";

    [Fact]
    public async Task The_subprotocol_is_confirmed()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        Assert.Equal("graphql-transport-ws", client.Subprotocol);
        Assert.Equal("""{"type":"connection_ack"}""", await client.AskAsync(Init));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_subprotocol_closes_with_4406(string? subprotocol)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server, subprotocol);

        Assert.Equal("close 4406 Subprotocol not acceptable", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Silence_closes_with_4408()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.ConnectionInitTimeout = TimeSpan.FromMilliseconds(100)));
        using var client = await SocketClient.ConnectAsync(server);

        Assert.Equal("close 4408 Connection initialisation timeout", await client.ReceiveAsync());
    }

    [Fact]
    public async Task The_time_for_initialisation_ends_with_it()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.ConnectionInitTimeout = TimeSpan.FromSeconds(1)));
        using var client = await SocketClient.InitializeAsync(server);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        Assert.Equal("""{"type":"pong"}""", await client.AskAsync("""{"type":"ping"}"""));
    }

    [Fact]
    public async Task A_second_initialisation_closes_with_4429()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        Assert.Equal("close 4429 Too many initialisation requests", await client.AskAsync(Init));
    }

    [Fact]
    public async Task An_operation_before_the_acknowledgement_closes_with_4401()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        await client.SubscribeAsync("1", "echo");

        Assert.Equal("close 4401 Unauthorized", await client.ReceiveAsync());
    }

    [Theory]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("https://app.example", true)]
    [InlineData(null, true)]
    public async Task A_page_of_another_host_may_not_open_a_socket(string? origin, bool allowed)
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.AllowedOrigins.Add("https://app.example")));

        if (allowed)
        {
            using var client = await SocketClient.ConnectAsync(server, origin: origin);
            Assert.Equal("graphql-transport-ws", client.Subprotocol);
        }
        else
        {
            var refused = await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.ConnectAsync(server, origin: origin));
            Assert.Contains("'403'", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_of_the_own_host_may_open_a_socket()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server, origin: server.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal("graphql-transport-ws", client.Subprotocol);
    }

    [Fact]
    public async Task The_user_of_the_handshake_runs_the_operations()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server, user: "Ama");

        await client.SubscribeAsync("1", "echo");

        Assert.Contains("\"user\":\"Ama\"", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_of_the_initialisation_runs_the_operations()
    {
        await using var server = await StartWithTokensAsync();
        using var client = await SocketClient.InitializeAsync(server, """{"type":"connection_init","payload":{"token":"Kofi"}}""");

        await client.SubscribeAsync("1", "echo");

        Assert.Contains("\"user\":\"Kofi\"", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"connection_init"}""")]
    [InlineData("""{"type":"connection_init","payload":null}""")]
    [InlineData("""{"type":"connection_init","payload":{"token":"wrong"}}""")]
    public async Task A_refused_token_closes_with_4403(string init)
    {
        await using var server = await StartWithTokensAsync();
        using var client = await SocketClient.ConnectAsync(server);

        Assert.Equal("close 4403 Forbidden", await client.AskAsync(init));
    }

    [Fact]
    public async Task An_expired_token_closes_with_4403()
    {
        await using var server = await StartWithTokensAsync(TimeSpan.FromSeconds(1));
        using var client = await SocketClient.InitializeAsync(server, """{"type":"connection_init","payload":{"token":"Kofi"}}""");
        await client.SubscribeAsync("1", "wait");

        Assert.Equal("close 4403 Forbidden: the token has expired", await client.ReceiveAsync());
        await server.Executor.Cancelled.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_authenticator_that_fails_closes_with_4500()
    {
        await using var server = await StartWithTokensAsync();
        using var client = await SocketClient.ConnectAsync(server);

        Assert.Equal(
            "close 4500 Internal server error",
            await client.AskAsync("""{"type":"connection_init","payload":{"token":"boom"}}"""));
        Assert.Contains("the password is 1234", Assert.Single(server.Log.Errors), StringComparison.Ordinal);
    }

    private static Task<TestServer> StartWithTokensAsync(TimeSpan? lifetime = null) => TestServer.StartAsync(services =>
        services.AddSingleton<ISocketAuthenticator>(new TokenAuthenticator(lifetime)));

    private sealed class TokenAuthenticator(TimeSpan? lifetime) : ISocketAuthenticator
    {
        public ValueTask<ClaimsPrincipal?> AuthenticateAsync(
            HttpContext context, JsonElement? connectionInitPayload, CancellationToken cancellation) =>
            new((connectionInitPayload?.GetProperty("token").GetString()) switch
            {
                "Kofi" => new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Kofi"), .. Expiration()], "Test")),
                "boom" => throw new InvalidOperationException("the password is 1234"),
                _ => null,
            });

        private IEnumerable<Claim> Expiration() => lifetime is null
            ? []
            : [new Claim("exp", (TimeProvider.System.GetUtcNow() + lifetime.Value).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))];
    }
}
