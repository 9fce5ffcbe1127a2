using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Excerpts;

/// <summary>Excerpts and requests for access in queries.</summary>
[QueryType]
public static class ExcerptQueries
{
    /// <summary>The excerpts of documents that you may see: titles and summaries that their owners show. Newest first.</summary>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Excerpt>> Excerpts(
        PagingArguments paging, QueryContext<Excerpt> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<Excerpt>(), paging, query.DefaultOrder(excerpt => excerpt.CreatedAt, descending: true), selection, cancellation);

    /// <summary>The requests for access that your office has made, and those to your office's documents; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<AccessRequest>> AccessRequests(
        PagingArguments paging, QueryContext<AccessRequest> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Readable<AccessRequest>(), paging, query.DefaultOrder(request => request.RequestedAt, descending: true), selection, cancellation);
}

/// <summary>What is shown of a document, and who asks for it.</summary>
[InterfaceType<ISharedDocument>]
public static class DocumentExcerpts
{
    /// <summary>The excerpts of the document that you may see, oldest first.</summary>
    [GraphQLName("excerpts")]
    public static async Task<ILookup<Guid, Excerpt>> OfDocumentAsync(
        [ParentKey(nameof(ISharedDocument.Id))] IReadOnlyList<Guid> documents, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Visible<Excerpt>()
                .Where(excerpt => documents.Contains(excerpt.DocumentId))
                .OrderBy(excerpt => excerpt.Id)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(excerpt => excerpt.DocumentId);
    }

    /// <summary>Who asked for access to the document: all for its owner's office, their own for others. Oldest first.</summary>
    [GraphQLName("accessRequests")]
    public static async Task<ILookup<Guid, AccessRequest>> RequestsAsync(
        [ParentKey(nameof(ISharedDocument.Id))] IReadOnlyList<Guid> documents, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<AccessRequest>()
                .Where(request => documents.Contains(request.DocumentId))
                .OrderBy(request => request.Id)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(request => request.DocumentId);
    }
}

/// <summary>What an excerpt leads to.</summary>
[ObjectType<Excerpt>]
public static class ExcerptFields
{
    /// <summary>Excerpts by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Excerpt?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Excerpt>(ids, selection, cancellation);

    /// <summary>The office that keeps the document.</summary>
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [ParentKey(nameof(Excerpt.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The document itself; null if it is not shared with you.</summary>
    public static async Task<IReadOnlyList<ISharedDocument?>> DocumentAsync(
        [Parents] IReadOnlyList<Excerpt> excerpts,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation)
    {
        var found = await documents.FindAsync(session, excerpts.Select(excerpt => (excerpt.DocumentKind, excerpt.DocumentId)), selection, cancellation);
        return [.. excerpts.Select(excerpt => found.GetValueOrDefault(excerpt.DocumentId))];
    }
}

/// <summary>What a request for access leads to.</summary>
[ObjectType<AccessRequest>]
public static class AccessRequestFields
{
    /// <summary>Requests by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<AccessRequest?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<AccessRequest>(ids, selection, cancellation);

    /// <summary>The excerpt by which the office knows of the document; null if it was taken back.</summary>
    public static Task<IReadOnlyList<Excerpt?>> ExcerptAsync(
        [ParentKey(nameof(AccessRequest.ExcerptId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Excerpt>(ids, selection, cancellation);

    /// <summary>The office that asks.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(AccessRequest.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>Who asks for the office.</summary>
    public static Task<IReadOnlyList<Person?>> PersonAsync(
        [ParentKey(nameof(AccessRequest.PersonId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);
}

/// <summary>The excerpt in the answer to an act.</summary>
[ObjectType<ExcerptPayload>]
public static class ExcerptPayloadFields
{
    /// <summary>The excerpt as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Excerpt?>> ExcerptAsync(
        [ParentKey(nameof(ExcerptPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Excerpt>(ids, selection, cancellation);
}

/// <summary>The request in the answer to an act.</summary>
[ObjectType<AccessRequestPayload>]
public static class AccessRequestPayloadFields
{
    /// <summary>The request as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<AccessRequest?>> RequestAsync(
        [ParentKey(nameof(AccessRequestPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<AccessRequest>(ids, selection, cancellation);
}
