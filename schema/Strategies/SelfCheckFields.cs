using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Catalogue;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>Self-checks in queries.</summary>
[QueryType]
public static class SelfCheckQueries
{
    /// <summary>The self-checks of your office, and those that others have shared with you; changed last first.</summary>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<SelfCheck>> SelfChecks(
        PagingArguments paging, QueryContext<SelfCheck> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<SelfCheck>(), paging, query.DefaultOrder(check => check.UpdatedAt, descending: true), selection, cancellation);

    /// <summary>
    /// The five steps of 2016 for a pair of bodies: what either side says to each of them, as far as it has shared that with you.
    /// </summary>
    /// <param name="body">One body: the code of a regional organization or of a body of the United Nations.</param>
    /// <param name="partner">The other body.</param>
    [ListSize(AssumedSize = 5)]
    public static async Task<IReadOnlyList<RegionalStep>> RegionalStepsAsync(
        string body, string partner, Catalogue.Catalogue catalogue, ReadSession session, CancellationToken cancellation)
    {
        var checks = await session.QueryAsync(
            (db, token) => db.Visible<SelfCheck>()
                .Where(check => check.List == SelfCheckList.RegionalSteps2016
                    && ((check.Organization == body && check.Partner == partner) || (check.Organization == partner && check.Partner == body)))
                .OrderBy(check => check.UpdatedAt).ThenBy(check => check.Id)
                .ToListAsync(token),
            cancellation);
        var views = checks.SelectMany(check => check.Answers.Select(
            answer => new RegionalStepView(check.Organization!, answer.State, answer.Note, check.UpdatedAt) { Code = answer.Code }))
            .ToLookup(view => view.Code);
        return
        [
            .. catalogue.CodeLists.First(list => list.Name == "regionalSteps2016").Entries.Select(step => new RegionalStep(step, [.. views[step.Code]])),
        ];
    }
}

/// <summary>One of the five steps of 2016, for a pair of bodies.</summary>
/// <param name="Step">The step.</param>
/// <param name="Views">What either side says to it, oldest first.</param>
public sealed record RegionalStep(CodeEntry Step, [property: ListSize(AssumedSize = 4)] IReadOnlyList<RegionalStepView> Views);

/// <summary>What one of the two bodies says to a step.</summary>
/// <param name="Body">The body's code.</param>
/// <param name="State">Where it sees itself.</param>
/// <param name="Note">What it says to it (Markdown).</param>
/// <param name="At">When it said so.</param>
public sealed record RegionalStepView(string Body, StepState State, string? Note, DateTimeOffset At)
{
    [GraphQLIgnore]
    public required string Code { get; init; }
}

/// <summary>The fields of a self-check that read beyond its own row.</summary>
[ObjectType<SelfCheck>]
public static class SelfCheckFields
{
    /// <summary>Self-checks by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<SelfCheck?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<SelfCheck>(ids, selection, cancellation);

    /// <summary>The office that looks at itself.</summary>
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [ParentKey(nameof(SelfCheck.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>The self-check in the answer to an act.</summary>
[ObjectType<SelfCheckPayload>]
public static class SelfCheckPayloadFields
{
    /// <summary>The self-check as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<SelfCheck?>> SelfCheckAsync(
        [ParentKey(nameof(SelfCheckPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<SelfCheck>(ids, selection, cancellation);
}
