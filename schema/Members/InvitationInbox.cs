using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Members;

/// <summary>Invitations to become a member that wait for those who decide for the party: a State's contributors do not.</summary>
internal sealed class InvitationsToAnswer() : InboxSource<Invitation>(InboxReason.InvitationToAnswer)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        from invitation in db.Readable<Invitation>()
        where invitation.Status == InvitationStatus.Open
        join party in db.Readable<Party>() on invitation.PartyId equals party.Id
        from office in db.Readable<Office>()
        where office.PartyId == party.Id && office.Ministry == null
            && (party is State ? asked.DecidingOffices.Contains(office.Id) : asked.Offices.Contains(office.Id))
        select new Waiting
        {
            SubjectId = invitation.Id, OfficeId = office.Id, DueOn = null, Since = invitation.InvitedAt,
        };
}

/// <summary>Pairings that wait for one of the two offices.</summary>
internal sealed class PairingsToAnswer() : InboxSource<Pairing>(InboxReason.PairingToAnswer)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        from pairing in db.Readable<Pairing>()
        where pairing.Status == PairingStatus.Proposed
        from office in db.Readable<Office>()
        where asked.DecidingOffices.Contains(office.Id)
            && ((office.Id == pairing.NewcomerId && !pairing.NewcomerAgreed) || (office.Id == pairing.PeerId && !pairing.PeerAgreed))
        select new Waiting
        {
            SubjectId = pairing.Id, OfficeId = office.Id, DueOn = null, Since = pairing.ProposedAt,
        };
}
