using R2P.GraphQL;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>A call for reviewers to end. The offers that were made still wait for your decision.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Version">The version of the call that you saw.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record EndReviewCallInput([property: ID<ReviewCall>] Guid CallId, int Version, string? ClientMutationId = null);

/// <summary>The offer of an office to review. The owner of the review reads it, and nobody else.</summary>
/// <param name="CallId">The call that you answer.</param>
/// <param name="ConflictOfInterest">
/// Any interest that could bias you, or that there is <c>none</c>; if you are accepted, the other reviewers read it, too. At most 2,000 characters.
/// </param>
/// <param name="Brings">What you would bring to the review (Markdown); at most 4,000 characters.</param>
/// <param name="Panel">How many people of yours would take part, and how many of them are women.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record OfferToReviewInput(
    [property: ID<ReviewCall>] Guid CallId,
    string ConflictOfInterest,
    string Brings,
    PanelInput? Panel = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>An offer to review that you accept.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Reason">Why, for the office that offered; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AcceptReviewerInput([property: ID<ReviewOffer>] Guid OfferId, string? Reason = null, string? ClientMutationId = null);

/// <summary>An offer to review that you decline.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Reason">Why: the office that offered reads it, nobody else. At most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record DeclineReviewerInput([property: ID<ReviewOffer>] Guid OfferId, string Reason, string? ClientMutationId = null);
