using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Changes;
using R2P.Schema.Inbox;

namespace R2P.Schema.PeerReviews;

/// <summary>Registers peer reviews.</summary>
internal static class PeerReviewServices
{
    public static IServiceCollection AddPeerReviews(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, PeerReviewMapping>()
        .AddSingleton<Signatures>()
        .AddSingleton<IChangeSubject, ReviewCallChanges>()
        .AddSingleton<IInboxSource, ReviewsToAccept>()
        .AddSingleton<IInboxSource, ReviewOffersToDecide>()
        .AddSingleton<IInboxSource, ReviewPanelsWithoutWomen>()
        .AddSingleton<IInboxSource, CommentsToAnswer>();
}
