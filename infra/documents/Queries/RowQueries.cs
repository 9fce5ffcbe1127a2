using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// Runs LINQ queries of whole rows the short way: EF Core translates each shape of query once, and the rows are read by the driver, only those
/// columns that are wanted.
/// </summary>
public static class RowQueries
{
    // "offset 0" below keeps lookups by key what they are: the planner can't know that few rows come in, and would read all that the viewer may see.

    /// <summary>The rows of a query, in its order; noted as read, if that is worth a record.</summary>
    /// <inheritdoc cref="ReadAheadAsync"/>
    public static async Task<List<T>> ReadAsync<T>(
        this DocumentContext db, IQueryable<T> query, RowColumns columns, bool byKey, CancellationToken cancellationToken)
        where T : class
    {
        var rows = await db.ReadAheadAsync(query, columns, byKey, cancellationToken);
        db.NoteRead(rows);
        return rows;
    }

    /// <summary>The same, where not all of the rows may be shown: say which with <see cref="DocumentContext.NoteRead{T}"/>.</summary>
    /// <param name="db">The session's documents.</param>
    /// <param name="query">Yields rows of a table, as they are. A projection, or a type with subtypes, is left to EF Core.</param>
    /// <param name="columns">What to read of each.</param>
    /// <param name="byKey">
    /// The rows are found by an index on what the query names, whoever asks: the plan can be kept. Not for a query that an index on readers might
    /// serve: how many rows that finds, only the viewer's tokens tell, and a kept plan does not know them.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<T>> ReadAheadAsync<T>(
        this DocumentContext db, IQueryable<T> query, RowColumns columns, bool byKey, CancellationToken cancellationToken)
        where T : class
    {
        if (!RowReader<T>.CanRead(db.Model.FindEntityType(typeof(T))))
        {
            return await query.ToListAsync(cancellationToken);
        }

        var rows = db.Mappings.Rows.ReaderOf<T>(db);
        var (translated, values) = db.Mappings.Rows.Translate(db, query);
        await using var command = db.CreateCommand($"select {rows.Select(columns)} from ({translated.Text}) q");
        translated.AddParameters(command.Parameters, values);
        if (byKey)
        {
            await command.PrepareAsync(cancellationToken);
        }

        return await rows.ReadAsync(command, columns, cancellationToken);
    }

    /// <summary>The rows with these ids, in no order; noted as read, if that is worth a record.</summary>
    /// <param name="db">The session's documents.</param>
    /// <param name="rows">The rows that the viewer may see, whatever their ids.</param>
    /// <param name="ids">The wanted ids, each once.</param>
    /// <param name="columns">What to read of each.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<T>> ReadByIdAsync<T>(
        this DocumentContext db, IQueryable<T> rows, Guid[] ids, RowColumns columns, CancellationToken cancellationToken)
        where T : class
    {
        var reader = db.Mappings.Rows.ReaderOf<T>(db);
        var (translated, values) = db.Mappings.Rows.Translate(db, rows);
        await using var command = db.CreateCommand($"""
            select {reader.Select(columns)}
            from unnest(${translated.Parameters.Count + 1}) as wanted (id)
            cross join lateral (select visible.* from ({translated.Text}) visible where visible.id = wanted.id offset 0) q
            """);
        translated.AddParameters(command.Parameters, values);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        await command.PrepareAsync(cancellationToken);
        var found = await reader.ReadAsync(command, columns, cancellationToken);
        db.NoteRead(found);
        return found;
    }

    /// <summary>
    /// A page of documents in the order of their publication: the merge of the first that each of the viewer's tokens opens. Whoever sees little
    /// finds it without walking past what they don't see. Say with <see cref="DocumentContext.NoteRead{T}"/> which of them are shown.
    /// </summary>
    /// <param name="db">The session's documents.</param>
    /// <param name="wanted">The documents of the list, in no order; begins with <see cref="DocumentContext.Visible{T}()"/>.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="columns">What to read of each.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<T>> ReadNewestAsync<T>(
        this DocumentContext db, IQueryable<T> wanted, NewestPage page, RowColumns columns, CancellationToken cancellationToken)
        where T : DocumentEnvelope
    {
        var rows = db.Mappings.Rows.ReaderOf<T>(db);
        var (translated, values) = db.Mappings.Rows.Translate(db, wanted);
        await using var command = db.CreateCommand(NewestSql(rows.Table, rows.Select(columns), translated, page));
        translated.AddParameters(command.Parameters, values);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. db.Access.Tokens] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = page.Kind });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Take });
        if (page.After is { } after)
        {
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = after.PublishedAt?.UtcDateTime ?? DateTime.MaxValue });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after.Id });
        }

        await command.PrepareAsync(cancellationToken);
        return await rows.ReadAsync(command, columns, cancellationToken);
    }

    private static string NewestSql(string table, string columns, TranslatedQuery wanted, NewestPage page)
    {
        var next = wanted.Parameters.Count;
        var (direction, beyond) = page.OldestFirst ? ("asc", ">") : ("desc", "<");
        var seek = page.After is null ? "" : $"and (entry.published_at, entry.id) {beyond} (${next + 4}, ${next + 5})";
        return $"""
            select {columns}
            from (
                select distinct found.published_at, found.id
                from unnest(${next + 1}) as held (token)
                cross join lateral (
                    select entry.published_at, entry.id
                    from r2p.document_reader entry
                    cross join lateral (select from ({wanted.Text}) wanted where wanted.id = entry.id offset 0) wanted
                    where entry.token = held.token and entry.kind = ${next + 2} {seek}
                    order by entry.published_at {direction}, entry.id {direction}
                    limit ${next + 3}) found
                order by found.published_at {direction}, found.id {direction}
                limit ${next + 3}) place
            cross join lateral (select d.* from {table} d where d.id = place.id offset 0) q
            order by place.published_at {direction}, place.id {direction}
            """;
    }

    private static NpgsqlCommand CreateCommand(this DocumentContext db, string text) =>
        new(text, (NpgsqlConnection)db.Database.GetDbConnection());
}
