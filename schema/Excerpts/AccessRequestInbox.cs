using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Excerpts;

/// <summary>The requests for access that an owner has not answered yet.</summary>
public sealed class AccessRequestInbox : IInboxSource
{
    private static readonly string Reason = EnumText.Of(InboxReason.AccessRequested);

    /// <inheritdoc/>
    public IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked)
    {
        var (reason, offices) = (Reason, asked.DecidingOffices);
        return db.Readable<AccessRequest>()
            .Where(request => offices.Contains(request.OwnerId) && request.Status == AccessRequestStatus.Open)
            .Select(request => new InboxEntry
            {
                Reason = reason,
                TypeName = nameof(AccessRequest),
                SubjectId = request.Id,
                OfficeId = request.OwnerId,
                DueOn = null,
                Since = request.RequestedAt,
            });
    }
}
