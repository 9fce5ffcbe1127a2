using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>How recommendations lie in <c>r2p.recommendation</c>, with the links between them and the cycles of reviews.</summary>
public sealed class RecommendationMapping : IDocumentMapping
{
    /// <summary>Reads recommendations where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Recommendation>(DocumentKind.Recommendation, RecommendationLife.Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Recommendation>(recommendation =>
        {
            recommendation.ToTable("recommendation").HasSharedDocument();
            recommendation.Ignore(r => r.Answer).Ignore(r => r.Reports);
            recommendation.ComplexProperty(r => r.Body, body =>
            {
                body.ToJson();
                body.ComplexProperty(b => b.Answer);
                body.ComplexCollection(b => b.Reports, report => report.ComplexCollection(r => r.Evidence));
            });
        });
        model.Entity<DuplicateRecommendation>().ToTable("duplicate_recommendation").HasKey(link => new { link.OneId, link.OtherId });
        model.Entity<ReviewCycle>().ToTable("review_cycle").HasSharedRow();
    }
}
