using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>Actions whose date has come: one entry for each strategy and office.</summary>
internal sealed class DueActions() : InboxSource<Strategy>(InboxReason.ActionDue)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        from strategy in db.Visible<Strategy>()
        where strategy.Status == DocumentStatus.Adopted && strategy.NextDueOn <= asked.Today
        from office in db.Set<Office>()
        where asked.Offices.Contains(office.Id)
            && strategy.Body.Actions.Any(action => (action.OfficeId ?? strategy.OwnerId) == office.Id
                && action.DueOn <= asked.Today
                && (action.Status == ActionStatus.Planned || action.Status == ActionStatus.UnderWay))
        select new Waiting
        {
            SubjectId = strategy.Id,
            OfficeId = office.Id,
            DueOn = strategy.NextDueOn,
            Since = strategy.UpdatedAt,
        };
}
