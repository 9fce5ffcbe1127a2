using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>How assessments lie in <c>r2p.assessment</c>.</summary>
public sealed class AssessmentMapping : IDocumentMapping
{
    /// <summary>Reads assessments where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Assessment>(DocumentKind.Assessment, AssessmentLife.Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model) => model.Entity<Assessment>(assessment =>
    {
        assessment.ToTable("assessment").HasSharedDocument();
        assessment.Ignore(a => a.Ratings).Ignore(a => a.Inhibitors).Ignore(a => a.Triggers).Ignore(a => a.Consulted);
        assessment.ComplexProperty(a => a.Body, body =>
        {
            body.ToJson();
            body.ComplexCollection(b => b.Ratings, rating =>
            {
                rating.ComplexCollection(r => r.Evidence);
                rating.ComplexCollection(r => r.Indicators);
            });
            body.ComplexCollection(b => b.Inhibitors);
            body.ComplexCollection(b => b.Triggers);
            body.ComplexCollection(b => b.Consulted);
        });
    });
}
