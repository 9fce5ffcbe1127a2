using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>An invented call for input to all members.</summary>
internal static class SampleConsultation
{
    public static void Add(DocumentContext context, DateTimeOffset now)
    {
        var office = ReferenceId.Office("GLOBAL_NETWORK_SECRETARIAT");
        var audience = new Audience { Kind = AudienceKind.Members };
        context.Add(new Consultation
        {
            Id = ReferenceId.Of("consultation", "sample"),
            OwnerId = office,
            Readers = ReaderRules.OfPublished(office, null, audience),
            AuthorIds = [SampleMembers.PersonId(SamplePersonas.SubjectOf("secretariat"))],
            Audience = audience,
            Status = DocumentStatus.Open,
            PublishedAt = now,
            Title = "Input to the next annual meeting (sample)",
            Summary = "Invented for demonstration.",
            Language = "en",
            ClosesAt = now.AddDays(90),
            Body = new ConsultationBody
            {
                Purpose = "What members want to see on the agenda.",
                Questions = [new ConsultationQuestion { Key = "topic", Text = "Which topic should come first, and why?" }],
            },
        });
    }
}
