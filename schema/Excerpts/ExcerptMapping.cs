using Microsoft.EntityFrameworkCore;
using R2P.Documents;

namespace R2P.Schema.Excerpts;

/// <summary>How excerpts and requests for access lie in their tables.</summary>
public sealed class ExcerptMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Excerpt>(excerpt =>
        {
            excerpt.ToTable("excerpt").Property(e => e.IsRestricted).ValueGeneratedOnAddOrUpdate();
            excerpt.ComplexProperty(e => e.Audience, audience => audience.ToJson());
            excerpt.ComplexProperty(e => e.Handling, handling => handling.ToJson());
        });
        model.Entity<AccessRequest>().ToTable("access_request").Property(request => request.Id).ValueGeneratedNever();
    }
}
