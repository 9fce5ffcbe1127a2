using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Documents.Embedded;
using R2P.Tests;

namespace R2P.Documents.Tests.Embedded;

[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedPostgresTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string _parent = Path.Combine(Path.GetTempPath(), $"r2p-embedded-{Guid.CreateVersion7():N}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_parent, "data");

    public ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_parent);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_parent, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_keeps_its_data_over_a_stop_and_a_start()
    {
        Process postmaster;
        await using (var first = await StartAsync())
        {
            postmaster = Process.GetProcessById(first.ProcessId);
            await ExecuteAsync(first.OwnerConnectionString, "create table kept (n int); insert into kept values (42)");
        }

        await postmaster.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
        await using var second = await StartAsync();
        Assert.False(second.Adopted);
        Assert.Equal("on on on", await AskAsync<string>(
            second.OwnerConnectionString,
            "select concat_ws(' ', current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'))"));
        Assert.Equal(42, await AskAsync<int>(second.OwnerConnectionString, "select n from kept"));
    }

    [Fact]
    public async Task It_is_private_and_never_root()
    {
        var server = postgres.Server;

        Assert.Equal(
            "listen_addresses=127.0.0.1, unix_socket_directories=, data_checksums=on, "
            + "server_encoding=UTF8, lc_ctype=C.UTF-8, password_encryption=scram-sha-256",
            await AskAsync<string>(
                server.OwnerConnectionString,
                """
                select string_agg(name || '=' || current_setting(name), ', ' order by place)
                from unnest(array['listen_addresses', 'unix_socket_directories', 'data_checksums',
                    'server_encoding', 'lc_ctype', 'password_encryption']) with ordinality as s (name, place)
                """));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(postgres.DataDirectory, "passwords")));
        Assert.NotEqual("0", (await Command.RunAsync(["ps", "-o", "uid=", "-p", $"{server.ProcessId}"], Cancellation)).Output.Trim());
    }

    [Fact]
    public async Task Nobody_enters_without_the_password()
    {
        var guess = new NpgsqlConnectionStringBuilder(postgres.Server.ServiceConnectionString) { Password = "guess", Pooling = false };

        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => AskAsync<int>(guess.ConnectionString, "select 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task The_service_s_login_is_a_plain_member_of_the_service_role()
    {
        Assert.Equal("r2p_app false false true", await AskAsync<string>(
            postgres.Server.ServiceConnectionString,
            """
            select concat_ws(' ', rolname, rolsuper::text, rolbypassrls::text, pg_has_role('r2p_service', 'usage')::text)
            from pg_roles where rolname = current_user
            """));
    }

    [Fact]
    public async Task A_server_that_outlived_its_service_is_adopted_with_its_data()
    {
        await using (var killed = await StartAsync())
        {
            await ExecuteAsync(killed.OwnerConnectionString, "create table kept (n int); insert into kept values (42)");
        }

        // What a killed service leaves: a running server, and a lock that the system has let go of.
        var leftOver = await StartByHandAsync();

        await using var server = await StartAsync();
        Assert.True(server.Adopted);
        Assert.Equal(leftOver, server.ProcessId);
        Assert.Equal(42, await AskAsync<int>(server.OwnerConnectionString, "select n from kept"));
    }

    [Fact]
    public async Task A_pid_file_of_a_dead_server_is_no_hindrance()
    {
        await using (var server = await StartAsync())
        {
            await ExecuteAsync(server.OwnerConnectionString, "create table kept (n int); insert into kept values (42)");
            using var postmaster = Process.GetProcessById(server.ProcessId);
            postmaster.Kill();
            await postmaster.WaitForExitAsync(Cancellation);
            await WaitForChildrenAsync();
        }

        await using var next = await StartAsync();
        Assert.False(next.Adopted);
        Assert.Equal(42, await AskAsync<int>(next.OwnerConnectionString, "select n from kept"));
    }

    [Fact]
    public async Task A_second_service_on_the_same_directory_is_refused()
    {
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = postgres.DataDirectory }, NullLogger.Instance, Cancellation));

        Assert.Equal(
            $"Another service is using the data directory {postgres.DataDirectory}. Stop it, or give this one a directory of its own.",
            refused.Message);
        Assert.Equal(1, await AskAsync<int>(postgres.Server.OwnerConnectionString, "select 1"));
    }

    [Fact]
    public async Task Data_of_another_version_is_refused_and_left_alone()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Data, "cluster")).FullName, "PG_VERSION");
        await File.WriteAllTextAsync(file, "14\n", Cancellation);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Matches(
            $"^The data directory {Data} was made by PostgreSQL 14, but this machine has PostgreSQL [0-9, ]+ only. "
            + "Install PostgreSQL 14, bring the data over with pg_upgrade, or choose another data directory.$",
            refused.Message);
        Assert.Equal("14\n", await File.ReadAllTextAsync(file, Cancellation));
    }

    [Fact]
    public async Task Binaries_that_are_too_old_are_refused()
    {
        var binaries = Path.Combine(_parent, "bin");
        Directory.CreateDirectory(binaries);
        var program = Path.Combine(binaries, "postgres");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho 'postgres (PostgreSQL) 13.9'\n", Cancellation);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = Data, BinariesDirectory = binaries }, NullLogger.Instance, Cancellation));

        Assert.StartsWith(
            $"{binaries} holds PostgreSQL 13 only. Install PostgreSQL 15 or later", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Binaries_that_are_not_there_are_named()
    {
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = Data, BinariesDirectory = "/nowhere" }, NullLogger.Instance, Cancellation));

        Assert.StartsWith("/nowhere holds no PostgreSQL server. Install", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_behind_a_closed_one_is_refused_and_the_closed_one_named()
    {
        var closed = Path.Combine(_parent, "closed");
        Directory.CreateDirectory(closed);
        File.SetUnixFileMode(closed, Environment.IsPrivilegedProcess ? UnixFileMode.UserRead | UnixFileMode.UserExecute : UnixFileMode.None);
        var data = Path.Combine(closed, "data");

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = data }, NullLogger.Instance, Cancellation));

        Assert.Contains(
            Environment.IsPrivilegedProcess
                ? $"can't reach {data}, because {closed} is closed to it. Open that directory (chmod o+x) or put the data elsewhere."
                : $"The data directory {data} can't be made",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_with_other_things_in_it_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "thesis.txt"), "", Cancellation);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Equal(
            $"The data directory {Data} is used for something else: it holds thesis.txt. Give the database a directory of its own.",
            refused.Message);
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(Data).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_lost_password_file_is_an_error_not_a_new_password()
    {
        Directory.CreateDirectory(Path.Combine(Data, "cluster"));
        await File.WriteAllTextAsync(Path.Combine(Data, "cluster", "PG_VERSION"), "15\n", Cancellation);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.StartsWith(
            $"The file {Data}/passwords should hold the two passwords", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initialization_that_was_cut_off_is_begun_again()
    {
        Directory.CreateDirectory(Path.Combine(Data, "cluster.unfinished", "base"));

        await using var server = await StartAsync();

        Assert.Equal(1, await AskAsync<int>(server.ServiceConnectionString, "select 1"));
        Assert.False(Directory.Exists(Path.Combine(Data, "cluster.unfinished")));
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(
        new EmbeddedPostgresOptions { DataDirectory = Data }, NullLogger.Instance, Cancellation);

    private async Task<int> StartByHandAsync()
    {
        var files = new ClusterFiles(Data);
        var account = await ServerAccount.FindAsync(Cancellation);
        var binaries = await PostgresBinaries.FindAsync(configured: null, data: null, Cancellation);
        var started = await account.RunAsync(
            [
                binaries.Program("pg_ctl"), "start", "-D", files.Cluster, "-l", files.Log, "-w", "-o",
                "-p 54329 -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
            ],
            Cancellation);
        Assert.True(started.Succeeded, started.Output);
        return files.ReadRunningServer()!.Value.ProcessId;
    }

    private async Task WaitForChildrenAsync()
    {
        // The other processes of a killed server notice within moments; until then its memory blocks a new one.
        while ((await Command.RunAsync(["pgrep", "-f", $"postgres.*{Data}"], Cancellation)).Succeeded)
        {
            await Task.Delay(50, Cancellation);
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<T> AskAsync<T>(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
