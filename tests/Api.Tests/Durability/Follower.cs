using System.Net.WebSockets;

namespace R2P.Api.Tests.Durability;

/// <summary>A subscriber to everything that a persona may see, who comes back with the last cursor whenever the connection is lost.</summary>
internal sealed class Follower(string persona)
{
    private const string Changes = "subscription($after: Cursor) { changes(after: $after) { cursor type documentId version } }";
    private string? _cursor;

    /// <summary>What was heard, in that order.</summary>
    public List<Deed> Heard { get; } = [];

    /// <summary>From here on nothing is to be missed.</summary>
    public async Task BeginAsync(ServiceProcess service) =>
        _cursor = (await service.AskAsync(persona, "{ changeCursor }")).Data.GetProperty("changeCursor").GetString();

    /// <summary>Hears what there is to hear until the connection is lost, or until nothing more is wanted.</summary>
    public async Task FollowUntilCutOffAsync(ServiceProcess service, int wanted = int.MaxValue)
    {
        try
        {
            await using var socket = await SocketClient.SubscribeAsync(service, service.TokenOf(persona), Changes, new { after = _cursor });
            while (Heard.Count < wanted)
            {
                var change = (await socket.NextAsync()).GetProperty("changes");
                Heard.Add(new Deed(
                    change.GetProperty("documentId").GetString()!,
                    change.GetProperty("version").GetInt32(),
                    change.GetProperty("type").GetString()!));
                _cursor = change.GetProperty("cursor").GetString();
            }

            socket.Cut();
        }
        catch (Exception lost) when (lost is WebSocketException or IOException or HttpRequestException)
        {
            // The service has died; whoever follows comes back.
        }
    }

    /// <summary>Proves that nothing more is told: a change made now is the very next one.</summary>
    public async Task CheckNothingIsLeftAsync(ServiceProcess service)
    {
        var last = await service.DoneAsync(persona, "draftAssessment", new { title = "The last" });
        await FollowUntilCutOffAsync(service, Heard.Count + 1);
        Assert.Equal(new Deed(last.GetProperty("id").GetString()!, 1, "ASSESSMENT_DRAFTED"), Heard[^1]);
    }
}
