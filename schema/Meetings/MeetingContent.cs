using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>From inputs to a meeting's content.</summary>
internal static class MeetingContent
{
    public static Meeting Create(Act act, Guid office, PlanMeetingInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = office,
        Readers = ReaderRules.OfDraft(office),
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Planned,
        Title = input.Title,
        Summary = input.Summary,
        Language = input.Language,
        Tags = [.. input.Tags ?? []],
        Countries = [.. (input.Countries ?? []).Distinct()],
        MeetingKind = input.MeetingKind,
        Forum = input.Forum,
        Network = input.Network,
        Series = input.Series,
        StartsOn = input.StartsOn,
        EndsOn = input.EndsOn,
        PanelPeople = input.Panel?.People,
        PanelWomen = input.Panel?.Women,
        Body = new MeetingBody { Place = input.Place, Agenda = Agenda(input.Agenda ?? []) },
    };

    public static void Apply(Meeting meeting, ReviseMeetingInput input)
    {
        meeting.Title = input.Title ?? meeting.Title;
        meeting.Summary = input.Summary.HasValue ? input.Summary.Value : meeting.Summary;
        meeting.Tags = input.Tags is null ? meeting.Tags : [.. input.Tags];
        meeting.StartsOn = input.StartsOn ?? meeting.StartsOn;
        meeting.EndsOn = input.EndsOn.HasValue ? input.EndsOn.Value : meeting.EndsOn;
        if (input.Panel.HasValue)
        {
            (meeting.PanelPeople, meeting.PanelWomen) = (input.Panel.Value?.People, input.Panel.Value?.Women);
        }

        meeting.Body = new MeetingBody
        {
            Place = input.Place.HasValue ? input.Place.Value : meeting.Place,
            Agenda = input.Agenda is null ? meeting.Body.Agenda : Agenda(input.Agenda),
        };
    }

    /// <summary>
    /// Invites offices. To invite is to share where a meeting is for offices by name; where it has another audience, they have to be among that.
    /// </summary>
    public static async Task InviteAsync(
        Act act, InputCheck check, Meeting meeting, IReadOnlyCollection<Guid> offices, HandlingInput? handling, Publication publication, string field)
    {
        Guid[] invited = [.. offices.Where(office => office != meeting.OwnerId).Distinct()];
        if (invited is [])
        {
            return;
        }

        if (meeting.Audience.Kind is AudienceKind.Office or AudienceKind.Named)
        {
            await publication.ShareAsync(act, meeting, With(meeting.Audience, invited), handling);
            meeting.PublishedAt ??= act.Now;
        }

        await Invitations.CheckAsync(act, check, invited, meeting.Readers, field);
        var present = await act.Context.Readable<MeetingInvitation>()
            .Where(row => row.MeetingId == meeting.Id)
            .Select(row => row.OfficeId)
            .ToListAsync(act.Cancellation);
        act.Context.AddRange(invited.Except(present).Select(office => new MeetingInvitation
        {
            MeetingId = meeting.Id,
            OfficeId = office,
            OwnerId = meeting.OwnerId,
            Status = MeetingInvitationStatus.Invited,
            InvitedAt = act.Now,
            Readers = ReaderRules.OfOffices(meeting.OwnerId, office),
        }));
    }

    /// <summary>Puts on record what came of the meeting. What an office is to do it has to be able to read.</summary>
    public static async Task RecordAsync(Act act, InputCheck check, Meeting meeting, RecordMeetingInput input)
    {
        var followUp = input.FollowUp ?? [];
        Guid[] doers = [.. followUp.Select(item => item.ForOffice ?? meeting.OwnerId).Distinct()];
        await Invitations.CheckAsync(act, check, doers, meeting.Readers, "followUp");
        meeting.AttendedIds = [.. (input.Attended ?? []).Distinct()];
        await Invitations.CheckKnownAsync(act, check, input.Attended ?? [], "attended");
        meeting.ParticipantCount = input.ParticipantCount;
        if (input.Panel is { } panel)
        {
            (meeting.PanelPeople, meeting.PanelWomen) = (panel.People, panel.Women);
        }

        meeting.Body = new MeetingBody { Place = meeting.Place, Agenda = meeting.Body.Agenda, Conclusions = input.Conclusions };
        act.Context.AddRange(followUp.Select(item => new MeetingFollowUp
        {
            Id = act.NewId(),
            MeetingId = meeting.Id,
            OfficeId = item.ForOffice ?? meeting.OwnerId,
            Text = item.Text,
            DueOn = item.DueOn,
            CreatedAt = act.Now,
        }));
    }

    public static MeetingStatement CreateStatement(Act act, Meeting meeting, Guid office, RecordStatementInput input) => new()
    {
        Id = act.NewId(),
        MeetingId = meeting.Id,
        OwnerId = office,
        Audience = Audience.OwnOffice(),
        Language = input.Language,
        PublishedAt = act.Now,
        Title = input.Title,
        Text = input.Text,
        Network = input.Network,
        DeliveredOn = input.DeliveredOn ?? meeting.StartsOn,
        Tags = [.. input.Tags ?? []],
    };

    public static IEnumerable<MeetingDocument> Documents(Meeting meeting, IEnumerable<string> links) =>
        links.Select((link, place) => new MeetingDocument { MeetingId = meeting.Id, Place = place, Link = link });

    /// <summary>The follow-up items of the meetings that the viewer may see.</summary>
    public static IQueryable<MeetingFollowUp> VisibleFollowUps(this DocumentContext db)
    {
        var meetings = db.Visible<Meeting>();
        return db.Set<MeetingFollowUp>().Where(item => meetings.Any(meeting => meeting.Id == item.MeetingId));
    }

    private static List<AgendaItem> Agenda(IReadOnlyList<AgendaItemInput> items) =>
        [.. items.Select(item => new AgendaItem { Title = item.Title, Text = item.Text })];

    private static AudienceInput With(Audience audience, IReadOnlyCollection<Guid> offices) => new(
        AudienceKind.Named, [.. audience.Offices.Union(offices)], audience.Persons, audience.States, audience.Organizations);

    /// <summary>The rule that a meeting has, to be given to it again.</summary>
    public static HandlingInput? InputOf(Handling? handling) =>
        handling is null ? null : new HandlingInput(handling.Purpose, handling.OnwardSharing, handling.ExpiresAt);
}
