using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace R2P.Api.Tests.Authentication;

/// <summary>Tokens of an OpenID Connect authority, through the rotations of its keys.</summary>
public sealed class AuthorityTests(AuthorityFixture fixture) : IClassFixture<AuthorityFixture>
{
    private const string AnyQuery = """{"query":"{ __typename }"}""";

    private FakeAuthority Authority => fixture.Authority;

    [Fact]
    public async Task A_token_of_the_authority_is_accepted_on_both_transports()
    {
        await AcceptsAsync(Authority.Sign());

        await using var socket = await SocketClient.OpenAsync(fixture.Service, Authority.Sign());
        Assert.Equal("connection_ack", (await socket.ReceiveAsync())?.GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_first_token_of_a_new_key_is_accepted_and_the_retired_key_is_not()
    {
        var retired = Authority.Key;
        await AcceptsAsync(Authority.Sign());

        Authority.Rotate("first of one");
        await AcceptsAsync(Authority.Sign());
        await RefusesAsync(Authority.Sign(retired));
    }

    [Fact]
    public async Task Rotations_in_quick_succession_lock_nobody_out()
    {
        for (var rotation = 1; rotation <= 3; rotation++)
        {
            Authority.Rotate($"quick {rotation}");
            await AcceptsAsync(Authority.Sign());
        }
    }

    [Fact]
    public async Task A_new_key_under_an_old_id_takes_the_old_ones_place()
    {
        var former = Authority.Rotate("reused");
        await AcceptsAsync(Authority.Sign());

        Authority.Rotate("reused");

        await AcceptsAsync(Authority.Sign());
        await RefusesAsync(Authority.Sign(former));
    }

    [Fact]
    public async Task The_first_token_of_a_new_key_is_accepted_over_WebSocket_too()
    {
        Authority.Rotate("for sockets");

        await using var socket = await SocketClient.OpenAsync(fixture.Service, Authority.Sign());

        Assert.Equal("connection_ack", (await socket.ReceiveAsync())?.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Tokens_of_unknown_keys_do_not_make_the_service_hammer_the_authority()
    {
        await AcceptsAsync(Authority.Sign());
        var before = Authority.Requests;
        var started = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => RefusesAsync(Authority.Sign(Stranger(i)))));

        // Each reading is two requests: discovery, then keys.
        var readings = (Authority.Requests - before) / 2.0;
        Assert.InRange(readings, 0, Stopwatch.GetElapsedTime(started).TotalSeconds + 2);
    }

    [Fact]
    public async Task While_strangers_knock_a_rotation_is_still_noticed_at_once()
    {
        using var enough = new CancellationTokenSource();
        var knocking = KnockAsync(enough.Token);

        for (var rotation = 1; rotation <= 3; rotation++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            Authority.Rotate($"besieged {rotation}");
            await AcceptsAsync(Authority.Sign());
        }

        await enough.CancelAsync();
        await knocking;
    }

    [Fact]
    public async Task While_the_authority_is_away_known_keys_go_on_and_new_ones_wait()
    {
        await AcceptsAsync(Authority.Sign());
        var known = Authority.Key;
        Authority.IsAway = true;
        Authority.Rotate("behind the curtain");

        await AcceptsAsync(Authority.Sign(known));
        await RefusesAsync(Authority.Sign());

        Authority.IsAway = false;
        await AcceptsAsync(Authority.Sign());
    }

    [Fact]
    public async Task A_token_that_can_not_be_checked_is_503_and_its_bearer_not_anonymous()
    {
        await using var away = await FakeAuthority.StartAsync();
        away.IsAway = true;
        using var data = await SampleData.CopyAsync();
        await using var service = await ServiceProcess.StartAsync(data, AuthorityFixture.Trusting(away));

        var refused = await service.PostAsync(away.Sign(), AnyQuery);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "UNAUTHENTICATED"), (refused.Status, refused.Error.Code));

        away.IsAway = false;
        await Task.Delay(1_100, TestContext.Current.CancellationToken); // The authority is asked once a second at most.
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync(away.Sign(), AnyQuery)).Status);
    }

    [Fact]
    public async Task Personas_of_the_development_key_are_strangers_here() => await RefusesAsync(fixture.Service.TokenOf("ghana")!);

    [Fact]
    public async Task A_token_of_another_issuer_is_refused_whoever_signed_it()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var token = Authority.Key.Sign(new JsonObject
        {
            ["iss"] = "https://elsewhere.example", ["sub"] = "somebody", ["aud"] = "r2p-api", ["nbf"] = now - 60, ["exp"] = now + 600,
        });

        await RefusesAsync(token);
    }

    private static SigningKey Stranger(int number) => Strangers.GetOrAdd(number % 4, static n => new SigningKey($"stranger {n}"));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, SigningKey> Strangers = new();

    private async Task KnockAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await RefusesAsync(Authority.Sign(Stranger(0)));
        }
    }

    private async Task AcceptsAsync(string token)
    {
        var answer = await fixture.Service.PostAsync(token, AnyQuery);
        Assert.Equal((HttpStatusCode.OK, """{"data":{"__typename":"Query"}}"""), (answer.Status, answer.Body));
    }

    private async Task RefusesAsync(string token)
    {
        var answer = await fixture.Service.PostAsync(token, AnyQuery);
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), (answer.Status, answer.Error.Code));
    }
}
