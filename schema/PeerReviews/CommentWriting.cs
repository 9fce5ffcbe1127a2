using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>The steps of writing a comment.</summary>
internal static class CommentWriting
{
    /// <summary>The office that speaks: that of an accepted reviewer, or the owner's own.</summary>
    public static async Task<Guid> SpeakerAsync(Act act, PeerReview review, Guid? office)
    {
        if (act.OfficesToDecideFor(office).Contains(review.OwnerId))
        {
            return review.OwnerId;
        }

        var reviewer = await act.MustReviewAsync(review, office, "comment in this review");
        if (reviewer.Status != ReviewerStatus.Accepted)
        {
            throw Refuse.Transition("addComment", reviewer.Status, ReviewerStatus.Accepted);
        }

        return review.OpensOn <= ReviewOpening.Today(act)
            ? reviewer.OfficeId
            : throw Refuse.Invalid($"The review opens on {review.OpensOn:yyyy-MM-dd}.", "input", "reviewId");
    }

    /// <summary>The comment that is replied to.</summary>
    public static async Task<Comment?> FindParentAsync(Act act, PeerReview review, AddCommentInput input)
    {
        if (input.InReplyTo is not { } id)
        {
            return null;
        }

        var parent = await act.Context.VisibleComments()
            .AsNoTracking()
            .SingleOrDefaultAsync(comment => comment.Id == id && comment.ReviewId == review.Id, act.Cancellation);
        return parent ?? throw Refuse.NotFound("comment", "input", "inReplyTo");
    }

    /// <summary>Checks what was written and where; the passage that is meant.</summary>
    public static async Task<Passage> FindPassageAsync(
        Act act, PeerReview review, SharedDocuments documents, AddCommentInput input, Comment? parent)
    {
        var check = new InputCheck();
        check.Text(input.Text, DocumentRules.MaxText, "text");
        if (parent is not null && input.Anchor is not null)
        {
            check.Add("A reply stands at the passage of the comment that it replies to: leave the anchor out.", "anchor");
        }
        else if (parent is null && input.Anchor is null)
        {
            check.Add("Say which passage you mean.", "anchor");
        }

        if (input.Addressee > parent?.Addressee)
        {
            check.Add($"The comment that you reply to was for {Documents.EnumText.Of(parent.Addressee)} only.", "addressee");
        }

        var document = await documents.FindReviewedAsync(act.Context, review, act.Cancellation)
            ?? throw Refuse.NotFound("version under review", "input", "reviewId");
        var passage = parent is null && input.Anchor is { } anchor ? Anchored(check, document, anchor) : null;
        check.ThrowIfAny();
        return passage ?? AnchorPlace.Follow(DocumentContent.Of(document), parent!.Place)!;
    }

    public static async Task<Comment> WriteAsync(
        Act act, PeerReview review, AddCommentInput input, Passage passage, Signature signature, Comment? parent)
    {
        var author = signature.Office is { } office ? ReaderToken.Office(office) : ReaderToken.Seal(signature.Seal!.Value);
        string[] own = [.. new[] { ReaderToken.Office(review.OwnerId), author }.Concat(parent?.OwnReaders ?? []).Distinct()];
        return new Comment
        {
            Id = act.NewId(),
            ReviewId = review.Id,
            DocumentId = review.DocumentId,
            DocumentKind = review.DocumentKind,
            DocumentVersion = review.DocumentVersion,
            OwnerId = review.OwnerId,
            OfficeId = signature.Office,
            Signature = signature.Text,
            InReplyToId = parent?.Id,
            Kind = input.Kind,
            Addressee = input.Addressee,
            Pointer = passage.Pointer,
            Quote = parent is null ? input.Anchor?.Quote : parent.Quote,
            Place = passage.Place,
            Digest = passage.Digest,
            Text = input.Text,
            CreatedAt = act.Now,
            ExpiresAt = await ExpiryAsync(act, review),
            OwnReaders = own,
            Readers = input.Addressee == CommentAddressee.Owner ? own : [.. own, ReaderToken.Review(review.Id)],
        };
    }

    public static CommentAuthor AuthorOf(Act act, Comment comment, Guid office) => new()
    {
        CommentId = comment.Id,
        OfficeId = office,
        PersonId = act.Viewer.PersonId!.Value,
        Readers = [ReaderToken.Office(office)],
    };

    private static Task<DateTimeOffset?> ExpiryAsync(Act act, PeerReview review) => act.Context.Readable<ReviewedVersion>()
        .Where(version => version.ReviewId == review.Id)
        .Select(version => version.ExpiresAt)
        .SingleAsync(act.Cancellation);

    private static Passage? Anchored(InputCheck check, ISharedDocument document, AnchorInput anchor)
    {
        if (JsonPointer.Parse(anchor.Pointer) is not { } pointer)
        {
            check.Add("Is no JSON pointer (RFC 6901), such as /ratings/2/finding.", "anchor", "pointer");
            return null;
        }

        if (AnchorPlace.Find(DocumentContent.Of(document), pointer) is not { } passage)
        {
            check.Add($"Leads to nothing in version {document.Version} of the document.", "anchor", "pointer");
            return null;
        }

        if (anchor.Quote is { } quote && (string.IsNullOrWhiteSpace(quote) || !passage.Text.Contains(quote, StringComparison.Ordinal)))
        {
            check.Add("Does not occur at that passage: quote the words exactly as they stand there.", "anchor", "quote");
        }

        return passage;
    }
}
