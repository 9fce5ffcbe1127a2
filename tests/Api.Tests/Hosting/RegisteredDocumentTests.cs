using System.Net;

namespace R2P.Api.Tests.Hosting;

/// <summary>A service that executes registered documents alone.</summary>
public sealed class RegisteredDocumentTests : IAsyncLifetime
{
    private DataDirectory? _data;
    private readonly string _documents = Directory.CreateTempSubdirectory("r2p-documents-").FullName;

    private DataDirectory Data => _data!;

    public async ValueTask InitializeAsync() => _data = await SampleData.CopyAsync();

    public ValueTask DisposeAsync()
    {
        Data.Dispose();
        Directory.Delete(_documents, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Enforced_only_registered_documents_are_executed()
    {
        await WriteAsync("viewer-1.graphql", "query Viewer { __typename }");
        await using var service = await ServiceProcess.StartAsync(Data, Settings());

        var registered = await service.PostAsync(service.TokenOf("ghana"), """{"documentId":"viewer-1"}""");
        var text = await service.AskAsync("ghana", "query Viewer { __typename }");
        var introspection = await service.AskAsync(null, "{ __schema { queryType { name } } }");
        var batch = await service.PostAsync(null, """[{"documentId":"viewer-1"},{"documentId":"viewer-2"}]""");

        Assert.Equal("Query", registered.Data.GetProperty("__typename").GetString());
        var refusal = ("DOCUMENT_NOT_REGISTERED", "Only registered documents are executed here: send the \"documentId\" of one.");
        Assert.Equal((HttpStatusCode.BadRequest, refusal), (text.Status, text.Error));
        Assert.Equal((HttpStatusCode.BadRequest, refusal), (introspection.Status, introspection.Error));
        Assert.Equal(
            (HttpStatusCode.OK, """[{"data":{"__typename":"Query"}},{"errors":[{"message":"No document is registered as \"viewer-2\".","extensions":{"code":"DOCUMENT_NOT_REGISTERED"}}]}]"""),
            (batch.Status, batch.Body));
    }

    [Fact]
    public async Task A_document_that_is_not_valid_stops_the_start_and_is_named()
    {
        var file = await WriteAsync("broken.graphql", "{ unheardOf }");

        var (exitCode, output) = await ServiceProcess.RunAsync(Data, Settings());

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"R2P.Api can't start: {file} is no valid document of this schema: Cannot query field \"unheardOf\" on type \"Query\". (line 1, column 3)",
            output.Split('\n')[^1]);
    }

    [Fact]
    public async Task Enforcing_without_documents_is_refused()
    {
        var settings = Settings();
        settings["R2P__GraphQL__DocumentsDirectory"] = null;

        var (exitCode, output) = await ServiceProcess.RunAsync(Data, settings);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "R2P.Api can't start: R2P__GraphQL__TrustedDocuments is Enforce, but there are no documents: set R2P__GraphQL__DocumentsDirectory or R2P__GraphQL__StoredDocuments.",
            output.Split('\n')[^1]);
    }

    private Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["R2P__GraphQL__TrustedDocuments"] = "Enforce",
        ["R2P__GraphQL__DocumentsDirectory"] = _documents,
    };

    private async Task<string> WriteAsync(string name, string text)
    {
        var file = Path.Combine(_documents, name);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
