using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace R2P.Documents.Embedded;

/// <summary>
/// A private PostgreSQL for one service: the real server, from the machine's binaries, on a data directory of its own,
/// reachable from this machine only and with a generated password. It lives as long as the service; one that outlived a
/// killed service is taken over.
/// </summary>
public sealed partial class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(30);

    private readonly ClusterFiles _files;
    private readonly PostgresBinaries _binaries;
    private readonly ServerAccount _account;
    private readonly ILogger _logger;
    private readonly FileStream _lock;
    private readonly ClusterLogins _logins;
    private bool _stopped;

    private EmbeddedPostgres(
        ClusterFiles files,
        PostgresBinaries binaries,
        ServerAccount account,
        FileStream serviceLock,
        ClusterLogins logins,
        ILogger logger)
    {
        _files = files;
        _binaries = binaries;
        _account = account;
        _lock = serviceLock;
        _logins = logins;
        _logger = logger;
    }

    /// <summary>The login that owns the database; a superuser of this server.</summary>
    public string OwnerConnectionString => _logins.OwnerConnection(Port);

    /// <summary>The login for requests, a member of <c>r2p_service</c>.</summary>
    public string ServiceConnectionString => _logins.ServiceConnection(Port);

    /// <summary>True when the server was running already, left over by a service that was killed.</summary>
    public bool Adopted { get; private set; }

    internal int Port { get; private set; }

    internal int ProcessId { get; private set; }

    /// <summary>Starts the server, making its data directory first when there is none.</summary>
    /// <exception cref="EmbeddedPostgresException">It can't start; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, ILogger logger, CancellationToken cancellationToken = default)
    {
        var files = new ClusterFiles(options.DataDirectory);
        var account = await ServerAccount.FindAsync(cancellationToken);
        files.Prepare();
        var serviceLock = files.TakeLock();
        try
        {
            await account.OwnAsync(files.Directory, cancellationToken);
            await account.RequireReachableAsync(files.Directory, cancellationToken);
            var version = files.ReadVersion();
            var binaries = await PostgresBinaries.FindAsync(
                options.BinariesDirectory, version is { } v ? (files.Directory, v) : null, cancellationToken);
            var server = new EmbeddedPostgres(
                files, binaries, account, serviceLock, new ClusterLogins(files.ReadOrCreatePasswords()), logger);
            await server.OpenAsync(isNew: version is null, cancellationToken);
            return server;
        }
        catch
        {
            await serviceLock.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// How to reach the server that a service runs on a directory, for whoever neither starts nor stops it; null when none runs there.
    /// </summary>
    public static async Task<(string Owner, string Service)?> FindRunningAsync(string directory, CancellationToken cancellationToken = default)
    {
        var files = new ClusterFiles(directory);
        if (files.ReadRunningServer() is not { } running || !IsPostgres(running.ProcessId))
        {
            return null;
        }

        var logins = new ClusterLogins(files.ReadOrCreatePasswords());
        return await logins.AnswersAsync(running.Port, files.Cluster, cancellationToken)
            ? (logins.OwnerConnection(running.Port), logins.ServiceConnection(running.Port))
            : null;
    }

    /// <summary>Stops the server: open transactions are undone, committed ones are on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        var stop = await _account.RunAsync(
            [_binaries.Program("pg_ctl"), "stop", "-D", _files.Cluster, "-m", "fast", "-w", "-t", "60"], CancellationToken.None);
        if (!stop.Succeeded)
        {
            LogStopFailed(_logger, stop.Output);
        }

        await _lock.DisposeAsync();
    }

    private async Task OpenAsync(bool isNew, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            await InitializeAsync(cancellationToken);
        }

        Adopted = await TryAdoptAsync(cancellationToken);
        if (!Adopted)
        {
            await LaunchAsync(cancellationToken);
        }

        await EnsureRolesAndDatabaseAsync(cancellationToken);
        LogStarted(_logger, _binaries.Version, Port, _files.Directory, Adopted ? "adopted" : "started");
    }

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        LogInitializing(_logger, _binaries.Version, _files.Directory);
        await _account.OwnAsync(_files.Passwords, cancellationToken);
        if (Directory.Exists(_files.UnfinishedCluster))
        {
            Directory.Delete(_files.UnfinishedCluster, recursive: true);
        }

        var made = await _account.RunAsync(
            [
                _binaries.Program("initdb"), "--pgdata", _files.UnfinishedCluster, "--username", ClusterLogins.Owner,
                "--pwfile", _files.Passwords, "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8",
                "--data-checksums",
            ],
            cancellationToken);
        made.Require($"make a database in {_files.Directory}");
        Directory.Move(_files.UnfinishedCluster, _files.Cluster);
    }

    /// <summary>
    /// Takes over a server that has the data open. The process id alone proves nothing (it may have been reused): the
    /// server must answer to our password and name our directory.
    /// </summary>
    private async Task<bool> TryAdoptAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (_files.ReadRunningServer() is { } running && IsPostgres(running.ProcessId))
        {
            (ProcessId, Port) = running;
            if (await _logins.AnswersAsync(Port, _files.Cluster, cancellationToken))
            {
                return true;
            }

            if (Stopwatch.GetElapsedTime(started) > AnswerPatience)
            {
                throw new EmbeddedPostgresException(
                    $"A PostgreSQL server (process {running.ProcessId}) has the data directory {_files.Directory} open but "
                    + $"doesn't answer. Stop it, and see {_files.Log}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }

        return false;
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        const int Attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            var port = FindFreePort();
            var launch = await _account.RunAsync(
                [
                    _binaries.Program("pg_ctl"), "start", "-D", _files.Cluster, "-l", _files.Log, "-w", "-t", "60", "-o",
                    $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
                ],
                cancellationToken);
            if (launch.Succeeded && _files.ReadRunningServer() is { } running)
            {
                (ProcessId, Port) = running;
                return;
            }

            // Between finding the port and using it, somebody else may have taken it.
            if (attempt == Attempts)
            {
                throw new EmbeddedPostgresException(
                    $"PostgreSQL {_binaries.Version} did not start on {_files.Directory}. Its log {_files.Log} ends:\n{EndOfLog()}");
            }
        }
    }

    private async Task EnsureRolesAndDatabaseAsync(CancellationToken cancellationToken)
    {
        var makeRoles =
            $"""
            do $$
            begin
                if not exists (select from pg_roles where rolname = 'r2p_service') then
                    create role r2p_service nologin nosuperuser nobypassrls nocreatedb nocreaterole;
                end if;
                if not exists (select from pg_roles where rolname = '{ClusterLogins.Service}') then
                    create role {ClusterLogins.Service} login in role r2p_service;
                end if;
                alter role {ClusterLogins.Service} password '{_logins.ServicePassword}';
            end
            $$
            """;
        await using var connection = new NpgsqlConnection(_logins.MaintenanceConnection(Port));
        await connection.OpenAsync(cancellationToken);
        await using var roles = new NpgsqlCommand(makeRoles, connection);
        await roles.ExecuteNonQueryAsync(cancellationToken);
        await using var exists = new NpgsqlCommand(
            $"select exists (select from pg_database where datname = '{ClusterLogins.Database}')", connection);
        if (!(bool)(await exists.ExecuteScalarAsync(cancellationToken))!)
        {
            await using var create = new NpgsqlCommand($"create database {ClusterLogins.Database}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private string EndOfLog() =>
        File.Exists(_files.Log) ? string.Join('\n', File.ReadLines(_files.Log).TakeLast(10)) : "(it is empty)";

    private static bool IsPostgres(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName is "postgres" or "postmaster";
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [LoggerMessage(LogLevel.Information, "Making a PostgreSQL {Version} database in {Directory}.")]
    private static partial void LogInitializing(ILogger logger, int version, string directory);

    [LoggerMessage(LogLevel.Information, "PostgreSQL {Version} on port {Port}, data in {Directory}: {How}.")]
    private static partial void LogStarted(ILogger logger, int version, int port, string directory, string how);

    [LoggerMessage(LogLevel.Error, "PostgreSQL could not be stopped: {Output}")]
    private static partial void LogStopFailed(ILogger logger, string output);
}
