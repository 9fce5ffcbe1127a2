using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>The library in queries.</summary>
[QueryType]
public static class GuidanceQueries
{
    /// <summary>The guidance that you may see, newest publication first; your office's drafts come before it.</summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Guidance>> Guidance(
        PagingArguments paging,
        QueryContext<Guidance> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);

    /// <summary>What was taught, as far as it was shared with you; newest first.</summary>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Training>> Trainings(
        PagingArguments paging, QueryContext<Training> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<Training>(), paging, query.DefaultOrder(training => training.HeldOn, descending: true), selection, cancellation);
}

/// <summary>The fields of guidance that read beyond its own row.</summary>
[ObjectType<Guidance>]
public static class GuidanceFields
{
    private static readonly ChildRows<Training> Trainings = new(
        db => db.Visible<Training>().Where(training => training.GuidanceId != null),
        training => training.GuidanceId!.Value,
        SortKey.By((Training training) => training.HeldOn, descending: true));

    /// <summary>Guidance by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Guidance?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Guidance>(session, ids, selection, cancellation);

    /// <summary>The newer edition that has taken its place; null if there is none that you may see.</summary>
    public static Task<IReadOnlyList<Guidance?>> SupersededByAsync(
        [ParentKey(nameof(Guidance.SupersededById))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Guidance>(ids, selection, cancellation);

    /// <summary>The older editions whose place it has taken, as far as you may see them.</summary>
    [ListSize(AssumedSize = 5)]
    public static async Task<ILookup<Guid, Guidance>> SupersedesAsync(
        [ParentKey(nameof(GuidanceLibrary.Guidance.Id))] IReadOnlyList<Guid> guidance, ReadSession session, CancellationToken cancellation)
    {
        var editions = await session.QueryAsync(
            (db, token) => db.Visible<Guidance>()
                .Where(edition => edition.SupersededById != null && guidance.Contains(edition.SupersededById.Value))
                .OrderByDescending(edition => edition.PublishedAt).ThenBy(edition => edition.Id)
                .ToListAsync(token),
            cancellation);
        return editions.ToLookup(edition => edition.SupersededById!.Value);
    }

    /// <summary>Where it was taught, as far as that was shared with you; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<Training>>> TrainingsAsync(
        [ParentKey(nameof(GuidanceLibrary.Guidance.Id))] IReadOnlyList<Guid> guidance,
        PagingArguments paging,
        QueryContext<Training> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Trainings.PageAsync(session, guidance, paging, query, selection, cancellation);
}

/// <summary>The fields of a training record that read beyond its own row.</summary>
[ObjectType<Training>]
public static class TrainingFields
{
    /// <summary>Training records by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Training?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Training>(ids, selection, cancellation);

    /// <summary>The office that put it on record.</summary>
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [ParentKey(nameof(Training.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The material that was used; null if there is none that you may see.</summary>
    public static Task<IReadOnlyList<Guidance?>> GuidanceAsync(
        [ParentKey(nameof(Training.GuidanceId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Guidance>(ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<GuidancePayload>]
public static class GuidancePayloadFields
{
    /// <summary>The guidance as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Guidance?>> GuidanceAsync(
        [ParentKey(nameof(GuidancePayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Guidance>(ids, selection, cancellation);
}

/// <summary>The record in the answer to an act.</summary>
[ObjectType<TrainingPayload>]
public static class TrainingPayloadFields
{
    /// <summary>The training record as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Training?>> TrainingAsync(
        [ParentKey(nameof(TrainingPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Training>(ids, selection, cancellation);
}
