using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>Requests and offers: open → matched → agreed → closed.</summary>
internal static class AssistanceLife
{
    private static readonly DocumentStatus[] Running = [DocumentStatus.Open, DocumentStatus.Matched, DocumentStatus.Agreed];
    private static readonly DocumentStatus[] All = [.. Running, DocumentStatus.Closed];

    public static Life OfRequest { get; } = new(
        new(DocumentAct.Revise, Roles.WhoDraft, Running) { While = Life.IsUnshared },
        new(DocumentAct.Revise, Roles.WhoSpeak, Running),
        new(DocumentAct.Close, Roles.WhoSpeak, Running, DocumentStatus.Closed),
        new(DocumentAct.Share, [Role.CivilSocietyContributor], All),
        new(DocumentAct.Withdraw, [Role.CivilSocietyContributor], All, DocumentStatus.Withdrawn))
    {
        Unshared = [],
        Shared = All,
        Erasable = [DocumentStatus.Open, DocumentStatus.Closed, DocumentStatus.Withdrawn],
    };

    /// <summary>Whoever asked decides; from the match on both sides may do the same.</summary>
    public static Life OfOffer { get; } = new(
        new(DocumentAct.Revise, Roles.WhoDraft, [DocumentStatus.Open]) { While = Life.IsUnshared },
        new(DocumentAct.Revise, Roles.WhoSpeak, [DocumentStatus.Open]),
        new(DocumentAct.Accept, [], [DocumentStatus.Open], DocumentStatus.Matched) { OrBy = HasAsked },
        new(DocumentAct.Decline, [], [DocumentStatus.Open], DocumentStatus.Closed) { OrBy = HasAsked },
        new(DocumentAct.Agree, Roles.WhoSpeak, [DocumentStatus.Matched]) { OrBy = HasAsked },
        new(DocumentAct.Amend, Roles.WhoSpeak, [DocumentStatus.Agreed], DocumentStatus.Matched) { OrBy = HasAsked },
        new(DocumentAct.Hold, Roles.WhoSpeak, [DocumentStatus.Agreed]) { OrBy = HasAsked },
        new(DocumentAct.Report, Roles.WhoSpeak, [DocumentStatus.Agreed, DocumentStatus.Closed]) { While = WasAccepted, OrBy = HasAsked },
        new(DocumentAct.Close, Roles.WhoSpeak, Running, DocumentStatus.Closed),
        new(DocumentAct.Close, [], [DocumentStatus.Matched, DocumentStatus.Agreed], DocumentStatus.Closed) { OrBy = HasAsked },
        new(DocumentAct.Share, [Role.CivilSocietyContributor], [DocumentStatus.Open]) { While = document => !IsAnswer(document) },
        new(DocumentAct.Withdraw, [Role.CivilSocietyContributor], [DocumentStatus.Open], DocumentStatus.Withdrawn))
    {
        Unshared = [],
        Shared = [DocumentStatus.Open],
        Erasable = [.. All, DocumentStatus.Withdrawn],
        GoesNoFarther = IsAnswer,
        HoldsWordsOfOthers = document => document is AssistanceOffer { Answer: not null },
    };

    /// <summary>Where no help was agreed to there is none to report on.</summary>
    private static bool WasAccepted(ISharedDocument document) => document is AssistanceOffer { Answer: OfferAnswer.Accepted };

    /// <summary>An answer is read by both offices, and nobody else.</summary>
    private static bool IsAnswer(ISharedDocument document) => document is AssistanceOffer { RequestId: not null };

    private static bool HasAsked(Viewer viewer, ISharedDocument document) =>
        document is AssistanceOffer { RequesterId: { } requester } && viewer.ActsFor(requester, Roles.WhoSpeak) is not null;
}
