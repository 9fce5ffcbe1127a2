using System.Net;

namespace R2P.Api.Tests.Hosting;

public sealed class LifeTests(SharedService shared)
{
    [Fact]
    public async Task Asked_to_stop_it_ends_cleanly_and_takes_its_database_along_and_starts_again_on_the_same_data()
    {
        using var data = await SampleData.CopyAsync();
        await using var service = await ServiceProcess.StartAsync(data);
        var draft = await service.DoneAsync("ghana", "draftAssessment", new { title = "Kept" });
        var database = data.ServerProcess();
        Assert.NotNull(database);

        Assert.Equal(0, await service.StopAsync());
        Assert.Null(data.ServerProcess());
        Assert.False(Running.Processes.IsRunning(database.Value));

        await using var again = await ServiceProcess.StartAsync(data);
        var kept = await again.AskAsync(
            "ghana", "query($id: ID!) { node(id: $id) { ... on Assessment { title } } }", new { id = draft.GetProperty("id").GetString() });
        Assert.Equal("""{"node":{"title":"Kept"}}""", kept.Data.GetRawText());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_tells_that_it_is_well(string path)
    {
        var answer = await shared.Process.SendAsync(HttpMethod.Get, path);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Without_its_database_it_lives_but_is_not_ready()
    {
        using var data = await SampleData.CopyAsync();
        await using var service = await ServiceProcess.StartAsync(
            data, new Dictionary<string, string?>(StringComparer.Ordinal) { ["R2P__SampleNetwork"] = "false" });
        var database = data.ServerProcess()!.Value;
        Running.Processes.Signal(database, "INT");
        Running.Processes.WaitForEnd(database, TimeSpan.FromSeconds(20));

        var live = await service.SendAsync(HttpMethod.Get, "/health/live");
        var ready = await service.SendAsync(HttpMethod.Get, "/health/ready");

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (live.Status, live.Body));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.Status, ready.Body));
    }

    [Fact]
    public async Task The_token_command_prints_a_token_that_the_service_accepts()
    {
        var (exitCode, token) = await ServiceProcess.RunAsync(shared.Data, settings: null, "token", "au-desk");

        Assert.Equal(0, exitCode);
        var viewer = await shared.Process.PostAsync(token, """{"query":"{ viewer { displayName } }"}""");
        Assert.Equal("""{"viewer":{"displayName":"R2P desk of the African Union (sample)"}}""", viewer.Data.GetRawText());
    }

    [Fact]
    public async Task The_token_command_names_the_personas_that_there_are()
    {
        var (exitCode, output) = await ServiceProcess.RunAsync(shared.Data, settings: null, "token", "ghanna");

        Assert.Equal(2, exitCode);
        Assert.Equal(
            "Unknown persona \"ghanna\". There are: ghana, kenya, costa-rica, denmark, kenya-contributor, au-desk, eu-desk, un-desk, secretariat, "
            + "civil-society-kenya, observer, auditor, admin.",
            output);
    }
}
