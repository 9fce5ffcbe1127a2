using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Lessons;

/// <summary>Lessons in queries.</summary>
[QueryType]
public static class LessonQueries
{
    /// <summary>The lessons that you may see, newest publication first; your office's drafts come before them.</summary>
    /// <param name="countries">
    /// Only lessons from cases in these States (ISO 3166-1 alpha-3), as far as you may read the case; by default all.
    /// </param>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Lesson>> Lessons(
        IReadOnlyList<string>? countries,
        PagingArguments paging,
        QueryContext<Lesson> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync((db, lessons) => From(db, lessons, countries), paging, query, selection, asOf, cancellation);

    private static IQueryable<Lesson> From(DocumentContext db, IQueryable<Lesson> lessons, IReadOnlyList<string>? countries)
    {
        if (countries is null)
        {
            return lessons;
        }

        var cases = db.Visible<SourceCase>().Where(source => source.Countries.Any(country => countries.Contains(country)));
        return lessons.Where(lesson => cases.Any(source => source.LessonId == lesson.Id));
    }
}

/// <summary>The fields of a lesson that read beyond its own row.</summary>
[ObjectType<Lesson>]
public static class LessonFields
{
    /// <summary>Lessons by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Lesson?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Lesson>(session, ids, selection, cancellation);

    /// <summary>The case that the lessons are drawn from; null if there is none that you may see.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SourceCase?>> SourceCaseAsync(
        [ParentKey(nameof(Lesson.Id))] IReadOnlyList<Guid> lessons, ReadSession session, CancellationToken cancellation) =>
        await session.QueryAsync(
            (db, token) => db.Visible<SourceCase>()
                .Where(source => lessons.Contains(source.LessonId))
                .ToDictionaryAsync(source => source.LessonId, SourceCase? (source) => source, token),
            cancellation);
}

/// <summary>The fields of a source case that read beyond its own row.</summary>
[ObjectType<SourceCase>]
public static class SourceCaseFields
{
    /// <summary>Source cases by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<SourceCase?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<SourceCase>(ids, selection, cancellation);

    /// <summary>The lesson that was drawn from it; null if you may not see that.</summary>
    public static Task<IReadOnlyList<Lesson?>> LessonAsync(
        [ParentKey(nameof(SourceCase.LessonId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Lesson>(ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<LessonPayload>]
public static class LessonPayloadFields
{
    /// <summary>The lesson as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Lesson?>> LessonAsync(
        [ParentKey(nameof(LessonPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Lesson>(ids, selection, cancellation);
}
