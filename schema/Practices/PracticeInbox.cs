using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>Practices that are told of a State and wait for its word: never confirmed, lapsed, or soon to lapse.</summary>
internal sealed class PracticesToConfirm() : InboxSource<Practice>(InboxReason.PracticeToConfirm)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var soon = asked.Today.AddMonths(-11);
        return
            from practice in db.Visible<Practice>()
            where practice.Status == DocumentStatus.Unconfirmed || (practice.Status == DocumentStatus.Published && practice.ConfirmedOn <= soon)
            join party in db.Readable<Party>() on practice.Country equals party.Code
            where party is State
            join office in db.Readable<Office>() on party.Id equals office.PartyId
            where asked.DecidingOffices.Contains(office.Id)
            select new Waiting
            {
                SubjectId = practice.Id,
                OfficeId = office.Id,
                DueOn = practice.ConfirmedOn == null ? null : practice.ConfirmedOn.Value.AddYears(1),
                Since = practice.UpdatedAt,
            };
    }
}

/// <summary>The same for practices that are told of no State: their owner's office confirms them.</summary>
internal sealed class OwnPracticesToConfirm() : InboxSource<Practice>(InboxReason.PracticeToConfirm)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var soon = asked.Today.AddMonths(-11);
        return db.Visible<Practice>()
            .Where(practice => practice.Country == null
                && (practice.Status == DocumentStatus.Unconfirmed || (practice.Status == DocumentStatus.Published && practice.ConfirmedOn <= soon))
                && asked.DecidingOffices.Contains(practice.OwnerId))
            .Select(practice => new Waiting
            {
                SubjectId = practice.Id,
                OfficeId = practice.OwnerId,
                DueOn = practice.ConfirmedOn == null ? null : practice.ConfirmedOn.Value.AddYears(1),
                Since = practice.UpdatedAt,
            });
    }
}
