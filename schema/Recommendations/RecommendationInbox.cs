using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>Recommendations that wait for the answer of the State that they are addressed to.</summary>
internal sealed class UnansweredRecommendations() : InboxSource<Recommendation>(InboxReason.RecommendationDue)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        from recommendation in db.Visible<Recommendation>()
        where recommendation.Status == DocumentStatus.Received
        join state in db.Set<State>() on recommendation.Country equals state.Code
        join office in db.Set<Office>() on state.Id equals office.PartyId
        where asked.DecidingOffices.Contains(office.Id)
        select new Waiting
        {
            SubjectId = recommendation.Id,
            OfficeId = office.Id,
            DueOn = recommendation.NextOn,
            Since = recommendation.CreatedAt,
        };
}

/// <summary>Recommendations whose next date has come, for the office that sees to them.</summary>
internal sealed class DueRecommendations() : InboxSource<Recommendation>(InboxReason.RecommendationDue)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        from recommendation in db.Visible<Recommendation>()
        where recommendation.NextOn <= asked.Today
            && (recommendation.Status == DocumentStatus.Accepted
                || recommendation.Status == DocumentStatus.Noted
                || recommendation.Status == DocumentStatus.InProgress)
            && recommendation.LeadId != null
            && asked.Offices.Contains(recommendation.LeadId.Value)
        select new Waiting
        {
            SubjectId = recommendation.Id,
            OfficeId = recommendation.LeadId!.Value,
            DueOn = recommendation.NextOn,
            Since = recommendation.UpdatedAt,
        };
}
