using System.Text;
using System.Text.Json;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Tests.Members;

namespace R2P.Schema.Tests.Endpoints;

/// <summary>An export under way ends with whatever let it begin, and what was sent of it does not look whole.</summary>
public sealed class ExportEndTests(EndpointNetwork endpoints) : IClassFixture<EndpointNetwork>
{
    private const int Practices = 400;
    private const string Query = "{ practices { nodes { title whatWasDone context results limits } } }";

    [Fact]
    public async Task It_ends_with_the_token()
    {
        await FillAsync();

        using var export = await endpoints.Host.ExportAsync("ghana", Query, TimeProvider.System.GetUtcNow().AddSeconds(10));

        await BreaksOffAsync(export, () => Task.Delay(TimeSpan.FromSeconds(11), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_ends_with_the_appointment()
    {
        await FillAsync();

        using var export = await endpoints.Host.ExportAsync("denmark", Query);

        await BreaksOffAsync(export, () => ChangeAsync(
            $"""
            update r2p.appointment set starts_at = now() - interval '1 day', ends_at = now() - interval '1 second'
            where person_id = '{ReferenceId.Of("person", SamplePersonas.SubjectOf("denmark"))}'
            """));
    }

    [Fact]
    public async Task It_ends_with_a_membership_that_opened_a_part_of_it()
    {
        await FillAsync();

        using var export = await endpoints.Host.ExportAsync("kenya", Query);

        await BreaksOffAsync(export, () => ChangeAsync(
            "update r2p.membership set left_on = current_date where party_id in (select id from r2p.party where code = 'KEN')"));
    }

    [Fact]
    public async Task It_ends_when_its_time_is_over()
    {
        await FillAsync();
        var time = new ImpatientTime();
        await using var host = await EndpointHost.StartAsync(endpoints.Network.Database.Options, time);

        using var export = await host.ExportAsync("ghana", Query);

        await BreaksOffAsync(export, () =>
        {
            time.IsOver();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Left_in_peace_it_is_whole()
    {
        await FillAsync();

        using var export = await endpoints.Host.ExportAsync("ghana", Query, TimeProvider.System.GetUtcNow().AddHours(1));

        var lines = await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(lines.Count(character => character == '\n') >= Practices);
    }

    [Fact]
    public async Task No_line_comes_from_memory_that_others_write_into_by_then()
    {
        await FillAsync();
        await using var host = await EndpointHost.StartAsync(endpoints.Network.Database.Options, configure: ReusedMemory.Replace);

        using var export = await host.ExportAsync("ghana", Query);

        var lines = await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(line).ValueKind));
        Assert.True(lines.Count(character => character == '\n') >= Practices);
    }

    /// <summary>More than what the network between the endpoint and its client holds.</summary>
    private async Task FillAsync()
    {
        if ((await endpoints.Network.DataAsync("ghana", "{ practices(first: 1, where: { title: { startsWith: \"Long\" } }) { totalCount } }"))
            .GetProperty("practices").GetProperty("totalCount").GetInt32() > 0)
        {
            return;
        }

        var text = new string('x', 19_000);
        var lines = string.Concat(Enumerable.Range(0, Practices).Select(i => JsonSerializer.Serialize(new
        {
            title = $"Long {i}", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = text, context = text, results = text,
            limits = text,
        }) + "\n"));
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(lines));
        Assert.Equal(201, (await endpoints.Host.PostAsync("ghana", "/import/practices", body, "application/x-ndjson")).Status);
        await ShareAsync();
    }

    private static async Task BreaksOffAsync(HttpResponseMessage export, Func<Task> end)
    {
        Assert.Equal(200, (int)export.StatusCode);
        await using var body = await export.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await body.ReadExactlyAsync(new byte[100_000], TestContext.Current.CancellationToken);
        await end();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    /// <summary>All members read the practices.</summary>
    private Task ShareAsync() =>
        ChangeAsync("update r2p.practice set version = version + 1, readers = readers || array['members', 'region:AU'] where title like 'Long %'");

    private async Task ChangeAsync(string sql)
    {
        await using var database = await RawSql.OpenAsync(endpoints.Network.Database.OwnerConnectionString);
        await database.ExecuteAsync(sql);
    }

    /// <summary>A clock on which the longest wait can be over at once.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> _long = [];

        public void IsOver() => _long.ForEach(timer => timer.Callback(timer.State));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == TimeSpan.FromMinutes(15))
            {
                _long.Add((callback, state));
            }

            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
