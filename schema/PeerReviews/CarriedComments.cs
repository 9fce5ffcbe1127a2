using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Assessments;

namespace R2P.Schema.PeerReviews;

/// <summary>The comments that an assessment takes over from the one that it replaces.</summary>
[ObjectType<Assessment>]
public static class CarriedComments
{
    /// <summary>How many comments are taken over, at most.</summary>
    private const int Most = 200;

    /// <summary>
    /// The comments on the assessment that this one replaces, as far as you may read them, oldest first: <c>anchor { now }</c> tells what has become of the
    /// passage.
    /// </summary>
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<IReadOnlyList<Comment>>> CarriedCommentsAsync(
        [Parents] IReadOnlyList<Assessment> assessments, ReadSession session, CancellationToken cancellation)
    {
        Guid[] replaced = [.. assessments.Select(assessment => assessment.SupersedesId).OfType<Guid>().Distinct()];
        var comments = replaced is []
            ? []
            : await session.QueryAsync(
                (db, token) => db.VisibleComments()
                    .Where(comment => replaced.Contains(comment.DocumentId) && comment.InReplyToId == null)
                    .OrderBy(comment => comment.CreatedAt).ThenBy(comment => comment.Id)
                    .Take(Most)
                    .ToListAsync(token),
                cancellation);
        var byDocument = comments.ToLookup(comment => (Guid?)comment.DocumentId);
        return [.. assessments.Select(assessment => byDocument[assessment.SupersedesId].ToArray())];
    }
}
