using Microsoft.EntityFrameworkCore;
using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests.Sessions;

/// <summary>Several viewers read over one connection, and each sees what that viewer may see.</summary>
public sealed class ReadRoundTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Ghana = Guid.CreateVersion7();
    private static readonly Guid Kenya = Guid.CreateVersion7();
    private static readonly AccessContext Ghanaian = Member(Ghana);
    private static readonly AccessContext Kenyan = Member(Kenya);

    [Fact]
    public async Task What_several_ask_goes_in_one_round_trip_and_each_sees_their_own()
    {
        await AddNotesAsync();
        await using (var warm = await Store.OpenRoundAsync(Cancellation))
        {
            await TogetherAsync(warm, [Ghanaian, Kenyan, AccessContext.Anonymous, Ghanaian], NewestAsync);
        }

        await using var round = await Store.OpenRoundAsync(Cancellation);
        using var sent = new SentStatements();
        var found = await TogetherAsync(round, [Ghanaian, Kenyan, AccessContext.Anonymous, Ghanaian], NewestAsync);

        Assert.Equal("Of Ghana | Of Kenya | nothing | Of Ghana", found);
        Assert.Equal(1, sent.RoundTrips);
    }

    [Fact]
    public async Task Statements_of_EF_Core_and_SQL_by_hand_are_told_who_asks_too()
    {
        await AddNotesAsync();
        await using var round = await Store.OpenRoundAsync(Cancellation);
        AccessContext[] viewers = [Ghanaian, Kenyan, AccessContext.Anonymous, Kenyan];

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("Of Ghana | Of Kenya | nothing | Of Kenya", await TogetherAsync(round, viewers, UnprotectedAsync));
            Assert.Equal("1 | 1 | 0 | 1", await TogetherAsync(round, viewers, CountAsync));
            Assert.Equal("Of Ghana | Of Kenya | nothing | Of Kenya", await TogetherAsync(round, viewers, NewestAsync));
        }
    }

    [Fact]
    public async Task What_fails_for_one_fails_for_nobody_else()
    {
        await AddNotesAsync();
        await using var round = await Store.OpenRoundAsync(Cancellation);
        await using var ghana = round.OpenRead(Ghanaian);
        await using var kenya = round.OpenRead(Kenyan);

        round.Gathering.Begin();
        var (failing, found) = (FailAsync(kenya), NewestAsync(ghana, Cancellation));
        round.Gathering.End();

        Assert.Equal(PostgresErrorCodes.DivisionByZero, (await Assert.ThrowsAsync<PostgresException>(() => failing)).SqlState);
        Assert.Equal("Of Ghana", await found);
        Assert.Equal("Of Kenya", await NewestAsync(kenya, Cancellation));
    }

    [Fact]
    public async Task Who_gives_up_while_the_statements_are_under_way_gives_up_alone()
    {
        await AddNotesAsync();
        await using var round = await Store.OpenRoundAsync(Cancellation);
        await using var ghana = round.OpenRead(Ghanaian);
        await using var kenya = round.OpenRead(Kenyan);
        await using var locked = await LockNotesAsync();
        using var tired = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        round.Gathering.Begin();
        var (kept, given) = (NewestAsync(ghana, Cancellation), NewestAsync(kenya, tired.Token));
        round.Gathering.End();
        var together = await WaitingForNotesAsync("");
        await tired.CancelAsync();
        await WaitingForNotesAsync(together);
        await locked.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal("Of Ghana", await kept);
    }

    [Fact]
    public async Task Who_begins_a_new_moment_goes_on_alone_and_leaves_theirs_to_the_others()
    {
        await AddNotesAsync();
        await using var round = await Store.OpenRoundAsync(Cancellation);
        await using var ghana = round.OpenRead(Ghanaian);
        await using var kenya = round.OpenRead(Kenyan);
        Assert.Equal("1 | 1", $"{await CountAsync(ghana, Cancellation)} | {await CountAsync(kenya, Cancellation)}");
        var shared = await ProcessAsync(kenya);
        await AddAsync(Ghanaian, Draft(Ghana, "Newer"));
        await AddAsync(Kenyan, Draft(Kenya, "Newer"));

        await ghana.RenewAsync();

        Assert.Equal("2 | 1", $"{await CountAsync(ghana, Cancellation)} | {await CountAsync(kenya, Cancellation)}");
        Assert.NotEqual(shared, await ProcessAsync(ghana));
        Assert.Equal(shared, await ProcessAsync(kenya));
    }

    /// <summary>They may all wait for something that takes a connection: none of them is held back meanwhile.</summary>
    [Fact]
    public async Task Its_connection_is_given_back_when_all_have_begun_a_new_moment()
    {
        var round = await Store.OpenRoundAsync(Cancellation);
        await using var ghana = round.OpenRead(Ghanaian);
        await using var kenya = round.OpenRead(Kenyan);
        var shared = await ProcessAsync(ghana);
        await round.DisposeAsync();

        await ghana.RenewAsync();
        await using var other = Store.OpenRead(Ghanaian);
        Assert.NotEqual(shared, await ProcessAsync(other));
        await kenya.RenewAsync();

        Assert.Equal(shared, await ProcessAsync(ghana));
    }

    [Fact]
    public async Task Its_connection_is_given_back_with_the_last_who_reads_and_who_comes_later_reads_alone()
    {
        await AddNotesAsync();
        var round = await Store.OpenRoundAsync(Cancellation);
        var ghana = round.OpenRead(Ghanaian);
        await using var kenya = round.OpenRead(Kenyan);
        var shared = await ProcessAsync(ghana);
        Assert.Equal(shared, await ProcessAsync(kenya));

        await round.DisposeAsync();
        await round.DisposeAsync();
        await ghana.DisposeAsync();
        await ghana.DisposeAsync();
        Assert.Equal(shared, await ProcessAsync(kenya));
        await kenya.DisposeAsync();
        await using var late = round.OpenRead(Ghanaian);
        await using var later = round.OpenRead(Kenyan);

        Assert.Equal("Of Ghana", await NewestAsync(late, Cancellation));
        Assert.NotEqual(await ProcessAsync(late), await ProcessAsync(later));
    }

    private async Task AddNotesAsync()
    {
        await AddAsync(Ghanaian, Draft(Ghana, "Of Ghana"));
        await AddAsync(Kenyan, Draft(Kenya, "Of Kenya"));
    }

    private async Task<NpgsqlConnection> LockNotesAsync()
    {
        var connection = new NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("begin; lock table r2p.note", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }

    /// <summary>The transaction that waits for the table, when it is another than this.</summary>
    private async Task<string> WaitingForNotesAsync(string than)
    {
        while (true)
        {
            var waiting = await AskOwnerAsync<string>(
                "select coalesce(min(virtualtransaction), '') from pg_locks where relation = 'r2p.note'::regclass and not granted");
            if (waiting != "" && waiting != than)
            {
                return waiting;
            }

            await Task.Delay(10, Cancellation);
        }
    }

    /// <summary>Without the predicate: only PostgreSQL's own rules choose.</summary>
    private static Task<string> NewestAsync(ReadSession session, CancellationToken cancellation) => session.QueryAsync(
        async (db, token) =>
            (await db.ReadAheadAsync(db.Set<Note>().OrderByDescending(note => note.Id).Take(1), RowColumns.All, byKey: true, token))
                is [var note] ? note.Title : "nothing",
        cancellation);

    private static Task<string> UnprotectedAsync(ReadSession session, CancellationToken cancellation) => session.QueryAsync(
        async (db, token) => await db.Set<Note>().OrderByDescending(note => note.Id).Select(note => note.Title).FirstOrDefaultAsync(token) ?? "nothing",
        cancellation);

    private static async Task<string> CountAsync(ReadSession session, CancellationToken cancellation) =>
        $"{await session.ReadAsync((connection, token) => ScalarAsync<long>(connection, "select count(*) from r2p.note", token), cancellation)}";

    private static Task<int> ProcessAsync(ReadSession session) =>
        session.ReadAsync((connection, token) => ScalarAsync<int>(connection, "select pg_backend_pid()", token), Cancellation);

    private static Task<List<Note>> FailAsync(ReadSession session) => session.QueryAsync(
        (db, token) => db.ReadAheadAsync(db.Set<Note>().Where(note => 1 / (note.Version - 1) == 1), RowColumns.All, byKey: true, token), Cancellation);

    private static async Task<string> TogetherAsync(
        ReadRound round, AccessContext[] viewers, Func<ReadSession, CancellationToken, Task<string>> read)
    {
        var sessions = Array.ConvertAll(viewers, round.OpenRead);
        round.Gathering.Begin();
        var reading = Array.ConvertAll(sessions, session => read(session, Cancellation));
        round.Gathering.End();
        var found = await Task.WhenAll(reading);
        foreach (var session in sessions)
        {
            await session.DisposeAsync();
        }

        return string.Join(" | ", found);
    }
}
