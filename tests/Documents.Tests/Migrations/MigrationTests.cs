using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests.Migrations;

public sealed class MigrationTests(PostgresFixture postgres)
{
    private const string Catalogue =
        """
        select md5(string_agg(line, chr(10) order by line)) from (
            select concat_ws(' ', 'class', c.oid, c.relname, c.relacl) from pg_class c where c.relnamespace = 'r2p'::regnamespace
            union all select concat_ws(' ', 'function', p.oid, p.proname, p.proacl, md5(p.prosrc)) from pg_proc p
            union all select concat_ws(' ', 'policy', p.oid, p.polname) from pg_policy p
            union all select concat_ws(' ', 'migration', m.number, m.checksum, m.applied_at) from r2p.migration m
        ) as lines (line)
        """;

    [Fact]
    public async Task Running_twice_changes_nothing()
    {
        var database = await postgres.CreateDatabaseAsync(NoteMapping.Migrations);
        var before = await AskAsync<string>(database, Catalogue);

        await RunAsync(database, MigrationSource.Documents, NoteMapping.Migrations);

        Assert.Equal(before, await AskAsync<string>(database, Catalogue));
    }

    [Fact]
    public async Task Instances_that_start_together_migrate_once()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(database, MigrationSource.Documents)));

        Assert.Equal(
            MigrationSource.Documents.Migrations.Count, await AskAsync<long>(database, "select count(*) from r2p.migration"));
    }

    [Fact]
    public async Task They_run_in_the_order_of_their_numbers_whatever_the_source()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();

        await RunAsync(
            database,
            MigrationSource.FromTexts(("0200_fill.sql", "insert into r2p.t values (1)")),
            MigrationSource.FromTexts(("0100_make.sql", "create table r2p.t (n int)")));

        Assert.Equal(1, await AskAsync<int>(database, "select n from r2p.t"));
    }

    [Fact]
    public async Task A_failed_one_is_undone_and_those_before_it_stay()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        var source = MigrationSource.FromTexts(
            ("0100_good.sql", "create table r2p.good (n int)"),
            ("0101_bad.sql", "create table r2p.bad (n int); select 1 / 0; create table r2p.worse (n int)"));

        var failure = await Assert.ThrowsAsync<MigrationException>(() => RunAsync(database, source));

        Assert.Equal("Migration 0101_bad failed and was undone: division by zero", failure.Message);
        Assert.Equal("good,migration", await AskAsync<string>(
            database, "select string_agg(relname, ',' order by relname) from pg_class where relnamespace = 'r2p'::regnamespace and relkind = 'r'"));
    }

    [Fact]
    public async Task One_that_was_changed_after_it_ran_is_refused()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await RunAsync(database, MigrationSource.FromTexts(("0100_a.sql", "select 1")));

        var failure = await Assert.ThrowsAsync<MigrationException>(
            () => RunAsync(database, MigrationSource.FromTexts(("0100_a.sql", "select 2"))));

        Assert.Equal(
            "Migration 0100_a was changed after it ran on this database. Restore its text and put the change into a new migration.",
            failure.Message);
    }

    [Fact]
    public async Task Line_endings_are_no_change()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await RunAsync(database, MigrationSource.FromTexts(("0100_a.sql", "select 1;\nselect 2;\n")));

        await RunAsync(database, MigrationSource.FromTexts(("0100_a.sql", "select 1;\r\nselect 2;\r\n")));

        Assert.Equal(1, await AskAsync<long>(database, "select count(*) from r2p.migration"));
    }

    [Fact]
    public async Task Two_with_one_number_are_refused()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();

        var failure = await Assert.ThrowsAsync<MigrationException>(() => RunAsync(
            database,
            MigrationSource.FromTexts(("0100_a.sql", "select 1")),
            MigrationSource.FromTexts(("0100_b.sql", "select 1"))));

        Assert.Equal("Two migrations have the number 0100: a, b.", failure.Message);
    }

    [Fact]
    public async Task A_database_that_is_newer_than_the_build_is_refused()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await RunAsync(database, MigrationSource.FromTexts(("0100_a.sql", "select 1"), ("0101_b.sql", "select 1")));

        var failure = await Assert.ThrowsAsync<MigrationException>(
            () => RunAsync(database, MigrationSource.FromTexts(("0100_a.sql", "select 1"))));

        Assert.StartsWith(
            "The database has migration 0101_b, which this build doesn't know: it is newer.", failure.Message, StringComparison.Ordinal);
    }

    private static Task RunAsync(TestDatabase database, params MigrationSource[] sources) => MigrationRunner.RunAsync(
        database.OwnerConnectionString, sources, NullLogger.Instance, TestContext.Current.CancellationToken);

    private static async Task<T> AskAsync<T>(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
