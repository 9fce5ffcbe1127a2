using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>An invented meeting of the network, planned for all its members.</summary>
internal static class SampleMeeting
{
    public static void Add(DocumentContext context, DateTimeOffset now)
    {
        var office = ReferenceId.Office("GLOBAL_NETWORK_SECRETARIAT");
        var audience = new Audience { Kind = AudienceKind.Members };
        context.Add(new Meeting
        {
            Id = ReferenceId.Of("meeting", "sample"),
            OwnerId = office,
            Readers = ReaderRules.OfPublished(office, null, audience),
            AuthorIds = [SampleMembers.PersonId(SamplePersonas.SubjectOf("secretariat"))],
            Audience = audience,
            Status = DocumentStatus.Planned,
            PublishedAt = now,
            Title = "Annual meeting of focal points (sample)",
            Summary = "Invented for demonstration.",
            Language = "en",
            MeetingKind = MeetingKind.Network,
            Network = "GLOBAL_NETWORK_R2P_FOCAL_POINTS",
            Series = "Annual meetings (sample)",
            StartsOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(120),
            PanelPeople = 6,
            PanelWomen = 3,
            Body = new MeetingBody { Place = "To be announced", Agenda = [new AgendaItem { Title = "Lessons of the year" }] },
        });
    }
}
