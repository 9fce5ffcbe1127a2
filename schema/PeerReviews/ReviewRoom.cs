using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.PeerReviews;

/// <summary>What the acts in a review have in common: they go one after the other, and each party acts for itself.</summary>
internal static class ReviewRoom
{
    /// <summary>The review that an act is about. Other acts in it wait until this one is done, so that none works on what another changes.</summary>
    /// <exception cref="ActRefusedException">NOT_FOUND, also for whoever may not see it.</exception>
    public static async Task<PeerReview> EnterReviewAsync(this Act act, Guid id)
    {
        await act.LockReviewAsync(id);
        return await act.Context.Visible<PeerReview>().SingleOrDefaultAsync(review => review.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("peer review", "input", "reviewId");
    }

    public static Task LockReviewAsync(this Act act, Guid id) => act.LockAsync(ActLock.Review, id.ToString());

    /// <summary>The same for the review's owner, in the version that they saw.</summary>
    public static async Task<PeerReview> EnterOwnReviewAsync(this Act act, Guid id, int version, string toDo)
    {
        var review = await act.EnterReviewAsync(id);
        act.MustActFor(review.OwnerId, toDo, Roles.WhoDecide);
        return review.Version == version ? review : throw Refuse.Stale(review.Version);
    }

    public static void MustBeOpen(this PeerReview review, string act)
    {
        if (review.Status != ReviewStatus.Open)
        {
            throw Refuse.Transition(act, review.Status, ReviewStatus.Open);
        }
    }

    /// <summary>The row of the reviewing office that the viewer acts for.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED if there is none; INVALID_INPUT if there are several and the input names none.</exception>
    public static async Task<Reviewer> MustReviewAsync(this Act act, PeerReview review, Guid? office, string toDo)
    {
        Guid[] offices = [.. act.OfficesToDecideFor(office)];
        var rows = await act.Context.Readable<Reviewer>()
            .Where(reviewer => reviewer.ReviewId == review.Id && offices.Contains(reviewer.OfficeId))
            .ToListAsync(act.Cancellation);
        return rows switch
        {
            [var only] => only,
            [] => throw Refuse.NotAllowed(toDo),
            _ => throw Refuse.Invalid("You act for several of the reviewing offices: name one.", "input", "office"),
        };
    }

    /// <summary>The offices for which the viewer may speak to others.</summary>
    public static IEnumerable<Guid> OfficesToDecideFor(this Act act, Guid? office) => act.Viewer.Appointments
        .Where(held => Roles.WhoDecide.Contains(held.Role) && (office is null || held.OfficeId == office))
        .Select(held => held.OfficeId)
        .Distinct();

    /// <summary>The comments that the viewer may see.</summary>
    public static IQueryable<Comment> VisibleComments(this DocumentContext db) =>
        db.Readable<Comment>().Where(comment => DocumentContext.IsOpen(comment.ExpiresAt, comment.OwnerId));

    /// <summary>Tells the offices of a review that something happened to it.</summary>
    public static void TellReview(this Act act, ChangeType type, PeerReview review, bool changesAccess = false) => act.TellOfReview(
        type,
        review.Id,
        new ReviewEvent(review.DocumentId, review.DocumentKind, review.DocumentVersion),
        review.Readers,
        changesAccess);

    /// <summary>Tells the readers of a comment that something happened to it.</summary>
    public static void TellComment(this Act act, ChangeType type, Comment comment, bool hidesActor = false) => act.TellOfReview(
        type,
        comment.ReviewId,
        new ReviewEvent(comment.DocumentId, comment.DocumentKind, comment.DocumentVersion, comment.Id, hidesActor),
        comment.Readers);
}
