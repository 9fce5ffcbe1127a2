using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>
/// Open → closed. Whoever takes part may do what the owner may: an exchange is nobody's alone. So nobody can give it another audience, take it
/// back from the others or erase it either; offices are invited, and leave.
/// </summary>
internal static class ExchangeLife
{
    /// <summary>May speak for their office in an exchange. A civil-society desk speaks for its own organization.</summary>
    public static readonly Role[] WhoSpeak = [.. Roles.WhoDecide, Role.CivilSocietyContributor];

    public static Life Life { get; } = new(
        new(DocumentAct.Contribute, Roles.WhoDraft, [DocumentStatus.Open]) { OrBy = (viewer, document) => TakesPart(viewer, document, Roles.WhoDraft) },
        new(DocumentAct.Close, Roles.WhoDecide, [DocumentStatus.Open], DocumentStatus.Closed)
        {
            OrBy = (viewer, document) => TakesPart(viewer, document, Roles.WhoDecide),
        })
    {
        Unshared = [],
        Shared = [],
        Erasable = [],
        GoesNoFarther = _ => true,
    };

    private static bool TakesPart(Viewer viewer, ISharedDocument document, Role[] roles) =>
        document is Exchange exchange
        && viewer.Appointments.Any(held => roles.Contains(held.Role) && exchange.ParticipantIds.Contains(held.OfficeId));
}
