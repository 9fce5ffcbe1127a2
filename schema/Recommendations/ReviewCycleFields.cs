using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Catalogue;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>Review cycles in queries.</summary>
[QueryType]
public static class ReviewCycleQueries
{
    /// <summary>When States' turns come under the mechanisms, as far as that was put on record for you; what comes next first.</summary>
    /// <param name="country">Only those of this State (ISO 3166-1 alpha-3).</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<ReviewCycle>> ReviewCycles(
        CountryCode? country,
        PagingArguments paging,
        QueryContext<ReviewCycle> query,
        ISelection selection,
        DocumentLists lists,
        CancellationToken cancellation)
    {
        var code = country?.Value;
        return lists.PageRowsAsync(
            db => code is null ? db.Visible<ReviewCycle>() : db.Visible<ReviewCycle>().Where(cycle => cycle.Country == code),
            paging,
            query.DefaultOrder(cycle => cycle.NextOn),
            selection,
            cancellation);
    }
}

/// <summary>The fields of a review cycle that read beyond its own row.</summary>
[ObjectType<ReviewCycle>]
public static class ReviewCycleFields
{
    /// <summary>Review cycles by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ReviewCycle?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<ReviewCycle>(ids, selection, cancellation);

    /// <summary>The office that put it on record.</summary>
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [ParentKey(nameof(ReviewCycle.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>What the catalogue knows of the mechanism: who holds the review, and after how many years a turn comes again.</summary>
    public static PeerReviewMechanism? Register([Parent] ReviewCycle cycle, Catalogue.Catalogue catalogue) =>
        catalogue.FindCode(cycle.Mechanism) as PeerReviewMechanism;
}

/// <summary>The record in the answer to an act.</summary>
[ObjectType<ReviewCyclePayload>]
public static class ReviewCyclePayloadFields
{
    /// <summary>The review cycle as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ReviewCycle?>> ReviewCycleAsync(
        [ParentKey(nameof(ReviewCyclePayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<ReviewCycle>(ids, selection, cancellation);
}
