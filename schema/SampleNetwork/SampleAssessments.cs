using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Assessments;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.SampleNetwork;

/// <summary>One invented assessment for each national persona, published to an audience of its own.</summary>
internal static class SampleAssessments
{
    public static void Add(DocumentContext context, SampleNetworkFile network, DateTimeOffset now) =>
        context.AddRange(SampleFiles.ReadAssessments().Select(sample =>
            NewAssessment(sample, network.Personas.Single(persona => persona.Persona == sample.Persona), now)));

    private static Assessment NewAssessment(SampleAssessment sample, SamplePersona author, DateTimeOffset now)
    {
        var office = ReferenceId.Office(author.Office);
        var assessment = new Assessment
        {
            Id = ReferenceId.Of("assessment", author.Subject),
            OwnerId = office,
            AuthorIds = [SampleMembers.PersonId(author.Subject)],
            Readers = ReaderRules.OfPublished(office, sample.Country, sample.Audience),
            Audience = sample.Audience,
            Status = DocumentStatus.Published,
            PublishedAt = now,
            Title = sample.Title,
            Summary = sample.Summary,
            Language = sample.Language,
            Country = sample.Country,
            Framework = sample.Framework,
            FrameworkVersion = sample.Version,
            Stage = sample.Stage.Stage,
            Consulted = sample.Consulted,
            Body = new AssessmentBody(),
        };
        assessment.Fill(new AssessmentBody
        {
            Ratings = sample.Ratings,
            Inhibitors = sample.Inhibitors,
            StageReasons = sample.Stage.Reasons,
            Triggers = sample.Triggers,
        });
        return assessment;
    }
}
