using Microsoft.EntityFrameworkCore;
using R2P.Documents;

namespace R2P.Schema.Recalls;

/// <summary>How requests to acknowledge a recall lie in <c>r2p.recall</c>; the database makes them.</summary>
public sealed class RecallMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<Recall>().ToTable("recall").Ignore(recall => recall.DocumentGlobalId).Property(recall => recall.Id).ValueGeneratedNever();
}
