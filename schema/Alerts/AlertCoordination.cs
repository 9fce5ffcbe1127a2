using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>Two offices were given the same tool for the same State, by two alerts: they should speak with each other before they pull apart.</summary>
/// <param name="Tool">The tool (a code of the catalogue).</param>
/// <param name="OfficeId">The office of this alert's plan.</param>
/// <param name="OtherOfficeId">The office of the other alert's plan.</param>
/// <param name="OtherAlert">The other alert.</param>
public sealed record AlertClash(
    string Tool, [property: GraphQLIgnore] Guid OfficeId, [property: GraphQLIgnore] Guid OtherOfficeId, Alert OtherAlert);

/// <summary>Whether what was decided here goes with what was decided elsewhere.</summary>
[ObjectType<Alert>]
public static class AlertCoordination
{
    private const int MostCompared = 500;

    /// <summary>
    /// Where the plan of this alert and that of another about the same State give one tool to different offices; only of alerts that you see.
    /// </summary>
    public static async Task<IReadOnlyList<IReadOnlyList<AlertClash>>> ClashesAsync(
        [Parents] IReadOnlyList<Alert> alerts, ReadSession session, CancellationToken cancellation)
    {
        string[] countries = [.. alerts.Where(HasPlan).Select(alert => alert.Country).Distinct()];
        string[] tools = [.. alerts.Where(HasPlan).SelectMany(alert => alert.AssignedTools).Distinct()];
        if (tools.Length == 0)
        {
            return [.. alerts.Select(_ => Array.Empty<AlertClash>())];
        }

        return await session.QueryAsync(
            async (db, token) =>
            {
                var others = await db.ReadAheadAsync(
                    db.Visible<Alert>()
                        .Where(other => countries.Contains(other.Country)
                            && other.Status == DocumentStatus.Decided
                            && other.AssignedTools.Any(tool => tools.Contains(tool)))
                        .OrderByDescending(other => other.DecidedAt).ThenBy(other => other.Id)
                        .Take(MostCompared),
                    RowColumns.All,
                    byKey: false,
                    token);
                AlertClash[][] clashes = [.. alerts.Select(alert => HasPlan(alert) ? Between(alert, others) : [])];
                db.NoteRead(clashes.SelectMany(found => found).Select(clash => clash.OtherAlert));
                return clashes;
            },
            cancellation);
    }

    private static bool HasPlan(Alert alert) => !alert.IsPast && alert.Status == DocumentStatus.Decided;

    private static AlertClash[] Between(Alert alert, IReadOnlyList<Alert> others) =>
    [
        .. from other in others
           where other.Id != alert.Id && other.Country == alert.Country
           from task in PlanOf(alert)
           from otherTask in PlanOf(other)
           where task.Tool is not null && task.Tool == otherTask.Tool && task.OfficeId != otherTask.OfficeId
           select new AlertClash(task.Tool!, task.OfficeId, otherTask.OfficeId, other),
    ];

    private static List<AlertTask> PlanOf(Alert alert) => alert.Decisions is [.., var latest] ? latest.Tasks : [];
}

/// <summary>Who should speak with each other.</summary>
[ObjectType<AlertClash>]
public static class AlertClashFields
{
    /// <summary>The office of this alert's plan.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(AlertClash.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The office of the other alert's plan.</summary>
    public static Task<IReadOnlyList<Office?>> OtherOfficeAsync(
        [ParentKey(nameof(AlertClash.OtherOfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}
