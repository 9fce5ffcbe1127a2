using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>Registers meetings.</summary>
internal static class MeetingServices
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, MeetingMapping>()
        .AddSingleton(MeetingMapping.Store)
        .AddSingleton<MeetingRules>()
        .AddSingleton<IInboxSource, MeetingsToAttend>()
        .AddSingleton<IInboxSource, OpenFollowUps>()
        .AddSingleton<IInboxSource, MeetingPanelsWithoutWomen>();
}

/// <summary>Meetings to come to which the viewer's office was invited and that it has not declined.</summary>
public sealed class MeetingsToAttend() : InboxSource<Meeting>(InboxReason.MeetingToAttend)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var meetings = db.Visible<Meeting>().Where(meeting => meeting.Status == DocumentStatus.Planned && meeting.StartsOn >= asked.Today);
        return
            from invitation in db.Readable<MeetingInvitation>()
            where asked.Offices.Contains(invitation.OfficeId) && invitation.Status != MeetingInvitationStatus.Declined
            join meeting in meetings on invitation.MeetingId equals meeting.Id
            select new Waiting
            {
                SubjectId = meeting.Id,
                OfficeId = invitation.OfficeId,
                DueOn = meeting.StartsOn,
                Since = invitation.InvitedAt,
            };
    }
}

/// <summary>What the viewer's office is to do after a meeting.</summary>
public sealed class OpenFollowUps() : InboxSource<MeetingFollowUp>(InboxReason.TaskDue)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var held = db.Visible<Meeting>().Where(meeting => meeting.Status == DocumentStatus.Held);
        return
            from item in db.VisibleFollowUps()
            where item.DoneAt == null && asked.Offices.Contains(item.OfficeId) && held.Any(meeting => meeting.Id == item.MeetingId)
            select new Waiting
            {
                SubjectId = item.Id, OfficeId = item.OfficeId, DueOn = item.DueOn, Since = item.CreatedAt,
            };
    }
}

/// <summary>Meetings to come of the viewer's office on whose panels no woman is to be, as far as that is planned.</summary>
public sealed class MeetingPanelsWithoutWomen() : InboxSource<Meeting>(InboxReason.PanelWithoutWomen)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        db.Visible<Meeting>()
            .Where(meeting => asked.DecidingOffices.Contains(meeting.OwnerId) && meeting.Status == DocumentStatus.Planned
                && meeting.StartsOn >= asked.Today && meeting.PanelWomen == 0)
            .Select(meeting => new Waiting
            {
                SubjectId = meeting.Id,
                OfficeId = meeting.OwnerId,
                DueOn = meeting.StartsOn,
                Since = meeting.UpdatedAt,
            });
}
