using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>Alerts that wait for whoever has to decide.</summary>
public sealed class AlertInbox(InboxReason reason) : IInboxSource
{
    /// <inheritdoc/>
    public IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked)
    {
        var (offices, text) = (asked.DecidingOffices, EnumText.Of(reason));
        return Waiting(db.Visible<Alert>(), asked.Today)
            .Where(alert => offices.Contains(alert.ResponsibleId))
            .Select(alert => new InboxEntry
            {
                Reason = text,
                TypeName = nameof(Alert),
                SubjectId = alert.Id,
                OfficeId = alert.ResponsibleId,
                DueOn = alert.DueOn,
                Since = alert.CreatedAt,
            });
    }

    private IQueryable<Alert> Waiting(IQueryable<Alert> alerts, DateOnly today) => reason switch
    {
        InboxReason.AlertToAcknowledge => alerts.Where(alert => alert.Status == DocumentStatus.Raised),
        InboxReason.AlertToDecide => alerts.Where(alert => alert.Status == DocumentStatus.Acknowledged),
        _ => alerts.Overdue(today),
    };
}
