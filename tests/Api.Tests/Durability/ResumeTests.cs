namespace R2P.Api.Tests.Durability;

public sealed class ResumeTests(SharedService shared)
{
    private const string Persona = "denmark";

    [Fact]
    public async Task A_subscriber_that_was_cut_off_comes_back_and_hears_what_it_missed_once_and_in_order()
    {
        var service = shared.Process;
        var follower = new Follower(Persona);
        await follower.BeginAsync(service);
        List<Deed> done = [];

        for (var absence = 0; absence < 3; absence++)
        {
            // Some while it listens, and some while it is away.
            var listening = follower.FollowUntilCutOffAsync(service, wanted: done.Count + 2);
            await WriteAsync(done, 2);
            await listening;
            await WriteAsync(done, 5);
            await follower.FollowUntilCutOffAsync(service, done.Count);
        }

        Assert.Equal(done, follower.Heard);
        await follower.CheckNothingIsLeftAsync(service);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused()
    {
        await using var socket = await SocketClient.SubscribeAsync(
            shared.Process, shared.Process.TokenOf(Persona), "subscription { changes(after: \"AAAA\") { type } }", new { });

        var message = await socket.ReceiveAsync();

        Assert.Equal("error", message?.GetProperty("type").GetString());
        Assert.Equal("BAD_USER_INPUT", message?.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task WriteAsync(List<Deed> done, int count)
    {
        var draft = await shared.Process.DoneAsync(Persona, "draftAssessment", new { title = "1" });
        var id = draft.GetProperty("id").GetString()!;
        done.Add(new Deed(id, 1, "ASSESSMENT_DRAFTED"));
        for (var version = 1; version < count; version++)
        {
            await shared.Process.DoneAsync(Persona, "reviseAssessment", new { id, version, title = $"{version + 1}" });
            done.Add(new Deed(id, version + 1, "ASSESSMENT_REVISED"));
        }
    }
}
