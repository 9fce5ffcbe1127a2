using Microsoft.EntityFrameworkCore;
using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests.Sessions;

public sealed class ReadTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office);

    [Fact]
    public async Task A_session_sees_one_moment_until_it_is_renewed()
    {
        await using var session = Store.OpenRead(Owner);
        Assert.Equal((0, 0), await CountAsync(session));

        await AddAsync(Owner, Draft(Office));
        Assert.Equal((0, 0), await CountAsync(session));

        await session.RenewAsync();
        Assert.Equal((1, 1), await CountAsync(session));
    }

    [Fact]
    public async Task Concurrent_readers_queue_on_one_connection()
    {
        await AddAsync(Owner, Draft(Office));
        await using var session = Store.OpenRead(Owner);

        var counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CountAsync(session)));
        var processes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => session.ReadAsync(
            (connection, _) => Task.FromResult(connection.ProcessID), Cancellation)));

        Assert.All(counts, count => Assert.Equal((1, 1), count));
        Assert.Single(processes.Distinct());
    }

    [Fact]
    public async Task A_failed_statement_does_not_spoil_the_next()
    {
        await AddAsync(Owner, Draft(Office));
        await using var session = Store.OpenRead(Owner);

        var failure = await Assert.ThrowsAsync<PostgresException>(() => session.ReadAsync(
            (connection, token) => ScalarAsync<int>(connection, "select 1 / 0", token), Cancellation));

        Assert.Equal(PostgresErrorCodes.DivisionByZero, failure.SqlState);
        Assert.Equal((1, 1), await CountAsync(session));
    }

    /// <summary>Whose transaction it is, is told before the first statement, by whichever of three ways that comes.</summary>
    [Theory]
    [InlineData("row by id")]
    [InlineData("rows")]
    [InlineData("EF Core")]
    public async Task The_first_statement_of_a_session_is_read_under_its_viewer_s_tokens(string way)
    {
        var note = await AddAsync(Owner, Draft(Office));
        for (var time = 0; time < 2; time++)
        {
            await using var owner = Store.OpenRead(Owner);
            await using var other = Store.OpenRead(Member(Guid.CreateVersion7()));

            // Without the queries' own predicate: row-level security alone decides.
            Assert.Equal(1, await FirstAsync(owner, way, note.Id));
            Assert.Equal(0, await FirstAsync(other, way, note.Id));
            Assert.Equal((1, 1), await CountAsync(owner));
            Assert.Equal((0, 0), await CountAsync(other));
        }
    }

    [Fact]
    public async Task A_first_statement_that_fails_leaves_the_next_its_viewer()
    {
        var note = await AddAsync(Owner, Draft(Office));
        await using var session = Store.OpenRead(Owner);

        await Assert.ThrowsAsync<PostgresException>(() => session.QueryAsync(
            (db, token) => db.ReadByIdAsync(db.Set<Note>().Where(n => 1 / (n.Version - 1) == 1), [note.Id], RowColumns.All, token), Cancellation));

        Assert.Equal(1, await FirstAsync(session, "row by id", note.Id));
        Assert.Equal((1, 1), await CountAsync(session));
    }

    [Fact]
    public async Task A_first_row_by_id_comes_with_the_opening_in_one_round_trip()
    {
        var note = await AddAsync(Owner, Draft(Office));
        await using var session = Store.OpenRead(Owner);
        await FirstAsync(session, "row by id", note.Id);
        await session.RenewAsync();

        using var sent = new SentStatements();
        Assert.Equal(1, await FirstAsync(session, "row by id", note.Id));
        Assert.Equal(1, sent.RoundTrips);
    }

    [Fact]
    public async Task Reading_and_writing_share_one_model()
    {
        await using var session = Store.OpenRead(Owner);
        var reading = await session.QueryAsync((db, _) => Task.FromResult(db.Model), Cancellation);

        var writing = await Store.WriteAsync(Owner, "look", writer => Task.FromResult(writer.Context.Model), Cancellation);

        Assert.Same(reading, writing);
    }

    [Fact]
    public async Task Tokens_are_data_not_syntax()
    {
        string[] strange = ["a,b", "{}", "\"quoted\"", "back\\slash", "", "null", "o'clock"];
        await using var session = Store.OpenRead(new AccessContext(strange, null, null));

        var held = await session.ReadAsync(
            (connection, token) => ScalarAsync<string[]>(connection, "select r2p.tokens()", token), Cancellation);

        Assert.Equal([.. strange, "public"], held);
    }

    private static Task<int> FirstAsync(ReadSession session, string way, Guid id) => session.QueryAsync(
        async (db, token) => way switch
        {
            "row by id" => (await db.ReadByIdAsync(db.Set<Note>(), [id], RowColumns.All, token)).Count,
            "rows" => (await db.ReadAsync(db.Set<Note>(), RowColumns.All, byKey: false, token)).Count,
            _ => await db.Set<Note>().CountAsync(token),
        },
        Cancellation);

    private static async Task<(long Raw, int Ef)> CountAsync(ReadSession session) => (
        await session.ReadAsync(
            (connection, token) => ScalarAsync<long>(connection, "select count(*) from r2p.note", token), Cancellation),
        await session.QueryAsync((context, token) => context.Set<Note>().CountAsync(token), Cancellation));
}
