using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;

namespace R2P.Schema.Audit;

/// <summary>The audit trail in queries.</summary>
[QueryType]
public static class AuditQueries
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 200;

    /// <summary>
    /// Who did what, and who read which restricted document, newest first: ids and no content. Only auditors are told; for everyone else it is empty.
    /// </summary>
    /// <param name="first">How many entries: 50 if not given, 200 at most.</param>
    /// <param name="after">Only what comes behind this cursor: what is older.</param>
    /// <param name="subject">Only what was about this document, review or other thing.</param>
    /// <param name="person">Only what this person did or read.</param>
    [ListSize(SlicingArguments = ["first"], AssumedSize = DefaultPageSize, MaxSize = MaxPageSize, SizedFields = ["edges", "nodes"])]
    public static async Task<Connection<AuditEntry>> AuditTrailAsync(
        int? first,
        Cursor? after,
        NodeId? subject,
        [ID<Person>] Guid? person,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation)
    {
        var size = new PagingArguments(first).Within(DefaultPageSize, MaxPageSize).Size;
        var place = after is { } cursor ? AuditPlace.Parse(cursor) : null;
        var rows = await session.ReadAsync(
            (connection, token) => ReadAsync(connection, place, subject?.Id, person, size + 1, token), cancellation);
        int? total = selection.Selects("totalCount")
            ? await session.ReadAsync((connection, token) => CountAsync(connection, subject?.Id, person, token), cancellation)
            : null;
        AuditEntry[] page = [.. rows.Take(size)];
        var info = new PageInfo(
            hasNextPage: rows.Count > size,
            hasPreviousPage: false,
            startCursor: () => page.Length > 0 ? AuditPlace.CursorOf(page[0]) : null,
            endCursor: () => page.Length > 0 ? AuditPlace.CursorOf(page[^1]) : null);
        return new Connection<AuditEntry>(page, info, AuditPlace.CursorOf, total);
    }

    private static async Task<List<AuditEntry>> ReadAsync(
        NpgsqlConnection connection, AuditPlace? place, Guid? subject, Guid? person, int wanted, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select key, at, act, person_id, office_id, documents, kinds from r2p.audit_trail($1, $2, $3, $4, $5)", connection);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = (object?)place?.At ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)place?.Key ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)subject ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)person ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = wanted });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<AuditEntry>();
        while (await reader.ReadAsync(cancellation))
        {
            entries.Add(ToEntry(reader));
        }

        return entries;
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, Guid? subject, Guid? person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select r2p.audit_trail_length($1, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)subject ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)person ?? DBNull.Value });
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static AuditEntry ToEntry(NpgsqlDataReader reader)
    {
        var (subjects, kinds) = (reader.GetFieldValue<Guid[]>(5), reader.GetFieldValue<string?[]>(6));
        return new AuditEntry
        {
            Key = reader.GetString(0),
            At = reader.GetFieldValue<DateTimeOffset>(1),
            Act = reader.GetString(2),
            PersonId = reader.GetFieldValue<Guid?>(3),
            OfficeId = reader.GetFieldValue<Guid?>(4),
            SubjectIds = [.. subjects.Zip(kinds, (id, kind) => AuditEntry.IdOf(kind, id))],
        };
    }
}

/// <summary>A place in the trail.</summary>
internal sealed record AuditPlace(DateTimeOffset At, string Key)
{
    public static Cursor CursorOf(AuditEntry entry) => new(Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcTicks}:{entry.Key}"))));

    /// <summary>The place that a cursor tells.</summary>
    /// <exception cref="GraphQLException">The cursor is not one of the trail.</exception>
    public static AuditPlace Parse(Cursor cursor)
    {
        if (Base64Url.IsValid(cursor.Text)
            && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor.Text)).Split(':') is [var ticks, { Length: 20 } key]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.Ticks)
        {
            return new AuditPlace(new DateTimeOffset(at, TimeSpan.Zero), key);
        }

        throw new GraphQLException("Argument \"after\" is no cursor of the audit trail.", ErrorCodes.BadRequest);
    }
}
