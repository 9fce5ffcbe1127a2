using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Institutions;

/// <summary>One invented body, shared with all members as an example.</summary>
internal static class SampleInstitutions
{
    public static void Add(DocumentContext context, DateTimeOffset now)
    {
        var office = ReferenceId.Office("KEN_FOCAL_POINT");
        var audience = new Audience { Kind = AudienceKind.Members };
        context.Add(new Institution
        {
            Id = ReferenceId.Of("institution", "sample:national-committee"),
            OwnerId = office,
            Readers = ReaderRules.OfPublished(office, "KEN", audience),
            Audience = audience,
            Status = DocumentStatus.Recorded,
            PublishedAt = now,
            Title = "National committee for prevention (sample)",
            Summary = "Invented, to show how a body is described.",
            Language = "en",
            Country = "KEN",
            Category = InstitutionCategory.NationalCommittee,
            Inhibitors = ["SECURITY_SECTOR"],
            OfficeId = ReferenceId.Office("KEN_NATIONAL_COMMITTEE"),
            Body = new InstitutionBody
            {
                Members = ["Ministry of Justice (sample)", "Ministry of the Interior (sample)", "Human rights commission (sample)"],
                LegalBase = "A decree (invented).",
                MeetingRhythm = "Every second month, and within two days when a member asks for it.",
                TermsOfReference = "Looks at risks, proposes what to do, reports to the cabinet once a year.",
            },
        });
    }
}
