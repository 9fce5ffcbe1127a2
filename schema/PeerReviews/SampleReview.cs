using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Assessments;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>An invented review of Costa Rica's assessment, with a call to the network for reviewers, and Denmark's offer.</summary>
internal static class SampleReview
{
    private static readonly Guid ReviewId = ReferenceId.Of("review", "sample");

    public static void Add(DocumentContext context, SampleNetworkFile network, DateTimeOffset now)
    {
        var owner = network.Personas.Single(persona => persona.Persona == "costa-rica");
        var review = NewReview(context.Set<Assessment>().Local.Single(assessment => assessment.Id == ReferenceId.Of("assessment", owner.Subject)), now);
        var call = NewCall(review, now);
        context.AddRange(review, call, NewOffer(call, ReferenceId.Office(network.Personas.Single(persona => persona.Persona == "denmark").Office), now));
    }

    /// <summary>Takes the copy of the document that reviewers read; when everything is there.</summary>
    public static Task KeepVersionAsync(DocumentContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"select r2p.keep_reviewed_version({ReviewId})", cancellation);

    private static PeerReview NewReview(Assessment assessment, DateTimeOffset now) => new()
    {
        Id = ReviewId,
        OwnerId = assessment.OwnerId,
        Readers = ReaderRules.OfDraft(assessment.OwnerId),
        Language = assessment.Language,
        Status = ReviewStatus.Open,
        DocumentId = assessment.Id,
        DocumentKind = DocumentKind.Assessment,
        DocumentVersion = 1,
        Scope = "Invented for demonstration: do the findings follow from what they rest on?",
        OpensOn = DateOnly.FromDateTime(now.UtcDateTime),
        DueOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60),
    };

    private static ReviewCall NewCall(PeerReview review, DateTimeOffset now)
    {
        var audience = new Audience { Kind = AudienceKind.Network, Networks = ["GLOBAL_NETWORK_R2P_FOCAL_POINTS"] };
        return new()
        {
            Id = ReferenceId.Of("review-call", "sample"),
            OwnerId = review.OwnerId,
            Audience = audience,
            Readers = ReaderRules.OfPublished(review.OwnerId, null, audience),
            Language = review.Language,
            PublishedAt = now,
            ReviewId = review.Id,
            DocumentKind = review.DocumentKind,
            Status = ReviewCallStatus.Open,
            Text = "Invented for demonstration: peers who have assessed themselves are welcome to read our assessment and to comment on it (sample).",
            OpensOn = review.OpensOn,
            DueOn = review.DueOn,
        };
    }

    private static ReviewOffer NewOffer(ReviewCall call, Guid office, DateTimeOffset now) => new()
    {
        Id = ReferenceId.Of("review-offer", "sample"),
        CallId = call.Id,
        ReviewId = call.ReviewId,
        OwnerId = call.OwnerId,
        OfficeId = office,
        Status = ReviewOfferStatus.Offered,
        ConflictOfInterest = "None.",
        Brings = "Invented for demonstration: two readers who know the framework.",
        People = 2,
        Women = 1,
        OfferedAt = now,
        Readers = ReaderRules.OfOffices([call.OwnerId, office]),
    };
}
