using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using R2P.Documents;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Sharing;

/// <summary>Reads documents of one kind where the kind is known only from data: in events, reviews, search. Each feature registers its own.</summary>
public interface IKindStore
{
    DocumentKind Kind { get; }

    /// <summary>The steps of the kind's life.</summary>
    Life Life { get; }

    /// <summary>The documents among the ids that the viewer may see.</summary>
    Task<IReadOnlyList<ISharedDocument>> FindAsync(
        DocumentContext db, IReadOnlyCollection<Guid> ids, ISelection? selection, CancellationToken cancellation);

    /// <summary>The documents among the ids as they stood at a moment: of each the version of then, if the viewer may see that version now.</summary>
    Task<IReadOnlyList<ISharedDocument>> FindAsOfAsync(
        DocumentContext db, IReadOnlyCollection<Guid> ids, DateTimeOffset moment, CancellationToken cancellation);

    /// <summary>The ids of the documents that the viewer may see and that meet a condition, to be part of a query of many kinds.</summary>
    IQueryable<Guid> VisibleIds(DocumentContext db, Expression<Func<IDocumentColumns, bool>>? where);

    /// <summary>
    /// The documents that the viewer may see and that stand published, once for each State that they are about; null if the kind is about none.
    /// </summary>
    IQueryable<StateDocument>? AboutStates(DocumentContext db);

    /// <summary>Past versions that the viewer may see: of each document the named version.</summary>
    Task<IReadOnlyList<ISharedDocument>> FindRevisionsAsync(
        DocumentContext db, IReadOnlyCollection<DocumentVersion> versions, CancellationToken cancellation);

    /// <summary>One document, tracked, to be changed by an act that any kind has.</summary>
    Task<SharedDocument?> LoadAsync(DocumentContext db, Guid id, CancellationToken cancellation);

    /// <summary>The documents that the viewer may see and that are to take the place of those named, or have: by the id of the one that they replace.</summary>
    Task<IReadOnlyDictionary<Guid, ISharedDocument>> FindSuccessorsAsync(
        DocumentContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>The rows of their own, tracked, that go where the document goes: a recall takes them back, too.</summary>
    Task<IReadOnlyList<IHasAudience>> LoadPartsAsync(DocumentContext db, Guid id, CancellationToken cancellation);
}

/// <summary>One version of one document.</summary>
public sealed record DocumentVersion(Guid Id, int Version);

/// <summary>A document, and a State that it is about.</summary>
public sealed class StateDocument
{
    public Guid Document { get; init; }

    public required string Kind { get; init; }

    public required string State { get; init; }
}

/// <summary>The store of a kind whose documents are <typeparamref name="T"/>.</summary>
/// <param name="kind">The kind.</param>
/// <param name="life">The steps of its life.</param>
/// <param name="parts">A document's rows of their own; null if the kind has none.</param>
/// <param name="replaces">The document whose place one takes; null if the kind's documents are only corrected in place.</param>
public sealed class KindStore<T>(
    DocumentKind kind,
    Life life,
    Func<DocumentContext, Guid, IQueryable<IHasAudience>>? parts = null,
    Expression<Func<T, Guid?>>? replaces = null) : IKindStore
    where T : SharedDocument
{
    private Func<T, Guid?>? _replaced;

    /// <inheritdoc/>
    public DocumentKind Kind => kind;

    /// <inheritdoc/>
    public Life Life => life;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ISharedDocument>> FindAsync(
        DocumentContext db, IReadOnlyCollection<Guid> ids, ISelection? selection, CancellationToken cancellation) =>
        await db.ReadVisibleByIdAsync<T>([.. ids], selection.ColumnsOf<T>(), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ISharedDocument>> FindAsOfAsync(
        DocumentContext db, IReadOnlyCollection<Guid> ids, DateTimeOffset moment, CancellationToken cancellation)
    {
        var found = await db.AsOf<T>(moment).Where(document => ids.Contains(document.Id)).AsNoTracking().ToListAsync(cancellation);
        found.ForEach(document => document.IsPast = true);
        return found;
    }

    /// <inheritdoc/>
    public IQueryable<Guid> VisibleIds(DocumentContext db, Expression<Func<IDocumentColumns, bool>>? where)
    {
        var documents = db.Visible<T>();
        return (where is null ? documents : documents.Where(where.On<T>())).Select(document => document.Id);
    }

    /// <inheritdoc/>
    public IQueryable<StateDocument>? AboutStates(DocumentContext db)
    {
        var published = db.Visible<T>().Where(document =>
            document.PublishedAt != null && document.Status != DocumentStatus.Withdrawn && document.Status != DocumentStatus.Superseded);
        var columns = db.Model.FindEntityType(typeof(T))!;
        var ofOne = columns.FindProperty("Country") is not null;
        return ofOne ? published
                .Where(document => EF.Property<string?>(document, "Country") != null)
                .Select(document => new StateDocument { Document = document.Id, Kind = KindOf<T>.Text, State = EF.Property<string>(document, "Country") })
            : columns.FindProperty("Countries") is null ? null
            : published.SelectMany(
                document => EF.Property<string[]>(document, "Countries"),
                (document, state) => new StateDocument { Document = document.Id, Kind = KindOf<T>.Text, State = state });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ISharedDocument>> FindRevisionsAsync(
        DocumentContext db, IReadOnlyCollection<DocumentVersion> versions, CancellationToken cancellation)
    {
        var found = await db.Kept<T>(versions).ToListAsync(cancellation);
        found.ForEach(document => document.IsPast = true);
        return found;
    }

    /// <inheritdoc/>
    public async Task<SharedDocument?> LoadAsync(DocumentContext db, Guid id, CancellationToken cancellation) =>
        await db.Visible<T>().SingleOrDefaultAsync(document => document.Id == id, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, ISharedDocument>> FindSuccessorsAsync(
        DocumentContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (replaces is null || ids.Count == 0)
        {
            return new Dictionary<Guid, ISharedDocument>();
        }

        var replaced = ids.Select(id => (Guid?)id).ToList();
        Expression<Func<Guid?, bool>> isReplaced = id => replaced.Contains(id);
        var isSuccessor = Expression.Lambda<Func<T, bool>>(
            ReplacingExpressionVisitor.Replace(isReplaced.Parameters[0], replaces.Body, isReplaced.Body), replaces.Parameters);
        var found = await db.Visible<T>()
            .Where(isSuccessor)
            .Where(document => document.Status != DocumentStatus.Withdrawn)
            .OrderByDescending(document => document.CreatedAt)
            .ToListAsync(cancellation);
        _replaced ??= replaces.Compile();
        return found.DistinctBy(_replaced).ToDictionary(document => _replaced(document)!.Value, ISharedDocument (document) => document);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IHasAudience>> LoadPartsAsync(DocumentContext db, Guid id, CancellationToken cancellation) =>
        parts is null ? [] : await parts(db, id).ToListAsync(cancellation);
}
