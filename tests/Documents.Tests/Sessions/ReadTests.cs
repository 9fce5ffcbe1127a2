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

    [Fact]
    public async Task Tokens_are_data_not_syntax()
    {
        string[] strange = ["a,b", "{}", "\"quoted\"", "back\\slash", "", "null", "o'clock"];
        await using var session = Store.OpenRead(new AccessContext(strange, null, null));

        var held = await session.ReadAsync(
            (connection, token) => ScalarAsync<string[]>(connection, "select r2p.tokens()", token), Cancellation);

        Assert.Equal([.. strange, "public"], held);
    }

    private static async Task<(long Raw, int Ef)> CountAsync(ReadSession session) => (
        await session.ReadAsync(
            (connection, token) => ScalarAsync<long>(connection, "select count(*) from r2p.note", token), Cancellation),
        await session.QueryAsync((context, token) => context.Set<Note>().CountAsync(token), Cancellation));
}
