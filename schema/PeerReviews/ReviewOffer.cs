using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Members;

namespace R2P.Schema.PeerReviews;

/// <summary>The offer of an office to review, in answer to a call. The office itself and the owner of the review read it, nobody else.</summary>
public sealed class ReviewOffer : IReadable, IHasId
{
    /// <summary>The offer's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid CallId { get; set; }

    [GraphQLIgnore]
    public Guid ReviewId { get; set; }

    [GraphQLIgnore]
    public Guid OwnerId { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>What became of the offer.</summary>
    public ReviewOfferStatus Status { get; set; }

    /// <summary>What the office states about a conflict of interest. If it is accepted, the panel reads that.</summary>
    public required string ConflictOfInterest { get; set; }

    /// <summary>What the office would bring to the review (Markdown).</summary>
    public required string Brings { get; set; }

    [GraphQLIgnore]
    public int? People { get; set; }

    [GraphQLIgnore]
    public int? Women { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset OfferedAt { get; set; }

    /// <summary>When the owner decided, or the review ended without that; null until then.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why the owner decided so; null where nothing was said.</summary>
    public string? Reason { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>What became of an offer to review.</summary>
public enum ReviewOfferStatus
{
    /// <summary>It waits for the owner's decision.</summary>
    Offered,

    /// <summary>The office is a reviewer, with the rights of one that was asked.</summary>
    Accepted,

    /// <summary>The owner declined it, with a reason.</summary>
    Declined,

    /// <summary>The review ended before the owner decided.</summary>
    Lapsed,
}
