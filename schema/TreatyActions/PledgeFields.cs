using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>The register of pledges in queries.</summary>
[QueryType]
public static class PledgeQueries
{
    /// <summary>The pledges that you may see, the newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<Pledge>> Pledges(
        PagingArguments paging, QueryContext<Pledge> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<Pledge>(), paging, query.DefaultOrder(pledge => pledge.MadeOn, descending: true), selection, cancellation);

    /// <summary>What States say of vetoes that they cast, as far as you may see it; the newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<VetoExplanation>> VetoExplanations(
        PagingArguments paging, QueryContext<VetoExplanation> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<VetoExplanation>(), paging, query.DefaultOrder(row => row.CastOn, descending: true), selection, cancellation);
}

/// <summary>What a pledge leads to.</summary>
[ObjectType<Pledge>]
public static class PledgeFields
{
    /// <summary>Pledges by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Pledge?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Pledge>(ids, selection, cancellation);

    /// <summary>Who stands or stood behind it, as far as you may know, in the order of the days since when.</summary>
    public static async Task<ILookup<Guid, PledgeSupport>> SupportAsync(
        [ParentKey(nameof(Pledge.Id))] IReadOnlyList<Guid> pledges, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Visible<PledgeSupport>()
                .Where(row => pledges.Contains(row.PledgeId))
                .OrderBy(row => row.Since).ThenBy(row => row.Country)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(row => row.PledgeId);
    }
}

/// <summary>Support of pledges by id.</summary>
[ObjectType<PledgeSupport>]
public static class PledgeSupportFields
{
    /// <summary>Support of pledges by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<PledgeSupport?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<PledgeSupport>(ids, selection, cancellation);
}

/// <summary>Explanations by id.</summary>
[ObjectType<VetoExplanation>]
public static class VetoExplanationFields
{
    /// <summary>Explanations by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<VetoExplanation?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<VetoExplanation>(ids, selection, cancellation);
}

/// <summary>The pledge in the answer to an act.</summary>
[ObjectType<PledgePayload>]
public static class PledgePayloadFields
{
    /// <summary>The pledge as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Pledge?>> PledgeAsync(
        [ParentKey(nameof(PledgePayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Pledge>(ids, selection, cancellation);
}

/// <summary>The explanation in the answer to an act.</summary>
[ObjectType<VetoExplanationPayload>]
public static class VetoExplanationPayloadFields
{
    /// <summary>The explanation as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<VetoExplanation?>> ExplanationAsync(
        [ParentKey(nameof(VetoExplanationPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<VetoExplanation>(ids, selection, cancellation);
}
