using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>How reviews, reviewers, comments and answers lie in their tables.</summary>
public sealed class PeerReviewMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<PeerReview>().ToTable("peer_review");
        model.Entity<Reviewer>(reviewer =>
        {
            reviewer.ToTable("reviewer").HasKey(r => new { r.ReviewId, r.OfficeId });
            reviewer.HasOne<PeerReview>().WithMany().HasForeignKey(r => r.ReviewId);
        });
        model.Entity<ReviewedVersion>().ToTable("reviewed_version").HasKey(version => version.ReviewId);
        model.Entity<ReviewCall>().ToTable("review_call").HasSharedRow();
        model.Entity<ReviewOffer>().ToTable("review_offer").Property(offer => offer.Id).ValueGeneratedNever();
        model.Entity<Comment>(comment =>
        {
            comment.ToTable("comment").Ignore(c => c.Anchor).Property(c => c.Id).ValueGeneratedNever();
        });
        model.Entity<CommentAuthor>(author =>
        {
            author.ToTable("comment_author").HasKey(a => a.CommentId);
            author.HasOne<Comment>().WithOne().HasForeignKey<CommentAuthor>(a => a.CommentId);
        });
        model.Entity<CommentAnswer>().ToTable("comment_answer").HasKey(a => new { a.CommentId, a.Version });
    }
}
