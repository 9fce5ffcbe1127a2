using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>How consultations and submissions lie in their tables.</summary>
public sealed class ConsultationMapping : IDocumentMapping
{
    /// <summary>Reads consultations where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Consultation>(DocumentKind.Consultation, ConsultationLife.Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Consultation>(consultation =>
        {
            consultation.ToTable("consultation").HasSharedDocument();
            consultation.Ignore(c => c.Purpose).Ignore(c => c.Questions).Ignore(c => c.Report);
            consultation.ComplexProperty(c => c.Body, body =>
            {
                body.ToJson();
                body.ComplexCollection(b => b.Questions);
            });
        });
        model.Entity<Submission>(submission =>
        {
            submission.ToTable("submission").Property(s => s.Id).ValueGeneratedNever();
            submission.ComplexCollection(s => s.Answers, answers => answers.ToJson());
        });
        model.Entity<SubmissionAuthor>(author =>
        {
            author.ToTable("submission_author").HasKey(a => a.SubmissionId);
            author.HasOne<Submission>().WithOne().HasForeignKey<SubmissionAuthor>(a => a.SubmissionId);
        });
        model.Entity<SubmissionAnswer>().ToTable("submission_answer").HasKey(a => new { a.SubmissionId, a.Version });
    }
}
