using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Members;

/// <summary>Proposals that wait for the confirmation of a secretariat; not those that the viewer made, or is to hold.</summary>
internal sealed class AppointmentInbox() : InboxSource<Appointment>(InboxReason.AppointmentToConfirm)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var viewer = db.Access.PersonId;
        return from proposal in db.Readable<Appointment>()
               where proposal.Status == AppointmentStatus.Proposed && proposal.ProposedBy != viewer && proposal.PersonId != viewer
               from office in db.Readable<Office>()
               where asked.DecidingOffices.Contains(office.Id) && proposal.Readers.Contains("office:" + office.Id.ToString())
               join party in db.Readable<Party>() on office.PartyId equals party.Id
               where party is Network || party.AlsoNetwork
               select new Waiting
               {
                   SubjectId = proposal.Id,
                   OfficeId = office.Id,
                   DueOn = null,
                   Since = proposal.StartsAt,
               };
    }
}
