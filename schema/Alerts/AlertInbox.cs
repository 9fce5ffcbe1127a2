using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>Alerts that wait for whoever has to decide.</summary>
/// <param name="reason">For what they wait.</param>
/// <param name="ofOwner">Told to the office that warned, where another one has to decide.</param>
public sealed class AlertInbox(InboxReason reason, bool ofOwner = false) : InboxSource<Alert>(reason)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var offices = asked.DecidingOffices;
        var alerts = StillOpen(db.Visible<Alert>(), asked.Today);
        return (ofOwner
            ? alerts.Where(alert => offices.Contains(alert.OwnerId) && alert.OwnerId != alert.ResponsibleId)
            : alerts.Where(alert => offices.Contains(alert.ResponsibleId)))
            .Select(alert => new Waiting
            {
                SubjectId = alert.Id,
                OfficeId = ofOwner ? alert.OwnerId : alert.ResponsibleId,
                DueOn = alert.DueOn,
                Since = alert.CreatedAt,
            });
    }

    private IQueryable<Alert> StillOpen(IQueryable<Alert> alerts, DateOnly today) => Reason switch
    {
        InboxReason.AlertToAcknowledge => alerts.Where(alert => alert.Status == DocumentStatus.Raised),
        InboxReason.AlertToDecide => alerts.Where(alert => alert.Status == DocumentStatus.Acknowledged),
        _ => alerts.Overdue(today),
    };
}

/// <summary>Alerts whose plan pulls apart with that of another alert that the office sees, too: they should speak with each other.</summary>
public sealed class AlertClashInbox() : InboxSource<Alert>(InboxReason.AlertPlansClash)
{
    /// <summary>Behind the office's id and a colon stands the tool.</summary>
    private const int ToolBegins = 37;

    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var offices = asked.DecidingOffices;
        var decided = db.Visible<Alert>().Where(alert => alert.Status == DocumentStatus.Decided);
        return decided
            .Where(alert => offices.Contains(alert.ResponsibleId) && decided.Any(other =>
                other.Id != alert.Id && other.Country == alert.Country && alert.Assignments.Any(given =>
                    other.Assignments.Any(taken => taken != given && taken.Substring(ToolBegins) == given.Substring(ToolBegins)))))
            .Select(alert => new Waiting
            {
                SubjectId = alert.Id,
                OfficeId = alert.ResponsibleId,
                DueOn = null,
                Since = alert.DecidedAt ?? alert.CreatedAt,
            });
    }
}
