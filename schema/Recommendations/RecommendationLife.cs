using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>Received → accepted or noted → in progress → done; answered by the State that it is addressed to, whoever keeps the entry.</summary>
internal static class RecommendationLife
{
    private static readonly DocumentStatus[] Answered = [DocumentStatus.Accepted, DocumentStatus.Noted, DocumentStatus.InProgress];

    // Who keeps an entry of another's State does not answer for that State; who keeps one of its own is its focal point.
    private static readonly Role[] WhoAnswer = [Role.NationalFocalPoint];

    public static Life Life { get; } = new(
        new(DocumentAct.Accept, WhoAnswer, [DocumentStatus.Received, DocumentStatus.Noted], DocumentStatus.Accepted) { OrBy = IsOfItsState },
        new(DocumentAct.Decline, WhoAnswer, [DocumentStatus.Received], DocumentStatus.Noted) { OrBy = IsOfItsState },
        new(DocumentAct.Assign, WhoAnswer, [DocumentStatus.Received, .. Answered]) { OrBy = IsOfItsState },
        new(DocumentAct.Report, WhoAnswer, Answered, DocumentStatus.InProgress) { OrBy = ReportsOnIt },
        new(DocumentAct.Complete, WhoAnswer, Answered, DocumentStatus.Done) { OrBy = IsOfItsState })
    {
        Unshared = [],
        Shared = [DocumentStatus.Received, .. Answered, DocumentStatus.Done],
        HoldsWordsOfOthers = document => document is Recommendation recommendation
            && ((recommendation.Body.Answer is { } answer && answer.OfficeId != recommendation.OwnerId)
                || recommendation.Body.Reports.Exists(report => report.OfficeId != recommendation.OwnerId)),
    };

    /// <summary>Whether the viewer may say what else it belongs to: those who keep it, and the State's focal point.</summary>
    public static bool MayLink(Viewer viewer, Recommendation recommendation) =>
        viewer.ActsFor(recommendation.OwnerId, Roles.WhoDecide) is not null || IsOfItsState(viewer, recommendation);

    private static bool IsOfItsState(Viewer viewer, ISharedDocument document) =>
        document is Recommendation { Country: { } country }
        && viewer.Appointments.Any(held =>
            held.Role == Role.NationalFocalPoint && held.PartyCode == country && held.PartyKind == EnumText.Of(PartyKind.State));

    private static bool ReportsOnIt(Viewer viewer, ISharedDocument document) =>
        IsOfItsState(viewer, document)
        || (document is Recommendation { LeadId: { } lead } && viewer.ActsFor(lead, Role.NationalFocalPoint, Role.NationalContributor) is not null);
}
