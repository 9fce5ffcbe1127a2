using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>
/// A call for reviewers: the owner of a review welcomes offers to take part. It has an audience of its own, and tells nothing of the document but its
/// kind. Who offers is known to the owner alone.
/// </summary>
public sealed class ReviewCall : SharedRow
{
    [GraphQLIgnore]
    public Guid ReviewId { get; set; }

    /// <summary>The kind of the document that is reviewed.</summary>
    [Filterable]
    public DocumentKind DocumentKind { get; set; }

    /// <summary>Whether offers are welcome.</summary>
    [Filterable]
    public ReviewCallStatus Status { get; set; }

    /// <summary>What the owner says to those who might offer (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>From this day on accepted reviewers read the document and comment on it.</summary>
    [Filterable, Sortable]
    public DateOnly OpensOn { get; set; }

    /// <summary>Until when comments are asked for; null without a date.</summary>
    [Filterable, Sortable]
    public DateOnly? DueOn { get; set; }
}

/// <summary>Whether a call for reviewers takes offers.</summary>
public enum ReviewCallStatus
{
    /// <summary>Offers are welcome.</summary>
    Open,

    /// <summary>Offers are not taken any more: the owner said so, or the review has ended.</summary>
    Ended,
}
