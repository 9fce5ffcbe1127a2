using System.Security.Claims;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Changes;

/// <summary>Live updates.</summary>
[SubscriptionType]
public static class ChangeSubscriptions
{
    /// <summary>
    /// Everything that happens from now on and that you may see, in order, each change once. Who was cut off comes back with the cursor of the last
    /// change that they had, and misses nothing. A document that you could read and that was taken back is told whatever the filter.
    /// </summary>
    /// <param name="after">Begins behind the change with this cursor instead of now.</param>
    /// <param name="kinds">Only documents of these kinds.</param>
    [UseFiltering]
    public static Task<IAsyncEnumerable<SourceEvent<Change>>> ChangesAsync(
        Cursor? after,
        IReadOnlyList<DocumentKind>? kinds,
        QueryContext<IDocumentColumns> query,
        ChangeFeed feed,
        SharedOperation operation,
        ClaimsPrincipal user,
        CancellationToken cancellation) =>
        feed.OpenAsync(after, ChangeFilter.Of(kinds, query.Where), operation, user, cancellation);

    /// <summary>
    /// What happens to one document. A document that there is not, or that you may not see, is one to which nothing happens.
    /// </summary>
    /// <param name="id">The document's global id.</param>
    /// <param name="after">Begins behind the change with this cursor instead of now.</param>
    public static Task<IAsyncEnumerable<SourceEvent<Change>>> DocumentChangedAsync(
        NodeId id, Cursor? after, ChangeFeed feed, SharedOperation operation, ClaimsPrincipal user, CancellationToken cancellation) =>
        Enum.TryParse<DocumentKind>(id.TypeName, out _)
            ? feed.OpenAsync(after, ChangeFilter.Of(id), operation, user, cancellation)
            : throw Refused("id", "document");

    /// <summary>What happens in one review. A review that there is not, or that you may not see, is one in which nothing happens.</summary>
    /// <param name="review">The review's global id.</param>
    /// <param name="after">Begins behind the change with this cursor instead of now.</param>
    public static Task<IAsyncEnumerable<SourceEvent<Change>>> ReviewActivityAsync(
        NodeId review, Cursor? after, ChangeFeed feed, SharedOperation operation, ClaimsPrincipal user, CancellationToken cancellation) =>
        review.TypeName == "PeerReview"
            ? feed.OpenAsync(after, ChangeFilter.Of(review), operation, user, cancellation)
            : throw Refused("review", "peer review");

    private static GraphQLException Refused(string argument, string what) =>
        new($"Argument \"{argument}\" is not the id of a {what}.", ErrorCodes.BadUserInput);
}
