using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Excerpts;

/// <summary>How excerpts and requests for access lie in their tables.</summary>
public sealed class ExcerptMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Excerpt>().ToTable("excerpt").HasSharedRow().ComplexProperty(e => e.Handling, handling => handling.ToJson());
        model.Entity<AccessRequest>().ToTable("access_request").Property(request => request.Id).ValueGeneratedNever();
    }
}
