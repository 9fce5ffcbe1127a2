using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Sharing;

/// <summary>Lists of what the viewer may see, page by page.</summary>
public sealed class DocumentLists(ReadSession session)
{
    /// <summary>The largest page of documents.</summary>
    public const int MaxPageSize = 200;

    /// <summary>A page of a kind's documents, newest publication first where the client chose no order.</summary>
    /// <param name="paging">Which page.</param>
    /// <param name="query">Which documents, in what order.</param>
    /// <param name="selection">What was selected of the connection.</param>
    /// <param name="asOf">The documents as they were then: of each the version that stood, if the viewer may see that version; null for today's.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Connection<T>> PageAsync<T>(
        PagingArguments paging, QueryContext<T> query, ISelection selection, DateTimeOffset? asOf, CancellationToken cancellation)
        where T : SharedDocument =>
        PageAsync(static (_, documents) => documents, paging, query, selection, asOf, cancellation);

    /// <summary>The same, of those documents that a field narrows the list to.</summary>
    public Task<Connection<T>> PageAsync<T>(
        Func<DocumentContext, IQueryable<T>, IQueryable<T>> narrow,
        PagingArguments paging,
        QueryContext<T> query,
        ISelection selection,
        DateTimeOffset? asOf,
        CancellationToken cancellation)
        where T : SharedDocument
    {
        var ordered = query.DefaultOrder(document => document.PublishedAt, descending: true);
        return session.QueryAsync(
            (db, token) =>
            {
                if (asOf is { } moment)
                {
                    return Page.RunAsync(narrow(db, db.AsOf<T>(moment)), ordered, paging, new PastQueryRunner(), selection, token);
                }

                var source = narrow(db, db.Visible<T>());
                return Page.RunAsync(
                    source,
                    ordered,
                    paging,
                    new EntityQueryRunner(db),
                    selection,
                    token,
                    query.HasClientOrder ? null : page => ReadNewestAsync(db, source, page, token));
            },
            cancellation);
    }

    /// <summary>A page of rows with readers of their own; <paramref name="source"/> begins with <see cref="DocumentContext.Readable{T}()"/>.</summary>
    public Task<Connection<T>> PageRowsAsync<T>(
        Func<DocumentContext, IQueryable<T>> source,
        PagingArguments paging,
        QueryContext<T> query,
        ISelection selection,
        CancellationToken cancellation)
        where T : class, IReadable =>
        session.QueryAsync(
            (db, token) => Page.RunAsync(source(db), query, paging, new EntityQueryRunner(db), selection, token), cancellation);

    /// <summary>The published documents of the page, read as the merge of those that each token of the viewer's opens.</summary>
    private static async Task<IReadOnlyList<T>> ReadNewestAsync<T>(
        DocumentContext db, IQueryable<T> source, PageQuery<T> page, CancellationToken cancellation)
        where T : SharedDocument
    {
        var after = page.Start is [var publishedAt, Guid id] ? ((DateTimeOffset?)publishedAt, id) : default((DateTimeOffset?, Guid)?);
        var place = new NewestPage(KindOf<T>.Text, page.Take, page.IsBackward, after);
        return await db.ReadNewestAsync(page.Narrow(source), place, EntityQueryRunner.ColumnsOf(page.Properties), cancellation);
    }
}

/// <summary>The kind of a document type, as the tables have it.</summary>
internal static class KindOf<T>
    where T : SharedDocument
{
    public static readonly string Text = EnumText.Of(Enum.Parse<DocumentKind>(typeof(T).Name));
}

/// <summary>Runs the engine's queries with EF Core.</summary>
/// <param name="db">The session's documents.</param>
/// <param name="byKey">Whether rows are found by a key that the query names (see <see cref="RowQueries"/>).</param>
/// <param name="lists">Tells the lists below parents from all others, so that their plain pages need not be put together anew; null if nothing does.</param>
public sealed class EntityQueryRunner(DocumentContext db, bool byKey = false, object? lists = null) : IPerParentRunner
{
    /// <summary>What to read of each row for these properties.</summary>
    internal static RowColumns ColumnsOf(IReadOnlySet<string>? properties) =>
        properties is null ? RowColumns.All : RowColumns.Of(properties);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellation) =>
        await query.ToListAsync(cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<T>> ReadRowsAsync<T>(IQueryable<T> query, IReadOnlySet<string>? properties, CancellationToken cancellation)
        where T : class =>
        await db.ReadAheadAsync(query, ColumnsOf(properties), byKey, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<T>> ReadPagesAsync<TKey, T>(PerParentQuery<TKey, T> pages, CancellationToken cancellation)
        where TKey : notnull
        where T : class =>
        lists is null || !pages.IsPlain ? await ReadRowsAsync(pages.Rows, pages.Properties, cancellation)
            : await db.ReadStandingAsync(
                (lists, pages.IsBackward, pages.Keys.Count == 1),
                () => pages.Rows,
                [pages.Keys is [var only] ? only : pages.Keys, pages.Take],
                ColumnsOf(pages.Properties),
                byKey,
                cancellation);

    /// <inheritdoc/>
    public void Show<T>(IReadOnlyList<T> rows)
        where T : class => db.NoteRead(rows);

    /// <inheritdoc/>
    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellation) => query.CountAsync(cancellation);

    /// <inheritdoc/>
    public IQueryable<TKey> TableOf<TKey>(IReadOnlyList<TKey> keys)
    {
        var array = keys as TKey[] ?? [.. keys];
        return db.Database.SqlQuery<TKey>($"select unnest((select {array})) as \"Value\"");
    }
}
