using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>How practices lie in <c>r2p.practice</c>.</summary>
public sealed class PracticeMapping : IDocumentMapping
{
    /// <summary>Reads practices where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Practice>(DocumentKind.Practice, PracticeLife.Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model) => model.Entity<Practice>(practice =>
    {
        practice.ToTable("practice").HasSharedDocument();
        practice.Ignore(p => p.Source).Ignore(p => p.ResultNotes).Ignore(p => p.Partners);
        practice.ComplexProperty(p => p.Body, body =>
        {
            body.ToJson();
            body.ComplexProperty(b => b.Source);
            body.ComplexCollection(b => b.ResultNotes);
            body.ComplexCollection(b => b.Partners);
        });
    });
}
