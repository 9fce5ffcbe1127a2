using R2P.GraphQL;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>A review to open on one of your office's documents.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Version">The version that you saw: that one is reviewed. It has to be the current one.</param>
/// <param name="Reviewers">
/// The offices that are asked to review; yours is not one of them. At most 50; may be empty where offers are welcome.
/// </param>
/// <param name="Scope">What they are asked to look at (Markdown); at most 4,000 characters.</param>
/// <param name="OpensOn">The day from which accepted reviewers read the document; by default today (UTC).</param>
/// <param name="DueOn">Until when comments are asked for.</param>
/// <param name="OffersFrom">
/// Who reads the call for reviewers, and may offer to be one; by default nobody. You accept or decline each offer. The call shows nothing of the
/// document but its kind, and says who calls, in which words, and when.
/// </param>
/// <param name="Call">What the call says (Markdown), where there is one; at most 4,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record OpenReviewInput(
    NodeId DocumentId,
    int Version,
    [property: ID<Office>] IReadOnlyList<Guid> Reviewers,
    string Scope,
    DateOnly? OpensOn = null,
    DateOnly? DueOn = null,
    AudienceInput? OffersFrom = null,
    string? Call = null,
    string? ClientMutationId = null);

/// <summary>The answer of an office that takes part in a review.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="ConflictOfInterest">
/// Any interest that could bias you, or that there is <c>none</c>; the owner and the other reviewers read it. At most 2,000 characters.
/// </param>
/// <param name="Panel">How many people of yours take part, and how many of them are women; the review tells the sum of all.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several of the reviewing offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AcceptReviewInput(
    [property: ID<PeerReview>] Guid ReviewId,
    string ConflictOfInterest,
    PanelInput? Panel = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>The answer of an office that does not take part in a review, or not any more.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several of the reviewing offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record DeclineReviewInput(
    [property: ID<PeerReview>] Guid ReviewId,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A review to call off.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Version">The version of the review that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CancelReviewInput(
    [property: ID<PeerReview>] Guid ReviewId, int Version, string? Reason = null, string? ClientMutationId = null);

/// <summary>A review to close: every comment has been answered.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Version">The version of the review that you saw.</param>
/// <param name="Conclusions">What you conclude (Markdown); the reviewing offices read it. At most 20,000 characters.</param>
/// <param name="Release">
/// The comments and replies that the document's readers may read from now on, with their quotes and answers: whoever they are, and only as long as
/// they are. Only what was written for the audience can be released.
/// </param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CloseReviewInput(
    [property: ID<PeerReview>] Guid ReviewId,
    int Version,
    string Conclusions,
    [property: ID<Comment>] IReadOnlyList<Guid>? Release = null,
    string? ClientMutationId = null);
