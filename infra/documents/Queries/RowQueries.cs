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

        var (translated, values) = db.Mappings.Rows.Translate(db, query);
        return await db.ReadAsync<T>(translated, values, columns, byKey, cancellationToken);
    }

    /// <summary>The same of a query that is always the same but for some values: after the first time it is not even put together.</summary>
    /// <param name="db">The session's documents.</param>
    /// <param name="name">What tells the query from all others of this type of rows.</param>
    /// <param name="query">The query. One that turns out to hold other values is put together each time.</param>
    /// <param name="values">The values that it holds, besides the viewer's tokens: no two that could be equal, arrays as the very object, others once.</param>
    /// <param name="columns">What to read of each row.</param>
    /// <param name="byKey">As above.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<T>> ReadStandingAsync<T>(
        this DocumentContext db,
        object name,
        Func<IQueryable<T>> query,
        IReadOnlyList<object> values,
        RowColumns columns,
        bool byKey,
        CancellationToken cancellationToken)
        where T : class
    {
        if (!RowReader<T>.CanRead(db.Model.FindEntityType(typeof(T))))
        {
            return await query().ToListAsync(cancellationToken);
        }

        var (translated, held) = db.Mappings.Rows.Translate(db, name, query, [db.TokenArray, .. values]);
        return await db.ReadAsync<T>(translated, held, columns, byKey, cancellationToken);
    }

    /// <summary>The documents with these ids that the viewer may see, in no order; noted as read, if that is worth a record.</summary>
    /// <param name="db">The session's documents.</param>
    /// <param name="ids">The wanted ids, each once.</param>
    /// <param name="columns">What to read of each.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<List<T>> ReadVisibleByIdAsync<T>(
        this DocumentContext db, Guid[] ids, RowColumns columns, CancellationToken cancellationToken)
        where T : DocumentEnvelope
    {
        var (visible, values) = db.Mappings.Rows.Translate(db, "visible", db.Visible<T>, [db.TokenArray]);
        return db.ReadByIdAsync<T>(visible, values, ids, columns, cancellationToken);
    }

    /// <summary>The same of rows with readers of their own. Of a type with subtypes, all columns are read, by EF Core.</summary>
    /// <inheritdoc cref="ReadVisibleByIdAsync"/>
    public static async Task<List<T>> ReadReadableByIdAsync<T>(
        this DocumentContext db, Guid[] ids, RowColumns columns, CancellationToken cancellationToken)
        where T : class, IReadable
    {
        if (!RowReader<T>.CanRead(db.Model.FindEntityType(typeof(T))))
        {
            return await db.Readable<T>().Where(row => ids.Contains(EF.Property<Guid>(row, "Id"))).ToListAsync(cancellationToken);
        }

        var (readable, values) = db.Mappings.Rows.Translate(db, "readable", db.Readable<T>, [db.TokenArray]);
        return await db.ReadByIdAsync<T>(readable, values, ids, columns, cancellationToken);
    }

    /// <summary>The rows with these ids, in no order; noted as read, if that is worth a record.</summary>
    /// <param name="db">The session's documents.</param>
    /// <param name="rows">The rows that the viewer may see, whatever their ids.</param>
    /// <param name="ids">The wanted ids, each once.</param>
    /// <param name="columns">What to read of each.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<List<T>> ReadByIdAsync<T>(
        this DocumentContext db, IQueryable<T> rows, Guid[] ids, RowColumns columns, CancellationToken cancellationToken)
        where T : class
    {
        var (translated, values) = db.Mappings.Rows.Translate(db, rows);
        return db.ReadByIdAsync<T>(translated, values, ids, columns, cancellationToken);
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
        var statement = new NpgsqlBatchCommand(NewestSql(rows.Table, rows.Select(columns), translated, page));
        translated.AddParameters(statement.Parameters, values);
        statement.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = db.TokenArray });
        statement.Parameters.Add(new NpgsqlParameter<string> { TypedValue = page.Kind });
        statement.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Take });
        if (page.After is { } after)
        {
            statement.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = after.PublishedAt?.UtcDateTime ?? DateTime.MaxValue });
            statement.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after.Id });
        }

        return await db.ReadAsync(statement, keepsPlan: true, reader => rows.ReadAsync(reader, columns, cancellationToken), cancellationToken);
    }

    private static async Task<List<T>> ReadByIdAsync<T>(
        this DocumentContext db, TranslatedQuery source, IReadOnlyList<object?> values, Guid[] ids, RowColumns columns, CancellationToken cancellationToken)
        where T : class
    {
        var rows = db.Mappings.Rows.ReaderOf<T>(db);
        var wanted = $"${source.Parameters.Count + 1}";
        var statement = new NpgsqlBatchCommand(ids is [_] ? OneByIdSql(source, rows.Select(columns), wanted) : ByIdSql(source, rows.Select(columns), wanted));
        source.AddParameters(statement.Parameters, values);
        statement.Parameters.Add(
            ids is [var one] ? new NpgsqlParameter<Guid> { TypedValue = one } : new NpgsqlParameter<Guid[]> { TypedValue = ids });
        var found = await db.ReadAsync(statement, keepsPlan: true, reader => rows.ReadAsync(reader, columns, cancellationToken), cancellationToken);
        db.NoteRead(found);
        return found;
    }

    /// <summary>By far most often one row is looked for; PostgreSQL takes half as long without the join.</summary>
    private static string OneByIdSql(TranslatedQuery source, string columns, string wanted) =>
        $"select {columns} from (select visible.* from ({source.Text}) visible where visible.id = {wanted} offset 0) q";

    /// <summary>
    /// The planner is not told how many ids come: it would find a plan for the very number cheaper than any that is kept, and plan anew each time.
    /// </summary>
    private static string ByIdSql(TranslatedQuery source, string columns, string wanted) =>
        $"""
        select {columns}
        from unnest((select {wanted})) as wanted (id)
        cross join lateral (select visible.* from ({source.Text}) visible where visible.id = wanted.id offset 0) q
        """;

    private static Task<List<T>> ReadAsync<T>(
        this DocumentContext db,
        TranslatedQuery query,
        IReadOnlyList<object?> values,
        RowColumns columns,
        bool keepsPlan,
        CancellationToken cancellationToken)
        where T : class
    {
        var rows = db.Mappings.Rows.ReaderOf<T>(db);
        var statement = new NpgsqlBatchCommand($"select {rows.Select(columns)} from ({query.Text}) q");
        query.AddParameters(statement.Parameters, values);
        return db.ReadAsync(statement, keepsPlan, reader => rows.ReadAsync(reader, columns, cancellationToken), cancellationToken);
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

    private static async Task<T> ReadAsync<T>(
        this DocumentContext db, NpgsqlBatchCommand statement, bool keepsPlan, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        if (db.Turns is { } turns)
        {
            return await turns.ReadAsync(new Question<T>(db.Access, statement, keepsPlan, read, cancellationToken));
        }

        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection()) { BatchCommands = { statement } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await read(reader);
    }
}
