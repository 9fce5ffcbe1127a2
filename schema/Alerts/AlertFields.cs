using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>Alerts in queries.</summary>
[QueryType]
public static class AlertQueries
{
    /// <summary>The alerts that you may see, the latest shared first; those that your office has not shared come before them.</summary>
    /// <param name="paging">Which page.</param>
    /// <param name="query">Which alerts, in which order.</param>
    /// <param name="responsible">Only those on which this office has to decide.</param>
    /// <param name="overdue">Only those whose decision is overdue, or only those whose decision is not.</param>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    /// <param name="selection">What is asked of them.</param>
    /// <param name="lists">Reads.</param>
    /// <param name="time">Tells the day.</param>
    /// <param name="cancellation">Gives up.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Alert>> Alerts(
        PagingArguments paging,
        QueryContext<Alert> query,
        [ID<Office>] Guid? responsible,
        bool? overdue,
        DateTimeOffset? asOf,
        ISelection selection,
        DocumentLists lists,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime((asOf ?? time.GetUtcNow()).UtcDateTime);
        return lists.PageAsync((_, alerts) => Narrow(alerts, responsible, overdue, today), paging, query, selection, asOf, cancellation);
    }

    private static IQueryable<Alert> Narrow(IQueryable<Alert> alerts, Guid? responsible, bool? overdue, DateOnly today)
    {
        if (responsible is { } office)
        {
            alerts = alerts.Where(alert => alert.ResponsibleId == office);
        }

        return overdue switch
        {
            true => alerts.Overdue(today),
            false => alerts.Where(alert =>
                alert.DueOn == null || alert.DueOn >= today || (alert.Status != DocumentStatus.Raised && alert.Status != DocumentStatus.Acknowledged)),
            null => alerts,
        };
    }

    /// <summary>Those on which nobody has decided though the day has passed.</summary>
    internal static IQueryable<Alert> Overdue(this IQueryable<Alert> alerts, DateOnly today) => alerts.Where(alert =>
        alert.DueOn < today && (alert.Status == DocumentStatus.Raised || alert.Status == DocumentStatus.Acknowledged));
}

/// <summary>The fields of an alert that read beyond its own row.</summary>
[ObjectType<Alert>]
public static class AlertFields
{
    private static readonly ChildRows<AlertAnalysis> Analyses = new(
        VisibleAnalyses, analysis => analysis.AlertId, SortKey.By((AlertAnalysis analysis) => analysis.WrittenAt));

    /// <summary>Alerts by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Alert?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Alert>(session, ids, selection, cancellation);

    /// <summary>The office that has to decide.</summary>
    [CallerIndependent]
    public static Task<IReadOnlyList<Office?>> ResponsibleAsync(
        [ParentKey(nameof(Alert.ResponsibleId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>Whether the day by which to decide has passed without a decision.</summary>
    [CallerIndependent]
    public static bool Overdue([Parent] Alert alert, TimeProvider time) =>
        alert is { Status: DocumentStatus.Raised or DocumentStatus.Acknowledged, DueOn: { } due }
        && due < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The fuller alert that this is a summary of; null if there is none that you may see.</summary>
    public static Task<IReadOnlyList<Alert?>> SummaryOfAsync(
        [ParentKey(nameof(Alert.SummaryOfId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Alert>(ids, selection, cancellation);

    /// <summary>
    /// The second step: what analysts make of it, each with a view of their own, the first first. As they stand today, also of a past version.
    /// </summary>
    [UsePaging, UseFiltering]
    public static Task<IReadOnlyDictionary<Guid, Connection<AlertAnalysis>>> AnalysesAsync(
        [ParentKey(nameof(Alert.Id))] IReadOnlyList<Guid> alerts,
        PagingArguments paging,
        QueryContext<AlertAnalysis> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Analyses.PageAsync(session, alerts, paging, query, selection, cancellation);

    /// <summary>How each reader can contribute: the three steps of a timely response as questions, with what offices have answered.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ContributionPrompt>>> ContributionPromptsAsync(
        [ParentKey(nameof(Alert.Id))] IReadOnlyList<Guid> alerts,
        Viewer viewer,
        Catalogue.Catalogue catalogue,
        ReadSession session,
        CancellationToken cancellation)
    {
        Guid[] own = [.. viewer.Appointments.Select(held => held.OfficeId).Distinct()];
        var answered = (await session.QueryAsync(
            (db, token) => VisibleContributions(db, alerts)
                .Where(contribution => own.Contains(contribution.OfficeId))
                .Select(contribution => new { contribution.AlertId, contribution.Step })
                .Distinct().ToListAsync(token),
            cancellation))
            .Select(said => (said.AlertId, said.Step)).ToHashSet();
        return alerts.Distinct().ToDictionary(alert => alert, alert => (IReadOnlyList<ContributionPrompt>)
        [
            .. catalogue.ResponseSteps.Select(step => new ContributionPrompt(
                alert, step.Code, $"{step.Name}: how can your office contribute?", answered.Contains((alert, step.Code)))),
        ]);
    }

    /// <summary>Ways to bring the risk before the Security Council on which nothing is said yet (codes of the catalogue).</summary>
    public static IReadOnlyList<string> OpenCouncilAvenues([Parent] Alert alert, Catalogue.Catalogue catalogue) =>
        [.. catalogue.CouncilAvenues.Select(entry => entry.Code).Except(alert.CouncilAvenues.Select(avenue => avenue.Avenue))];

    /// <summary>The review questions of a response that nobody has answered yet (codes of the catalogue).</summary>
    public static IReadOnlyList<string> OpenPrerequisites([Parent] Alert alert, Catalogue.Catalogue catalogue) =>
        [.. catalogue.ResponsePrerequisites.Select(entry => entry.Code).Except(alert.Prerequisites.Select(answer => answer.Prerequisite))];

    private static IQueryable<AlertAnalysis> VisibleAnalyses(DocumentContext db)
    {
        var alerts = db.Visible<Alert>();
        return db.Readable<AlertAnalysis>().Where(analysis => alerts.Any(alert => alert.Id == analysis.AlertId));
    }

    private static IQueryable<AlertContribution> VisibleContributions(DocumentContext db, IReadOnlyList<Guid> ids)
    {
        var alerts = db.Visible<Alert>();
        return db.Readable<AlertContribution>()
            .Where(contribution => ids.Contains(contribution.AlertId) && alerts.Any(alert => alert.Id == contribution.AlertId));
    }
}

/// <summary>One of the steps of a timely response, as a question to everybody who reads the alert.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Step">The step (a code of the catalogue).</param>
/// <param name="Question">The question.</param>
/// <param name="AnsweredByYou">Whether an office of yours has answered.</param>
public sealed record ContributionPrompt([property: GraphQLIgnore] Guid AlertId, string Step, string Question, bool AnsweredByYou);

/// <summary>What was answered.</summary>
[ObjectType<ContributionPrompt>]
public static class ContributionPromptFields
{
    /// <summary>What offices can do, in the order in which they said so.</summary>
    /// <param name="prompts">Of which questions.</param>
    /// <param name="session">Reads.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="first">How many at most, from 1 to 200.</param>
    [ListSize(SlicingArguments = ["first"], MaxSize = ListBounds.Most)]
    public static async Task<IReadOnlyList<IReadOnlyList<AlertContribution>>> ContributionsAsync(
        [Parents] IReadOnlyList<ContributionPrompt> prompts, ReadSession session, CancellationToken cancellation, int first = 50)
    {
        ListBounds.Check(first);
        Guid[] alerts = [.. prompts.Select(prompt => prompt.AlertId).Distinct()];
        var found = new List<AlertContribution>();
        foreach (var step in prompts.Select(prompt => prompt.Step).Distinct())
        {
            found.AddRange(await session.QueryAsync(
                (db, token) =>
                {
                    var contributions = db.Readable<AlertContribution>();
                    return db.Visible<Alert>()
                        .Where(alert => alerts.Contains(alert.Id))
                        .SelectMany(alert => contributions
                            .Where(contribution => contribution.AlertId == alert.Id && contribution.Step == step)
                            .OrderBy(contribution => contribution.WrittenAt).ThenBy(contribution => contribution.Id)
                            .Take(first))
                        .ToListAsync(token);
                },
                cancellation));
        }

        var said = found.ToLookup(contribution => (contribution.AlertId, contribution.Step));
        return [.. prompts.Select(prompt => said[(prompt.AlertId, prompt.Step)]
            .OrderBy(contribution => contribution.WrittenAt).ThenBy(contribution => contribution.Id).ToArray())];
    }
}

/// <summary>Who stands behind an analysis.</summary>
[ObjectType<AlertAnalysis>]
public static class AlertAnalysisFields
{
    /// <summary>The office that signed; null under a seal.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(AlertAnalysis.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>Whether you wrote it yourself; of a sealed one nobody else is told.</summary>
    public static async Task<IReadOnlyDictionary<Guid, bool>> IsYoursAsync(
        [ParentKey(nameof(AlertAnalysis.Id))] IReadOnlyList<Guid> analyses, ReadSession session, CancellationToken cancellation)
    {
        var own = await session.QueryAsync(
            (db, token) => db.Readable<AlertAnalyst>()
                .Where(analyst => analyses.Contains(analyst.AnalysisId))
                .Select(analyst => analyst.AnalysisId)
                .ToListAsync(token),
            cancellation);
        return analyses.Distinct().ToDictionary(id => id, own.Contains);
    }
}

/// <summary>Who can do it.</summary>
[ObjectType<AlertContribution>]
public static class AlertContributionFields
{
    /// <summary>The office that can do it.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(AlertContribution.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>Who decided.</summary>
[ObjectType<AlertDecision>]
public static class AlertDecisionFields
{
    /// <summary>The office that decided.</summary>
    [CallerIndependent]
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(AlertDecision.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>Who does it.</summary>
[ObjectType<AlertTask>]
public static class AlertTaskFields
{
    /// <summary>The office that does it.</summary>
    [CallerIndependent]
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(AlertTask.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<AlertPayload>]
public static class AlertPayloadFields
{
    /// <summary>The alert as it stands now; null if the act was refused, or you may not see it any more.</summary>
    public static Task<IReadOnlyList<Alert?>> AlertAsync(
        [ParentKey(nameof(AlertPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Alert>(ids, selection, cancellation);
}
