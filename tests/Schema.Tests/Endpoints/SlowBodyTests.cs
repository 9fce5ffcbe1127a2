using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Tests.Members;

namespace R2P.Schema.Tests.Endpoints;

/// <summary>However slowly a body comes, nobody else waits for it; and what its sender may do is decided when it is in.</summary>
public sealed class SlowBodyTests(EndpointNetwork endpoints) : IClassFixture<EndpointNetwork>
{
    private const string Ndjson = "application/x-ndjson";
    private const string Bytes = "application/octet-stream";
    private readonly Personas _personas = new(endpoints.Network);

    [Fact]
    public async Task An_import_under_way_holds_no_transaction()
    {
        var line = PracticeLine("On a poor line");
        using var body = new SlowBody(line[..20], line[20..]);

        var answer = endpoints.Host.PostAsync("ghana", "/import/practices", body, Ndjson);
        await body.UnderWay;
        await NothingIsHeldAsync();
        body.GoOn();

        Assert.Equal(201, (await answer).Status);
    }

    [Fact]
    public async Task An_upload_under_way_holds_no_transaction_and_counts_for_nothing_if_the_appointment_ends_meanwhile()
    {
        var document = await _personas.ProposeAsync("costa-rica");
        var path = $"/attachments?document={Personas.Id(document)}&name=a.txt";
        using var first = new SlowBody("some ", "text");
        using var second = new SlowBody("some ", "text");

        var kept = endpoints.Host.PostAsync("costa-rica", path, first, Bytes);
        var late = endpoints.Host.PostAsync("costa-rica", path, second, Bytes);
        await Task.WhenAll(first.UnderWay, second.UnderWay);
        await NothingIsHeldAsync();
        first.GoOn();
        Assert.Equal(201, (await kept).Status);
        await EndAppointmentAsync("costa-rica");
        second.GoOn();

        Assert.Equal((403, "NOT_ALLOWED"), await CodeAsync(late));
    }

    [Fact]
    public async Task Whoever_may_not_send_it_is_told_before_the_body_is_read()
    {
        // A client sends a small body even when it was refused.
        using var import = new SlowBody("{", new string(' ', 2_000));
        using var upload = new SlowBody("some ", new string(' ', 2_000));

        Assert.Equal((403, "NOT_ALLOWED"), await CodeAsync(endpoints.Host.PostAsync("observer", "/import/practices", import, Ndjson, asksFirst: true)));
        Assert.Equal(
            (403, "NOT_ALLOWED"), await CodeAsync(endpoints.Host.PostAsync("auditor", "/attachments?document=x&name=a.txt", upload, Bytes, asksFirst: true)));
        Assert.False(import.UnderWay.IsCompleted || upload.UnderWay.IsCompleted);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused()
    {
        using var body = new ByteArrayContent(new byte[(20 * 1024 * 1024) + 1]);

        var answer = endpoints.Host.PostAsync("ghana", "/attachments?document=x&name=a.txt", body, Bytes, asksFirst: true);

        Assert.Equal((413, "FILE_SIZE_LIMIT_EXCEEDED"), await CodeAsync(answer));
    }

    internal static string PracticeLine(string title) =>
        $$"""{"title":"{{title}}","policyOption":"POL_CONSTITUTIONAL_PROTECTION","pillar":"PILLAR_I","whatWasDone":"Councils."}""";

    private static async Task<(int Status, string? Code)> CodeAsync(Task<(int Status, System.Text.Json.JsonElement Json)> answer)
    {
        var (status, json) = await answer;
        return (status, json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    /// <summary>Others of the service may have one for a moment; none stays.</summary>
    private async Task NothingIsHeldAsync()
    {
        await using var database = await RawSql.OpenAsync(endpoints.Network.Database.OwnerConnectionString);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        for (var i = 0; await database.ScalarAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'") > 0; i++)
        {
            Assert.True(i < 100, "Five seconds later a transaction waits for the body.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task EndAppointmentAsync(string persona)
    {
        await using var database = await RawSql.OpenAsync(endpoints.Network.Database.OwnerConnectionString);
        await database.ExecuteAsync(
            $"""
            update r2p.appointment set starts_at = now() - interval '1 day', ends_at = now() - interval '1 second'
            where person_id = '{ReferenceId.Of("person", SamplePersonas.SubjectOf(persona))}'
            """);
    }
}
