using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>An invented manual of a regional desk, for every member, and one course that used it.</summary>
internal static class SampleGuidance
{
    public static void Add(DocumentContext context, SampleNetworkFile network, DateTimeOffset now)
    {
        var desk = network.Personas.Single(persona => persona.Persona == "au-desk");
        var office = ReferenceId.Office(desk.Office);
        var members = new Audience { Kind = AudienceKind.Members };
        var readers = ReaderRules.OfPublished(office, ownerState: null, members);
        var manual = new Guidance
        {
            Id = ReferenceId.Of("guidance", desk.Subject),
            OwnerId = office,
            AuthorIds = [SampleMembers.PersonId(desk.Subject)],
            Readers = readers,
            Audience = members,
            Status = DocumentStatus.Published,
            PublishedAt = now,
            Title = "Early warning at regional desks: a manual (sample)",
            Language = "en",
            Tags = ["STEP_4_SHARE_GUIDANCE", "WOMEN_PEACE_SECURITY"],
            Type = GuidanceType.Manual,
            IssuingBody = "AU",
            Edition = "1st (sample)",
            Level = TrainingLevel.Officials,
            Body = new GuidanceBody { Text = "An invented manual, to show how guidance is kept (sample)." },
        };
        context.Add(manual);
        context.Add(new Training
        {
            Id = ReferenceId.Of("training", desk.Subject),
            OwnerId = office,
            Readers = readers,
            Audience = new Audience { Kind = AudienceKind.Members },
            PublishedAt = now,
            Language = "en",
            GuidanceId = manual.Id,
            Title = "Early warning for desk officers (sample)",
            DeliveredBy = "AU desk (sample)",
            Institution = "A sample institution",
            Level = TrainingLevel.Officials,
            HeldOn = new DateOnly(2025, 6, 2),
            Participants = 24,
            Women = 13,
            Tags = ["WOMEN_PEACE_SECURITY"],
        });
    }
}
