using Npgsql;
using R2P.Documents;

namespace R2P.Schema.Tests.Changes;

public sealed class EndedAppointmentTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Ended =
        """[{"message":"Your appointment has ended. Subscribe again to follow what is public.","locations":[{"line":1,"column":16}],"path":["changes"],"extensions":{"code":"FORBIDDEN"}}]""";

    private readonly Desk _desk = new(network);

    [Fact]
    public async Task A_stream_ends_at_once_when_the_appointment_under_which_it_was_opened_does()
    {
        await using var desk = await Listener.StartAsync(network, "au-desk");
        await _desk.PublishNewAsync("ghana", "Before", Desk.ToAfrica);
        Assert.Equal(["ASSESSMENT_PUBLISHED 4 by GHA: Before"], await desk.NextAsync(1));

        await EndAsync("au-desk");
        await _desk.ActAsync("secretariat", act =>
        {
            act.Session.Append(new DocumentEvent("APPOINTMENT_ENDED", []) { ChangesAccess = true });
            return Task.CompletedTask;
        });

        var last = await desk.ResponseAsync();
        Assert.Equal(Ended, last!.Value.GetProperty("errors").GetRawText());
        Assert.Null(await desk.ResponseAsync());
    }

    [Fact]
    public async Task An_appointment_that_ran_out_unannounced_lets_nothing_through()
    {
        await using var desk = await Listener.StartAsync(network, "eu-desk");
        await _desk.PublishNewAsync("denmark", "Before", new { kind = "REGION", organizations = new[] { "EU" } });
        Assert.Equal(["ASSESSMENT_PUBLISHED 4 by DNK: Before"], await desk.NextAsync(1));

        await EndAsync("eu-desk");
        await _desk.PublishNewAsync("denmark", "After", new { kind = "REGION", organizations = new[] { "EU" } });

        Assert.Equal(Ended, (await desk.ResponseAsync())!.Value.GetProperty("errors").GetRawText());
        Assert.Null(await desk.ResponseAsync());
    }

    private async Task EndAsync(string persona)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            """
            update r2p.appointment set ends_at = now() - interval '1 second', starts_at = now() - interval '1 day'
            where person_id in (select i.person_id from r2p.identity i where i.subject = $1)
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = SampleNetwork.SamplePersonas.SubjectOf(persona) });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
