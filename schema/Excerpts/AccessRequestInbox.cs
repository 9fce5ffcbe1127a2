using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Excerpts;

/// <summary>The requests for access that an owner has not answered yet.</summary>
public sealed class AccessRequestInbox() : InboxSource<AccessRequest>(InboxReason.AccessRequested)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var offices = asked.DecidingOffices;
        return db.Readable<AccessRequest>()
            .Where(request => offices.Contains(request.OwnerId) && request.Status == AccessRequestStatus.Open)
            .Select(request => new Waiting
            {
                SubjectId = request.Id,
                OfficeId = request.OwnerId,
                DueOn = null,
                Since = request.RequestedAt,
            });
    }
}
