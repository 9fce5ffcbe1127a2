using System.Globalization;
using Npgsql;

namespace R2P.Bench.Subscriptions;

/// <summary>The service's database, as its owner sees it.</summary>
internal static class Database
{
    public static string ConnectionString(Settings settings)
    {
        var directory = Path.Combine(settings.Data, "postgres");
        return new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(File.ReadAllLines(Path.Combine(directory, "cluster", "postmaster.pid"))[3], CultureInfo.InvariantCulture),
            Username = "r2p_owner",
            Password = File.ReadAllLines(Path.Combine(directory, "passwords"))[0],
            Database = "r2p",
        }.ConnectionString;
    }

    /// <summary>The process that all others of PostgreSQL are children of.</summary>
    public static int ProcessId(Settings settings) => int.Parse(
        File.ReadLines(Path.Combine(settings.Data, "postgres", "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static async Task<NpgsqlConnection> OpenAsync(Settings settings)
    {
        var connection = new NpgsqlConnection(ConnectionString(settings));
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Opens the published assessments to everyone.</summary>
    public static async Task PublishToAllAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "update r2p.assessment set readers = readers || 'public'::text, version = version + 1 where status = 'PUBLISHED'", connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The published assessments in a fixed order, and which personas may see each: asked of the database, not of the service.</summary>
    public static async Task<IReadOnlyList<Topic>> ReadTopicsAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            """
            select a.id, a.owner_id, a.readers, array(
                select substr(i.subject, 8) from r2p.identity i
                where i.subject like 'sample:%' and r2p.tokens_of(i.person_id) && a.readers)
            from r2p.assessment a where a.status = 'PUBLISHED' order by a.id
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var topics = new List<Topic>();
        while (await reader.ReadAsync())
        {
            topics.Add(new Topic(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<string[]>(2), reader.GetFieldValue<string[]>(3)));
        }

        return topics;
    }
}

/// <summary>A document to which something happens, and who may hear of it.</summary>
internal sealed record Topic(Guid Id, Guid OwnerId, string[] Readers, string[] Personas);
