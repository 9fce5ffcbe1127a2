using Npgsql;

namespace R2P.Documents.Embedded;

/// <summary>How the private server is reached: its two logins and its database.</summary>
internal sealed class ClusterLogins((string Owner, string Service) passwords)
{
    public const string Database = "r2p";
    public const string Service = "r2p_app";
    public const string Owner = "r2p_owner";

    /// <summary>A database that every server has.</summary>
    public const string Maintenance = "postgres";

    /// <summary>A burst of requests waits in the pool for its turn: PostgreSQL, which has 100 connections in all, would refuse it.</summary>
    private const int MaxConnections = 80;

    public string ServicePassword => passwords.Service;

    public string OwnerConnection(int port) => Connection(port, Owner, passwords.Owner, Database, pooling: true);

    public string ServiceConnection(int port) => Connection(port, Service, passwords.Service, Database, pooling: true);

    public string MaintenanceConnection(int port) => Connection(port, Owner, passwords.Owner, Maintenance, pooling: false);

    /// <summary>Whether the server on a port answers to our password and has this data directory open.</summary>
    public async Task<bool> AnswersAsync(int port, string cluster, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(MaintenanceConnection(port));
            await connection.OpenAsync(cancellationToken);
            await using var directory = new NpgsqlCommand("show data_directory", connection);
            return (string?)await directory.ExecuteScalarAsync(cancellationToken) == cluster;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string Connection(int port, string login, string password, string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = login,
            Password = password,
            Database = database,
            Pooling = pooling,
            MaxPoolSize = MaxConnections,
        }.ConnectionString;
}
