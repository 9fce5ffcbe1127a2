using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Documents.Embedded;

namespace R2P.Api.Tests.Hosting;

/// <summary>An export that nobody takes any more leaves the database in peace.</summary>
public sealed class InterruptedExportTests : IAsyncLifetime
{
    private DataDirectory? _data;
    private EmbeddedPostgres? _postgres;
    private ServiceProcess? _service;

    private ServiceProcess Service => _service!;

    public async ValueTask InitializeAsync()
    {
        _data = await SampleData.CopyAsync();
        _postgres = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = Path.Combine(_data.Path, "postgres") }, NullLogger.Instance);
        _service = await ServiceProcess.StartAsync(_data, new Dictionary<string, string?>
        {
            ["R2P__Database__ServiceConnectionString"] = _postgres.ServiceConnectionString,
            ["R2P__Database__OwnerConnectionString"] = _postgres.OwnerConnectionString,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _postgres!.DisposeAsync();
        _data!.Dispose();
    }

    [Fact]
    public async Task When_the_client_goes_its_statements_end()
    {
        await FillAsync();
        using (var http = new HttpClient())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Service.Endpoint, "/graphql/export"))
            {
                Content = Json("""{"query":"{ practices { nodes { title whatWasDone context results limits } } }"}""", "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Service.TokenOf("ghana"));
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await body.ReadExactlyAsync(new byte[100_000], TestContext.Current.CancellationToken);
            Assert.NotEqual(0, await OpenAsync());
        }

        for (var i = 0; await OpenAsync() > 0; i++)
        {
            Assert.True(i < 100, "Five seconds later the export still holds a transaction.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>More than what the network between client and service holds.</summary>
    private async Task FillAsync()
    {
        var text = new string('x', 19_000);
        var lines = string.Concat(Enumerable.Range(0, 500).Select(i => JsonSerializer.Serialize(new
        {
            title = $"Long {i}", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = text, context = text, results = text,
            limits = text,
        }) + "\n"));
        using var content = Json(lines, "application/x-ndjson");
        var imported = await Service.SendAsync(HttpMethod.Post, "/import/practices", Service.TokenOf("ghana"), content);
        Assert.Equal(HttpStatusCode.Created, imported.Status);
    }

    private static StringContent Json(string text, string type) => new(text, Encoding.UTF8, type);

    /// <summary>The service's transactions under way.</summary>
    private async Task<long> OpenAsync()
    {
        await using var source = NpgsqlDataSource.Create(_postgres!.OwnerConnectionString);
        await using var command = source.CreateCommand("select count(*) from pg_stat_activity where usename = 'r2p_app' and xact_start is not null");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
