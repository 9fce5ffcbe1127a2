using R2P.GraphQL;
using R2P.Schema.Members;

namespace R2P.Schema.PeerReviews;

/// <summary>A comment on the version under review, or a reply to one.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Kind">What kind of comment it is.</param>
/// <param name="Text">What you say (Markdown); at most 20,000 characters.</param>
/// <param name="Anchor">The passage that you mean. A reply has none of its own.</param>
/// <param name="Addressee">For whom it is; a reply is for nobody whom the comment was not for.</param>
/// <param name="Signature">How you sign.</param>
/// <param name="InReplyTo">The comment that you reply to.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices in this review.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record AddCommentInput(
    [property: ID<PeerReview>] Guid ReviewId,
    CommentKind Kind,
    string Text,
    AnchorInput? Anchor = null,
    CommentAddressee Addressee = CommentAddressee.Panel,
    SignatureKind Signature = SignatureKind.Office,
    [property: ID<Comment>] Guid? InReplyTo = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A passage of the version under review.</summary>
/// <param name="Pointer">
/// A JSON pointer (RFC 6901) into the document as this API shows it, such as <c>/ratings/2/finding</c>, or <c>/ratings/2</c> for all that is
/// said of the third rating.
/// </param>
/// <param name="Quote">The words that you mean, exactly as they stand there; left out, you mean the whole passage.</param>
public sealed record AnchorInput(string Pointer, string? Quote = null);

/// <summary>How a comment is signed.</summary>
public enum SignatureKind
{
    /// <summary>With the office's name.</summary>
    Office,

    /// <summary>
    /// As "a focal point in" the office's region. The author is sealed: no field, event or error names the office to anybody else. At least two
    /// accepted reviewers must be of that region, or the signature would hide nobody.
    /// </summary>
    Region,
}

/// <summary>What the owner of the document makes of a comment.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="TakenUp">Whether you take it up.</param>
/// <param name="Reason">Why, or why not (Markdown); at most 4,000 characters.</param>
/// <param name="Version">To change an answer: the version of it that you saw. Left out for the first answer.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AnswerCommentInput(
    [property: ID<Comment>] Guid CommentId, bool TakenUp, string Reason, int? Version = null, string? ClientMutationId = null);
