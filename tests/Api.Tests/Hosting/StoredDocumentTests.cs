using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using R2P.Documents.Embedded;

namespace R2P.Api.Tests.Hosting;

/// <summary>Documents that an operator registers in the database, and a service that executes them alone.</summary>
public sealed class StoredDocumentTests : IDisposable
{
    private const string Text = "query Viewer { __typename }";
    private const string Other = "query Other { viewer { displayName } }";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["R2P__GraphQL__TrustedDocuments"] = "Enforce",
        ["R2P__GraphQL__StoredDocuments"] = "true",
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private DataDirectory _data = new();
    private readonly string _documents = Directory.CreateTempSubdirectory("r2p-documents-").FullName;

    private static string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public void Dispose()
    {
        _data.Dispose();
        Directory.Delete(_documents, recursive: true);
    }

    [Fact]
    public async Task What_is_registered_is_executed_by_the_service_that_starts_and_by_the_one_that_runs()
    {
        // What relay-compiler and GraphQL Code Generator write: a map whose ids are the hashes of the texts.
        var map = await WriteAsync("persisted.json", JsonSerializer.Serialize(new Dictionary<string, string> { [Hash] = Text }));
        Assert.Equal((0, $"added {Hash}\n1 added, 0 known already."), await RunAsync("add", map));
        await using var service = await ServiceProcess.StartAsync(_data, Settings);
        Assert.Equal((HttpStatusCode.OK, """{"data":{"__typename":"Query"}}"""), await AnswerAsync(service, Hash));
        Assert.Equal((HttpStatusCode.OK, """{"data":{"__typename":"Query"}}"""), await AnswerAsync(service, $"sha256:{Hash}"));
        Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync(service, "other-1")).Status);

        await WriteAsync("other-1.graphql", Other);
        Assert.Equal((0, "added other-1\n1 added, 1 known already."), await RunAsync("add", _documents));

        await SoonAsync(service, "other-1", (HttpStatusCode.OK, """{"data":{"viewer":null}}"""));
        Assert.Equal(
            ("DOCUMENT_NOT_REGISTERED", "Only registered documents are executed here: send the \"documentId\" of one."),
            (await service.AskAsync(null, "{ __typename }")).Error);
    }

    [Fact]
    public async Task What_was_removed_is_refused_by_the_service_that_runs()
    {
        await BeginWithSampleDataAsync();
        await RunAsync("add", await WriteAsync("viewer-1.graphql", Text));
        await using var service = await ServiceProcess.StartAsync(_data, Settings);
        var (_, list) = await RunAsync("list");

        var removed = await RunAsync("remove", "viewer-1");

        Assert.Matches(@"^viewer-1  27 bytes, added \d{4}-\d\d-\d\d \d\d:\d\d$", list);
        Assert.Equal((0, "removed viewer-1"), removed);
        await SoonAsync(
            service,
            "viewer-1",
            (HttpStatusCode.BadRequest, """{"errors":[{"message":"No document is registered as \"viewer-1\".","extensions":{"code":"DOCUMENT_NOT_REGISTERED"}}]}"""));
        Assert.Equal((0, ""), await RunAsync("list"));
        Assert.Equal((1, "No document is registered as \"viewer-1\"."), await RunAsync("remove", "viewer-1"));
    }

    [Fact]
    public async Task What_is_refused_adds_nothing_and_says_why()
    {
        await BeginWithSampleDataAsync();
        await RunAsync("add", await WriteAsync("viewer-1.graphql", Text));
        var wrong = await WriteAsync("wrong.json", """{"good":"{ __typename }","bad":"{ unheardOf }"}""");
        var taken = await WriteAsync("taken.json", JsonSerializer.Serialize(new Dictionary<string, string> { ["new"] = Text, ["viewer-1"] = Other }));
        var misnamed = await WriteAsync("misnamed.json", JsonSerializer.Serialize(new Dictionary<string, string> { [$"sha256:{Hash}"] = Other }));
        var plain = await WriteAsync("plain.txt", Text);

        Assert.Equal(
            (1, $"{wrong} (\"bad\") is no valid document of this schema: Cannot query field \"unheardOf\" on type \"Query\". (line 1, column 3)"),
            await RunAsync("add", wrong));
        Assert.Equal(
            (1, "\"viewer-1\" is registered with another document. Clients may name that one: give the new one another id, or remove the old one first."),
            await RunAsync("add", taken));
        Assert.StartsWith(
            $"{misnamed} (\"sha256:{Hash}\"): the document's identifier is sha256:", (await RunAsync("add", misnamed)).Output, StringComparison.Ordinal);
        Assert.Equal((1, $"{plain} holds no documents: its name must end in .graphql or .json."), await RunAsync("add", plain));
        Assert.Equal((2, "Usage: documents add FOLDER|FILE | documents list | documents remove ID"), await RunAsync("register"));
        Assert.StartsWith("viewer-1  ", Assert.Single((await RunAsync("list")).Output.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_services_own_login_reads_and_can_t_write()
    {
        await BeginWithSampleDataAsync();
        await RunAsync("add", await WriteAsync("viewer-1.graphql", Text));
        await using var service = await ServiceProcess.StartAsync(_data, Settings);
        var logins = await EmbeddedPostgres.FindRunningAsync(Path.Combine(_data.Path, "postgres"), TestContext.Current.CancellationToken);
        await using var source = NpgsqlDataSource.Create(logins!.Value.Service);

        Assert.Equal("viewer-1", await ExecuteAsync(source, "select id from r2p.registered_document"));
        foreach (var write in (string[])
            [
                "insert into r2p.registered_document (id, text) values ('mine', '')",
                "update r2p.registered_document set text = ''",
                "delete from r2p.registered_document",
            ])
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(source, write));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }
    }

    /// <summary>Begins with a database that a service has filled; else the first command makes it.</summary>
    private async Task BeginWithSampleDataAsync()
    {
        _data.Dispose();
        _data = await SampleData.CopyAsync();
    }

    private static async Task<object?> ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(ServiceProcess service, string documentId)
    {
        var answer = await service.PostAsync(null, JsonSerializer.Serialize(new { documentId }));
        return (answer.Status, answer.Body);
    }

    /// <summary>Nobody tells the service: it hears of it in the log, within a second.</summary>
    private static async Task SoonAsync(ServiceProcess service, string documentId, (HttpStatusCode, string) expected)
    {
        var since = TimeProvider.System.GetTimestamp();
        var answer = await AnswerAsync(service, documentId);
        while (answer != expected && TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            answer = await AnswerAsync(service, documentId);
        }

        Assert.Equal(expected, answer);
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        ServiceProcess.RunAsync(_data, settings: null, ["documents", .. arguments]);

    private async Task<string> WriteAsync(string name, string text)
    {
        var file = Path.Combine(_documents, name);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
