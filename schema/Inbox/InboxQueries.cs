using System.Security.Claims;
using R2P.GraphQL;

namespace R2P.Schema.Inbox;

/// <summary>The inbox in queries.</summary>
[QueryType]
public static class InboxQueries
{
    /// <summary>What needs you: reviews to accept, comments to answer, alerts due, replies expected. Empty for whoever holds no office.</summary>
    public static ViewerInbox Inbox() => new();
}

/// <summary>The inbox live.</summary>
[SubscriptionType]
public static class InboxSubscriptions
{
    /// <summary>
    /// Your inbox, at once and then whenever what is in it changes: because of an act, or because a date has come. Changes that follow closely upon
    /// each other are told as one.
    /// </summary>
    [Authorize]
    public static IAsyncEnumerable<ViewerInbox> InboxChangedAsync(InboxFeed feed, ClaimsPrincipal user, CancellationToken cancellation) =>
        feed.FollowAsync(user, cancellation);
}
