using Microsoft.Extensions.DependencyInjection;
using R2P.Schema.Recalls;
using R2P.Schema.Tests.Changes;

namespace R2P.Schema.Tests.Recalls;

/// <summary>A share that expires is told as one that is taken back: when it does, to those who could read the document, once.</summary>
public sealed class ExpiredShareTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private static readonly object ToDesk = new { kind = "NAMED", organizations = new[] { "AU" } };
    private readonly Personas _personas = new(network);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_stream_tells_it_at_that_moment_and_the_log_once_however_many_instances_look()
    {
        var cursor = (await network.DataAsync("au-desk", "{ changeCursor }")).GetProperty("changeCursor").GetString();
        var first = network.Services.GetRequiredService<ExpiredShares>();
        using var second = ActivatorUtilities.CreateInstance<ExpiredShares>(network.Services);
        await first.StartAsync(Cancellation);
        await second.StartAsync(Cancellation);
        var expiresAt = TimeProvider.System.GetUtcNow().AddSeconds(5);
        var id = await ShareAsync(expiresAt);
        await using var desk = await Listener.StartAsync(network, "au-desk", $"""documentChanged(id: "{id}")""");
        await using var owner = await Listener.StartAsync(network, "ghana", $"""documentChanged(id: "{id}")""");

        var told = await desk.NextAsync();

        Assert.InRange(TimeProvider.System.GetUtcNow() - expiresAt, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal("DOCUMENT_RECALLED", Listener.Words(told));
        Assert.Equal(id, told.GetProperty("documentId").GetString());
        Assert.True(await owner.IsSilentAsync());
        Assert.Equal(1, await TombstonesAsync("au-desk", id, cursor));
        Assert.Equal(0, await TombstonesAsync("eu-desk", id, cursor));
        Assert.Equal(0, await TombstonesAsync("ghana", id, cursor));
        await Task.WhenAll(first.StopAsync(Cancellation), second.StopAsync(Cancellation));
    }

    private async Task<string> ShareAsync(DateTimeOffset expiresAt)
    {
        var proposed = await _personas.ProposeAsync("ghana", "For a while");
        var approved = await _personas.ActAsync("ghana", "approvePractice", "practice", Personas.Step(proposed));
        var published = await _personas.ActAsync("ghana", "publishPractice", "practice", new
        {
            id = Personas.Id(approved), version = approved.GetProperty("version").GetInt32(), audience = ToDesk, handling = new { expiresAt },
        });
        return Personas.Id(published);
    }

    private async Task<int> TombstonesAsync(string persona, string id, string? cursor)
    {
        var told = await network.DataAsync(
            persona, "query($after: Cursor!) { changes(after: $after, first: 100) { nodes { type documentId } } }", new { after = cursor });
        return told.GetProperty("changes").GetProperty("nodes").EnumerateArray()
            .Count(change => change.GetProperty("type").GetString() == "DOCUMENT_RECALLED" && change.GetProperty("documentId").GetString() == id);
    }
}
