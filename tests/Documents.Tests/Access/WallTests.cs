using Microsoft.EntityFrameworkCore;
using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests.Access;

/// <summary>What the database hides by itself, from SQL without any condition.</summary>
public sealed class WallTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private const string CountNotes = "select count(*) from r2p.note";
    private static readonly Guid Ghana = Guid.CreateVersion7();
    private static readonly Guid Kenya = Guid.CreateVersion7();

    private static readonly string[] ReadableTables =
        ["note", "document_reader", "revision", "event", "erasure", "remark", "act_outcome"];

    [Fact]
    public async Task A_draft_is_seen_by_its_office_only()
    {
        await AddAsync(Member(Ghana), Draft(Ghana));

        Assert.Equal(1, await AskAsync<long>(Member(Ghana), CountNotes));
        Assert.Equal(0, await AskAsync<long>(Member(Kenya, "members", "region:AU"), CountNotes));
        Assert.Equal(0, await AskAsync<long>(AccessContext.Anonymous, CountNotes));
    }

    [Fact]
    public async Task A_shared_note_is_seen_by_whoever_holds_one_of_its_tokens()
    {
        await AddAsync(Member(Ghana), Draft(Ghana, "Shared", "region:AU", "state:KEN"));

        Assert.Equal(1, await AskAsync<long>(Member(Kenya, "state:KEN"), CountNotes));
        Assert.Equal(1, await AskAsync<long>(Member(Guid.CreateVersion7(), "region:AU"), CountNotes));
        Assert.Equal(0, await AskAsync<long>(Member(Guid.CreateVersion7(), "region:EU"), CountNotes));
    }

    [Fact]
    public async Task A_connection_without_a_session_sees_no_row_of_any_table()
    {
        var access = Member(Ghana);
        await FillEveryTableAsync(access);
        await using var connection = await OpenServiceAsync();

        foreach (var table in ReadableTables)
        {
            Assert.True(await AskOwnerAsync<long>($"select count(*) from r2p.{table}") > 0, table);
            Assert.Equal(0, await ScalarAsync<long>(connection, $"select count(*) from r2p.{table}", Cancellation));
        }
    }

    [Fact]
    public async Task Every_table_that_the_service_reads_has_row_level_security_or_holds_nothing_of_anybody()
    {
        var open = await AskOwnerAsync<string>(
            """
            select coalesce(string_agg(c.relname, ', ' order by c.relname), '')
            from pg_class c where c.relnamespace = 'r2p'::regnamespace and c.relkind in ('r', 'v', 'm', 'S')
                and not c.relrowsecurity and not coalesce(c.reloptions @> '{security_invoker=true}', false) -- such a view shows what its tables do
                and has_table_privilege('r2p_app', c.oid, 'select')
            """);

        Assert.Equal("document_kind", open);
    }

    [Fact]
    public async Task Settings_of_a_session_do_not_survive_into_the_pool()
    {
        await AddAsync(Member(Ghana), Draft(Ghana));
        var options = new NpgsqlConnectionStringBuilder(Database.ServiceConnectionString) { MaxPoolSize = 1 };
        await using var source = NpgsqlDataSource.Create(options);
        int process;
        await using (var first = await source.OpenConnectionAsync(Cancellation))
        await using (var snapshot = await Snapshot.BeginAsync(first, null, Cancellation))
        {
            await snapshot.TellAsync(Member(Ghana), Cancellation);
            Assert.Equal(1, await ScalarAsync<long>(first, CountNotes, Cancellation));
            process = first.ProcessID;
        }

        await using var second = await source.OpenConnectionAsync(Cancellation);

        Assert.Equal(process, second.ProcessID);
        Assert.Equal(0, await ScalarAsync<long>(second, CountNotes, Cancellation));
    }

    [Fact]
    public async Task Past_its_expiry_a_note_is_open_to_its_office_only()
    {
        var note = Draft(Ghana, "Expired", "members");
        note.ExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        await AddAsync(Member(Ghana), note);

        Assert.Equal(1, await AskAsync<long>(Member(Ghana), CountNotes));
        Assert.Equal(0, await AskAsync<long>(Member(Kenya, "members"), CountNotes));
        Assert.False(await AskAsync<bool>(
            Member(Kenya, "members"),
            $"select r2p.may_read(array['members'], now() - interval '1 minute', '{Ghana}')"));
    }

    [Fact]
    public async Task Nobody_adds_a_note_to_another_office()
    {
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(Member(Kenya), Draft(Ghana, "Forged", "public")));

        var cause = Assert.IsType<PostgresException>(refused.InnerException);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, cause.SqlState);
        Assert.Equal(0, await AskOwnerAsync<long>(CountNotes));
    }

    [Theory]
    [InlineData("update r2p.note set version = version + 1, title = 'changed'")]
    [InlineData("delete from r2p.note")]
    public async Task Nobody_changes_a_note_of_another_office_even_when_they_read_it(string sql)
    {
        await AddAsync(Member(Ghana), Draft(Ghana, "Theirs", "members"));

        await ActAsync<long>(Member(Kenya, "members"), $"with w as ({sql} returning 1) select count(*) from w");

        Assert.Equal("Theirs", await AskOwnerAsync<string>("select title from r2p.note"));
    }

    [Fact]
    public async Task Nobody_takes_a_note_over_by_making_it_their_office_s()
    {
        await AddAsync(Member(Ghana), Draft(Ghana, "Theirs", "members"));

        await ActAsync<long>(
            Member(Kenya, "members"),
            $"with w as (update r2p.note set version = version + 1, owner_id = '{Kenya}' returning 1) select count(*) from w");

        Assert.Equal(Ghana, await AskOwnerAsync<Guid>("select owner_id from r2p.note"));
    }

    [Theory]
    [InlineData("delete from r2p.revision")]
    [InlineData("update r2p.revision set reason = 'another'")]
    [InlineData("insert into r2p.revision select * from r2p.revision")]
    [InlineData("delete from r2p.event")]
    [InlineData("update r2p.event set data = '{}'")]
    [InlineData("insert into r2p.event select * from r2p.event")]
    [InlineData("delete from r2p.document_reader")]
    [InlineData("update r2p.act_outcome set outcome = '{}'")]
    [InlineData("select * from r2p.service_key")]
    [InlineData("truncate r2p.note")]
    [InlineData("alter table r2p.note disable trigger all")]
    [InlineData("alter table r2p.note disable row level security")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("select r2p.make_readable_table('note')")]
    public async Task The_service_can_not_rewrite_history_or_open_the_wall(string sql)
    {
        var access = Member(Ghana);
        await FillEveryTableAsync(access);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ActAsync<long>(access, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_remark_is_changed_only_by_whoever_sees_it()
    {
        await ActAsync<int>(Member(Ghana), $"insert into r2p.remark values (1, array['office:{Ghana}'], 'mine') returning id");

        var changed = await ActAsync<long>(
            Member(Kenya), "with w as (update r2p.remark set text = 'theirs' returning 1) select count(*) from w");
        var removed = await ActAsync<long>(Member(Kenya), "with w as (delete from r2p.remark returning 1) select count(*) from w");

        Assert.Equal((0, 0), (changed, removed));
        Assert.Equal("mine", await AskAsync<string>(Member(Ghana), "select text from r2p.remark"));
        await using var connection = await OpenServiceAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => ScalarAsync<int>(connection, "insert into r2p.remark values (2, '{public}', '') returning id", Cancellation));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_read_session_can_not_write()
    {
        await using var session = Store.OpenRead(Member(Ghana));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.ReadAsync(
            (connection, token) => ScalarAsync<int>(connection, "insert into r2p.remark values (3, '{public}', '')", token),
            Cancellation));
        var unsaved = await Assert.ThrowsAsync<InvalidOperationException>(
            () => session.QueryAsync((context, token) => context.SaveChangesAsync(token), Cancellation));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
        Assert.Equal("This session reads; use DocumentStore.WriteAsync to write.", unsaved.Message);
    }

    private async Task FillEveryTableAsync(AccessContext access)
    {
        var note = await AddAsync(access, Draft(Ghana));
        var erased = await AddAsync(access, Draft(Ghana));
        await Store.WriteOnceAsync(
            access,
            new OnceKey("once", "reviseNote", "hash"),
            async session =>
            {
                (await session.LoadAsync<Note>(note.Id, version: 1, Cancellation))!.Title = "Another";
                session.Append(new DocumentEvent("Revised", note.Readers) { DocumentId = note.Id });
                return 0;
            },
            Cancellation);
        await ActAsync<int>(access, $"insert into r2p.remark values (0, array['office:{Ghana}'], '') on conflict do nothing returning 0");
        await ActAsync<bool>(access, $"select r2p.erase_document('{erased.Id}', 'a test')");
    }

    private async Task<NpgsqlConnection> OpenServiceAsync()
    {
        var connection = new NpgsqlConnection(Database.ServiceConnectionString);
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}
