using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>How assessments lie in <c>r2p.assessment</c>, and what goes with them in tables of its own.</summary>
public sealed class AssessmentMapping : IDocumentMapping
{
    /// <summary>Reads assessments where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Assessment>(
        DocumentKind.Assessment,
        AssessmentLife.Life,
        (db, assessment) => db.Visible<ConfidentialAnnex>().Where(annex => annex.AssessmentId == assessment),
        assessment => assessment.SupersedesId);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Assessment>(Assessments);
        model.Entity<AssessmentPart>(Parts);
        model.Entity<ConfidentialAnnex>(Annexes);
        model.Entity<TriggerNote>().ToTable("trigger_note").HasSharedRow();
    }

    private static void Assessments(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.ToTable("assessment").HasSharedDocument();
        assessment.Ignore(a => a.Ratings).Ignore(a => a.Inhibitors).Ignore(a => a.Triggers);
        assessment.ComplexProperty(a => a.Body, body =>
        {
            body.ToJson();
            body.ComplexCollection(b => b.Ratings, Rating);
            body.ComplexCollection(b => b.Inhibitors, Inhibitor);
            body.ComplexCollection(b => b.Triggers);
        });
    }

    private static void Parts(EntityTypeBuilder<AssessmentPart> part)
    {
        part.ToTable("assessment_part").Ignore(p => p.Ratings).Ignore(p => p.InhibitorRatings);
        part.ComplexProperty(p => p.Body, body =>
        {
            body.ToJson();
            body.ComplexCollection(b => b.Ratings, Rating);
            body.ComplexCollection(b => b.Inhibitors, Inhibitor);
        });
    }

    private static void Annexes(EntityTypeBuilder<ConfidentialAnnex> annex)
    {
        annex.ToTable("confidential_annex").HasSharedRow().Ignore(a => a.Groups).Ignore(a => a.Consulted);
        annex.ComplexProperty(a => a.Body, body =>
        {
            body.ToJson();
            body.ComplexCollection(b => b.Groups);
            body.ComplexCollection(b => b.Consulted);
        });
    }

    private static void Rating(ComplexCollectionBuilder<FactorRating> rating)
    {
        rating.ComplexCollection(r => r.Evidence);
        rating.ComplexCollection(r => r.Indicators, indicator => indicator.ComplexCollection(i => i.Evidence));
    }

    private static void Inhibitor(ComplexCollectionBuilder<InhibitorRating> inhibitor) => inhibitor.ComplexCollection(i => i.Evidence);
}
