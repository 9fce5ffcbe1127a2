using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>An invented recommendation to each of two States, from two mechanisms; public, as outcomes of such reviews are.</summary>
internal static class SampleRecommendations
{
    public static void Add(DocumentContext context, SampleNetworkFile network, DateTimeOffset now)
    {
        var costaRica = network.Personas.Single(persona => persona.Persona == "costa-rica");
        var denmark = network.Personas.Single(persona => persona.Persona == "denmark");
        context.AddRange(
            New(
                costaRica,
                "CRI",
                now,
                "UPR",
                "Keep indigenous communities in land disputes heard (sample)",
                "142.999 (sample)",
                "JUDICIAL_HUMAN_RIGHTS_INSTITUTIONS"),
            New(denmark, "DNK", now, "TB_CERD", "Record hate crime by motive, and report on it (sample)", "12 (sample)", "MEDIA_CAPACITY"));
        context.Add(new ReviewCycle
        {
            Id = ReferenceId.Of("review-cycle", "CRI:UPR"),
            OwnerId = ReferenceId.Office(costaRica.Office),
            Readers = ReaderRules.OfPublished(ReferenceId.Office(costaRica.Office), "CRI", Everyone),
            Audience = Everyone,
            PublishedAt = now,
            Language = "en",
            Mechanism = "UPR",
            Country = "CRI",
            Cycle = "4",
            NextOn = new DateOnly(2029, 5, 1),
            Note = "An invented date (sample).",
        });
    }

    private static Audience Everyone => new() { Kind = AudienceKind.Public };

    private static Recommendation New(
        SamplePersona author, string country, DateTimeOffset now, string mechanism, string title, string paragraph, string tag)
    {
        var office = ReferenceId.Office(author.Office);
        return new Recommendation
        {
            Id = ReferenceId.Of("recommendation", author.Subject),
            OwnerId = office,
            AuthorIds = [SampleMembers.PersonId(author.Subject)],
            Readers = ReaderRules.OfPublished(office, country, Everyone),
            Audience = Everyone,
            Status = DocumentStatus.Received,
            PublishedAt = now,
            Title = title,
            Language = "en",
            Tags = [tag],
            Mechanism = mechanism,
            Country = country,
            Paragraph = paragraph,
            Body = new RecommendationBody { Text = "An invented recommendation, to show how one is answered and followed up (sample)." },
        };
    }
}
