using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>How guidance lies in <c>r2p.guidance</c>, and what was taught in <c>r2p.training</c>.</summary>
public sealed class GuidanceMapping : IDocumentMapping
{
    /// <summary>Reads guidance where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Guidance>(DocumentKind.Guidance, GuidanceLife.Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Guidance>(guidance =>
        {
            guidance.ToTable("guidance").HasSharedDocument();
            guidance.ComplexProperty(g => g.Body, body => body.ToJson());
        });
        model.Entity<Training>().ToTable("training").HasSharedRow();
    }
}
