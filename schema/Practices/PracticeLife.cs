using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>Proposed → edited → approved → published, then confirmed every year or unconfirmed.</summary>
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
        new(DocumentAct.Confirm, Roles.WhoDecide, Shared, DocumentStatus.Published) { OrBy = IsOfItsState });

    /// <summary>A State answers for what the compendium tells of it, whoever keeps the entry.</summary>
    private static bool IsOfItsState(Viewer viewer, ISharedDocument document) =>
        document is Practice { Country: { } country }
        && viewer.Appointments.Any(held =>
            held.Role == Role.NationalFocalPoint && held.PartyCode == country && held.PartyKind == EnumText.Of(PartyKind.State));
}
