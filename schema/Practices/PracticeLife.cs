using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>Proposed → edited → approved → published, then confirmed every year or unconfirmed; what is told of another State begins unconfirmed.</summary>
internal static class PracticeLife
{
    private static readonly DocumentStatus[] Shared = [DocumentStatus.Published, DocumentStatus.Unconfirmed];

    public static Life Life { get; } = new(
        new(
            DocumentAct.Revise,
            Roles.WhoDraft,
            [DocumentStatus.Proposed, DocumentStatus.Edited, DocumentStatus.Approved],
            DocumentStatus.Edited),
        new(DocumentAct.Revise, Roles.WhoDecide, Shared) { OrBy = IsOfItsState },
        new(DocumentAct.Approve, Roles.WhoDecide, [DocumentStatus.Proposed, DocumentStatus.Edited], DocumentStatus.Approved),
        new(DocumentAct.Publish, Roles.WhoDecide, [DocumentStatus.Approved], DocumentStatus.Published),
        new(DocumentAct.Confirm, [], Shared, DocumentStatus.Published) { OrBy = AnswersForIt },
        new(DocumentAct.Report, Roles.WhoDraft, [DocumentStatus.Proposed, DocumentStatus.Edited]),
        new(DocumentAct.Report, Roles.WhoDecide, Shared) { OrBy = IsOfItsState },
        new(DocumentAct.Remove, [], Shared, DocumentStatus.Withdrawn) { OrBy = IsOfAnotherState });

    /// <summary>Whether it is told of a State that has not yet said that it is so: then it stays unconfirmed.</summary>
    public static bool NeedsConsent(Practice practice, string? stateOfOwner) => practice.Country is not null && practice.Country != stateOfOwner;

    /// <summary>The State that it tells of confirms it; where it tells of none, its owner's office does.</summary>
    private static bool AnswersForIt(Viewer viewer, ISharedDocument document) =>
        IsOfItsState(viewer, document)
        || (document is Practice { Country: null } && viewer.ActsFor(document.OwnerId, Roles.WhoDecide) is not null);

    /// <summary>The State that it tells of, where another office keeps the entry: a State withdraws its own.</summary>
    private static bool IsOfAnotherState(Viewer viewer, ISharedDocument document) =>
        IsOfItsState(viewer, document) && viewer.ActsFor(document.OwnerId) is null;

    /// <summary>A State answers for what the compendium tells of it, whoever keeps the entry.</summary>
    public static bool IsOfItsState(Viewer viewer, ISharedDocument document) =>
        document is Practice { Country: { } country }
        && viewer.Appointments.Any(held =>
            held.Role == Role.NationalFocalPoint && held.PartyCode == country && held.PartyKind == EnumText.Of(PartyKind.State));
}
