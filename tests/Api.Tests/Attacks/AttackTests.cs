using System.Diagnostics;
using System.Security.Cryptography;

namespace R2P.Api.Tests.Attacks;

/// <summary>Runs by itself: it measures how quickly attacks are refused.</summary>
[CollectionDefinition(nameof(AttackTests), DisableParallelization = true)]
public sealed class MeasuredAlone;

/// <summary>
/// The attack corpus against the running service, over every transport: each attack is refused with its code, quickly, and the process that answers
/// afterwards is the one that answered before.
/// </summary>
[Collection(nameof(AttackTests))]
public sealed class AttackTests(SharedService shared)
{
    private const string Events = "text/event-stream";

    /// <summary>What else runs on the machine only ever adds time: the quickest of some attempts counts.</summary>
    private const int MaxAttempts = 5;

    private static readonly byte[] Hashed = new byte[8 * 1024 * 1024];
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(50);
    private static readonly int Rounds = Environment.GetEnvironmentVariable("R2P_TEST_LONG") == "1" ? 100 : 4;

    public static TheoryData<string> Names => [.. AttackCorpus.All.Select(attack => attack.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_attack_is_refused_on_every_transport(string name)
    {
        var attack = AttackCorpus.All.Single(each => each.Name == name);
        var expected = attack.Code ?? AttackClient.Answered;
        var process = shared.Process.Id;
        await using var client = new AttackClient(shared.Process, shared.Process.TokenOf("ghana")!);

        Assert.Equal(expected, (await client.PostAsync(attack, Answer.MediaType)).What);
        Assert.Equal(attack.StreamCode ?? expected, (await client.PostAsync(attack, Events)).What);
        Assert.Equal(attack.SocketClose is { } code ? $"closed with {code}" : expected, (await client.SubscribeAsync(attack)).What);
        if (attack.Url is { } url)
        {
            Assert.Equal(url.Length < 8_000 ? expected : AttackClient.TooLongForUrl, (await client.GetAsync(attack)).What);
        }

        var after = await shared.Process.AskAsync("ghana", "{ viewer { displayName } }");
        Assert.Equal(System.Net.HttpStatusCode.OK, after.Status);
        Assert.Equal((process, false), (shared.Process.Id, shared.Process.HasExited));
    }

    [Fact]
    public async Task Refusals_come_quickly()
    {
        await using var client = new AttackClient(shared.Process, shared.Process.TokenOf("ghana")!);
        var slowest = "";
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var (attacks, yardstick) = await MeasureAsync(client);
            var (time, slowdown) = (Percentile99(attacks), Percentile99(yardstick) / yardstick.Min(each => each.Time));
            if (time < MaxTime * slowdown)
            {
                return;
            }

            slowest = $"p99 is {time.TotalMilliseconds:0} ms, while work took {slowdown:0.0} times as long as alone; slowest: "
                + string.Join(", ", attacks.OrderBy(each => each.Time).TakeLast(10).Select(each => $"{each.Name} {each.Time.TotalMilliseconds:0} ms"));
        }

        Assert.Fail(slowest);
    }

    /// <summary>The same work each time, of some ten milliseconds: it tells how much of a processor there is to be had.</summary>
    private static TimeSpan TimeOfHash()
    {
        var started = Stopwatch.GetTimestamp();
        SHA256.HashData(Hashed);
        return Stopwatch.GetElapsedTime(started);
    }

    private static TimeSpan Percentile99(List<(string Name, TimeSpan Time)> times) =>
        times.Select(each => each.Time).Order().ElementAt((int)(times.Count * 0.99));

    private static async Task<(List<(string Name, TimeSpan Time)> Attacks, List<(string Name, TimeSpan Time)> Yardstick)> MeasureAsync(AttackClient client)
    {
        var (attacks, yardstick) = (new List<(string Name, TimeSpan Time)>(), new List<(string Name, TimeSpan Time)>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var attack in AttackCorpus.All)
            {
                attacks.Add(($"{attack.Name} by POST", (await client.PostAsync(attack, Answer.MediaType)).Time));
                attacks.Add(($"{attack.Name} by event stream", (await client.PostAsync(attack, Events)).Time));
                attacks.Add(($"{attack.Name} by socket", (await client.SubscribeAsync(attack)).Time));
                if (attack.Url is not null)
                {
                    attacks.Add(($"{attack.Name} by GET", (await client.GetAsync(attack)).Time));
                }

                yardstick.Add(("a hash", TimeOfHash()));
            }
        }

        return (attacks, yardstick);
    }
}
