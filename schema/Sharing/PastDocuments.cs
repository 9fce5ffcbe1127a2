using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL.Data;

namespace R2P.Schema.Sharing;

/// <summary>
/// Documents as they were. A kept version is a row of <c>r2p.revision</c> (or of <c>r2p.reviewed_version</c>) with readers of its own: those decide who
/// sees it, whatever the document itself is shared with by now.
/// </summary>
internal static class PastDocuments
{
    /// <summary>Of each document the version that stood at a moment, as far as the viewer may see that version now.</summary>
    public static IQueryable<T> AsOf<T>(this DocumentContext db, DateTimeOffset moment)
        where T : SharedDocument
    {
        var table = TableOf<T>(db);
        return db.Visible(db.Set<T>().FromSql(FormattableStringFactory.Create(
            $$"""
            select d.* from r2p.{{table}} d where d.updated_at <= {0}
            union all
            select document.*
            from r2p.revision kept,
                 jsonb_populate_record(
                     null::r2p.{{table}},
                     kept.document || jsonb_build_object('readers', to_jsonb(kept.readers), 'expires_at', kept.expires_at)) document
            where kept.kind = {1} and kept.replaced_at > {0} and document.updated_at <= {0}
            """,
            moment.ToUniversalTime(),
            KindOf<T>.Text)));
    }

    /// <summary>Past versions by document and version. Ask for those that the viewer may see.</summary>
    public static IQueryable<T> Kept<T>(this DocumentContext db, IReadOnlyCollection<DocumentVersion> versions)
        where T : SharedDocument
    {
        var table = TableOf<T>(db);
        return db.Set<T>().FromSql(FormattableStringFactory.Create(
            $$"""
            select document.*
            from (select distinct on (kept.document_id, kept.version)
                      kept.document || jsonb_build_object('readers', to_jsonb(kept.readers)) as document
                  from r2p.kept_version kept join unnest({0}, {1}) as wanted(id, version)
                    on kept.document_id = wanted.id and kept.version = wanted.version) kept,
                 jsonb_populate_record(null::r2p.{{table}}, kept.document) document
            """,
            versions.Select(version => version.Id).ToArray(),
            versions.Select(version => version.Version).ToArray())).AsNoTracking();
    }

    // A table's name can't be a parameter; it comes from the mapping, never from a request.
    private static string TableOf<T>(DocumentContext db) => db.Model.FindEntityType(typeof(T))!.GetTableName()!;
}

/// <summary>Runs queries of past versions: they are no rows of a table, so EF Core reads them.</summary>
internal sealed class PastQueryRunner : IQueryRunner
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellation) => await query.ToListAsync(cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<T>> ReadRowsAsync<T>(IQueryable<T> query, IReadOnlySet<string>? properties, CancellationToken cancellation)
        where T : class
    {
        var rows = await query.AsNoTracking().ToListAsync(cancellation);
        foreach (var document in rows.OfType<SharedDocument>())
        {
            document.IsPast = true;
        }

        return rows;
    }

    /// <inheritdoc/>
    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellation) => query.CountAsync(cancellation);
}
