using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>Reads comments for batch resolvers: one statement for any number of parents.</summary>
internal static class CommentReads
{
    public static Task<IReadOnlyList<Comment?>> FindCommentsAsync(
        this ReadSession session, IReadOnlyList<Guid> ids, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleComments(), selection, cancellation);

    /// <summary>All versions of the comments' answers, newest first.</summary>
    public static async Task<ILookup<Guid, CommentAnswer>> FindAnswersAsync(
        this ReadSession session, IReadOnlyList<Guid> comments, CancellationToken cancellation)
    {
        var answers = await session.QueryAsync(
            (db, token) =>
                (from comment in db.VisibleComments()
                 where comments.Contains(comment.Id)
                 join answer in db.Set<CommentAnswer>() on comment.Id equals answer.CommentId
                 orderby answer.Version descending
                 select answer).ToListAsync(token),
            cancellation);
        return answers.ToLookup(answer => answer.CommentId);
    }

    /// <summary>For sealed comments that the viewer's own office wrote: that office.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid?>> FindOwnOfficesAsync(
        this ReadSession session, IReadOnlyList<Guid> comments, CancellationToken cancellation)
    {
        if (comments.Count == 0)
        {
            return new Dictionary<Guid, Guid?>();
        }

        return await session.QueryAsync(
            (db, token) => db.Readable<CommentAuthor>()
                .Where(author => comments.Contains(author.CommentId))
                .ToDictionaryAsync(author => author.CommentId, author => (Guid?)author.OfficeId, token),
            cancellation);
    }
}
