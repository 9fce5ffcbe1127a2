using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests.Migrations;

/// <summary>On a server of somebody else's the owner is no superuser.</summary>
public sealed class ManagedServerTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private readonly PostgresFixture _postgres = postgres;

    [Fact]
    public async Task An_owner_without_special_rights_migrates_and_the_wall_stands()
    {
        var database = await CreateOwnedDatabaseAsync();
        await MigrationRunner.RunAsync(
            database.OwnerConnectionString, [MigrationSource.Documents, NoteMapping.Migrations], NullLogger.Instance, Cancellation);
        await using var store = new DocumentStore(
            database.Options, [new NoteMapping()], Signal, TimeProvider.System, NullLoggerFactory.Instance);
        var office = Guid.CreateVersion7();
        var note = Draft(office);

        await store.WriteAsync(
            Member(office),
            "draftNote",
            session =>
            {
                session.Context.Add(note);
                session.Append(new DocumentEvent("Drafted", note.Readers) { DocumentId = note.Id });
                return Task.FromResult(0);
            },
            Cancellation);
        await store.WriteAsync(
            Member(office),
            "reviseNote",
            async session => (await session.LoadAsync<Note>(note.Id, 1, Cancellation))!.Title = "Second",
            Cancellation);

        Assert.Equal("1 1 1 1", await CountAsync(store, Member(office)));
        Assert.Equal("0 0 0 0", await CountAsync(store, AccessContext.Anonymous));
    }

    private static async Task<string> CountAsync(DocumentStore store, AccessContext access)
    {
        await using var session = store.OpenRead(access);
        return await session.ReadAsync(
            (connection, token) => ScalarAsync<string>(
                connection,
                """
                select concat_ws(' ', (select count(*) from r2p.note), (select count(*) from r2p.revision),
                    (select count(*) from r2p.event), (select count(*) from r2p.document_reader))
                """,
                token),
            Cancellation);
    }

    private async Task<TestDatabase> CreateOwnedDatabaseAsync()
    {
        var database = await _postgres.CreateEmptyDatabaseAsync();
        var owner = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString);
        await AskOwnerAsync<int>("create role r2p_managed login password 'for-tests' createrole; select 0");
        await AskOwnerAsync<int>($"alter database {owner.Database} owner to r2p_managed; select 0");
        owner.Username = "r2p_managed";
        owner.Password = "for-tests";
        return database with { OwnerConnectionString = owner.ConnectionString };
    }
}
