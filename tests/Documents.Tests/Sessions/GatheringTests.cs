using Microsoft.EntityFrameworkCore;
using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests.Sessions;

/// <summary>Statements that gather go to PostgreSQL together, and none suffers from another.</summary>
public sealed class GatheringTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office);
    private readonly ReadGathering _gathering = new();

    [Fact]
    public async Task What_gathers_is_read_in_one_round_trip()
    {
        var (first, second) = (await AddAsync(Owner, Draft(Office, "First")), await AddAsync(Owner, Draft(Office, "Second")));
        await using var session = Open(Owner);
        await TogetherAsync(session, FindAsync(first), FindAsync(second));
        await session.RenewAsync();

        using var sent = new SentStatements();
        var found = await TogetherAsync(session, FindAsync(first), FindAsync(second), FindAsync(first));

        Assert.Equal("First, Second, First", found);
        Assert.Equal(1, sent.RoundTrips);
    }

    [Fact]
    public async Task Two_things_are_read_together()
    {
        var (first, second) = (await AddAsync(Owner, Draft(Office, "First")), await AddAsync(Owner, Draft(Office, "Second")));
        await using var session = Open(Owner);
        await session.TogetherAsync(() => FindAsync(first)(session), () => FindAsync(second)(session));
        await session.RenewAsync();

        using var sent = new SentStatements();
        Assert.Equal(("First", "Second"), await session.TogetherAsync(() => FindAsync(first)(session), () => FindAsync(second)(session)));
        Assert.Equal(1, sent.RoundTrips);
    }

    [Fact]
    public async Task Each_viewer_s_gathered_statements_find_what_that_viewer_may_see()
    {
        var note = await AddAsync(Owner, Draft(Office, "Mine"));
        await using (var owner = Open(Owner))
        {
            Assert.Equal("Mine, Mine", await TogetherAsync(owner, FindAsync(note), FindAsync(note)));
        }

        await using var other = Open(Member(Guid.CreateVersion7()));
        Assert.Equal("nothing, nothing", await TogetherAsync(other, FindAsync(note), FindAsync(note)));
    }

    [Fact]
    public async Task Who_asks_again_while_others_wait_is_answered()
    {
        var note = await AddAsync(Owner, Draft(Office, "Mine"));
        await using var session = Open(Owner);

        var found = await TogetherAsync(session, ThriceAsync, FindAsync(note), ThriceAsync);

        Assert.Equal("Mine Mine 1, Mine, Mine Mine 1", found);

        async Task<string?> ThriceAsync(ReadSession reading) => await reading.QueryAsync(
            async (db, token) =>
            {
                var one = await db.ReadByIdAsync(db.Set<Note>(), [note.Id], RowColumns.All, token);
                var again = await db.ReadByIdAsync(db.Set<Note>(), [note.Id], RowColumns.All, token);
                return $"{one[0].Title} {again[0].Title} {await db.Set<Note>().CountAsync(token)}";
            },
            Cancellation);
    }

    [Fact]
    public async Task A_statement_that_fails_fails_alone()
    {
        var (first, second) = (await AddAsync(Owner, Draft(Office, "First")), await AddAsync(Owner, Draft(Office, "Second")));
        await using var session = Open(Owner);

        var found = await TogetherAsync(session, FindAsync(first), FailAsync(second), FindAsync(second), FailAsync(first), FindAsync(first));

        Assert.Equal($"First, {PostgresErrorCodes.DivisionByZero}, Second, {PostgresErrorCodes.DivisionByZero}, First", found);
        Assert.Equal("First", await FindAsync(first)(session));
    }

    [Fact]
    public async Task Who_gives_up_gives_up_alone()
    {
        var note = await AddAsync(Owner, Draft(Office, "Mine"));
        await using var session = Open(Owner);
        using var tired = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        _gathering.Begin();
        var (given, kept) = (FindAsync(note, tired.Token)(session), FindAsync(note)(session));
        await tired.CancelAsync();
        _gathering.End();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal("Mine", await kept);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_outermost_gathering_ends()
    {
        var note = await AddAsync(Owner, Draft(Office, "Mine"));
        await using var session = Open(Owner);

        _gathering.Begin();
        _gathering.Begin();
        var found = FindAsync(note)(session);
        _gathering.End();
        await Task.Delay(100, Cancellation);
        Assert.False(found.IsCompleted);

        _gathering.End();
        Assert.Equal("Mine", await found);
    }

    [Fact]
    public async Task A_session_whose_reader_was_left_behind_lends_its_context_to_nobody_else()
    {
        var note = await AddAsync(Owner, Draft(Office, "Mine"));
        var session = Open(Owner);
        _gathering.Begin();
        DocumentContext? left = null;
        _ = session.QueryAsync(
            async (db, token) =>
            {
                left = db;
                return await db.ReadByIdAsync(db.Set<Note>(), [note.Id], RowColumns.All, token);
            },
            Cancellation);
        await session.DisposeAsync();

        await using var others = Store.OpenRead(Member(Guid.CreateVersion7()));
        Assert.NotSame(left, await others.QueryAsync((db, _) => Task.FromResult(db), Cancellation));
        Assert.Equal(Owner, left!.Access);
    }

    private ReadSession Open(AccessContext access) => Store.OpenRead(access, gathering: _gathering);

    private static Func<ReadSession, Task<string?>> FindAsync(Note note, CancellationToken? token = null) => session => session.QueryAsync(
        async (db, cancellation) => (await db.ReadVisibleByIdAsync<Note>([note.Id], RowColumns.All, cancellation)).SingleOrDefault()?.Title,
        token ?? Cancellation);

    private static Func<ReadSession, Task<string?>> FailAsync(Note note) => session => session.QueryAsync(
        async (db, token) => (await db.ReadByIdAsync(db.Set<Note>().Where(n => 1 / (n.Version - 1) == 1), [note.Id], RowColumns.All, token))[0].Title,
        Cancellation)!;

    /// <summary>What each of them finds, or the code of its failure.</summary>
    private async Task<string> TogetherAsync(ReadSession session, params Func<ReadSession, Task<string?>>[] readers)
    {
        _gathering.Begin();
        Task<string?>[] reading = [.. readers.Select(reader => CodeAsync(reader(session)))];
        _gathering.End();
        return string.Join(", ", (await Task.WhenAll(reading)).Select(found => found ?? "nothing"));
    }

    private static async Task<string?> CodeAsync(Task<string?> reading)
    {
        try
        {
            return await reading;
        }
        catch (PostgresException failure)
        {
            return failure.SqlState;
        }
    }
}
