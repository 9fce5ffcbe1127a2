using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using R2P.Api.Hosting;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Persisted;
using R2P.Schema.RegisteredDocuments;

namespace R2P.Api;

/// <summary>
/// <c>documents add FOLDER|FILE</c>, <c>documents list</c>, <c>documents remove ID</c>: what is registered in the database. A service that runs on it
/// hears of a change by itself. Ends with 0 when it is done, 1 when it is refused, 2 when it is not understood.
/// </summary>
internal static class DocumentsCommand
{
    private const int Refused = 1;
    private const int NotUnderstood = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        Func<DocumentRegister, Task<int>>? work = args switch
        {
            ["add", var path] => register => AddAsync(register, path),
            ["list"] => ListAsync,
            ["remove", var id] => register => RemoveAsync(register, id),
            _ => null,
        };
        if (work is null)
        {
            await Console.Error.WriteLineAsync("Usage: documents add FOLDER|FILE | documents list | documents remove ID");
            return NotUnderstood;
        }

        try
        {
            return await InDatabaseAsync(work);
        }
        catch (Exception failure) when (StartFailure.Explain(failure) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return Refused;
        }
    }

    private static async Task<int> InDatabaseAsync(Func<DocumentRegister, Task<int>> work)
    {
        var options = Configuration.Read(Configuration.Build());
        options.Database.Validate();
        await using var database = await Database.ReachAsync(options, NullLoggerFactory.Instance);
        await database.MigrateAsync(NullLoggerFactory.Instance);
        await using var store = new DocumentStore(database.Connections, [], new EventSignal(), TimeProvider.System, NullLoggerFactory.Instance);
        return await work(new DocumentRegister(store));
    }

    private static async Task<int> AddAsync(DocumentRegister register, string path)
    {
        var documents = await ReadValidAsync(path);
        var added = await register.AddAsync(documents);
        foreach (var id in added)
        {
            Console.WriteLine($"added {id}");
        }

        var known = documents.DistinctBy(document => document.Id).Count() - added.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{added.Count} added, {known} known already."));
        return 0;
    }

    private static async Task<int> ListAsync(DocumentRegister register)
    {
        foreach (var (id, bytes, addedAt) in await register.ListAsync())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}  {bytes} bytes, added {addedAt:yyyy-MM-dd HH:mm}"));
        }

        return 0;
    }

    private static async Task<int> RemoveAsync(DocumentRegister register, string id)
    {
        if (await register.RemoveAsync(id))
        {
            Console.WriteLine($"removed {id}");
            return 0;
        }

        throw new DocumentRegistryException($"No document is registered as \"{id}\".");
    }

    /// <summary>The documents of a folder or file, each of which this build can execute.</summary>
    private static async Task<IReadOnlyList<RegisteredDocument>> ReadValidAsync(string path)
    {
        IDocumentRegistry given = Directory.Exists(path) ? new DocumentFolder(path) : new DocumentFile(path);
        await new TrustedDocuments([given], ServedSchema.Build(), new GraphQLOptions()).LoadAsync(CancellationToken.None);
        return await given.ReadAsync(CancellationToken.None) is [_, ..] documents
            ? documents
            : throw new DocumentRegistryException($"{path} holds no documents.");
    }
}
