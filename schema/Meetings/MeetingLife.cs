using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>Planned → held → closed. Whoever reads a meeting may put its own statements on record there.</summary>
internal static class MeetingLife
{
    /// <summary>May speak for their office. A civil-society desk speaks for its own organization.</summary>
    public static readonly Role[] WhoSpeak = [.. Roles.WhoDecide, Role.CivilSocietyContributor];

    public static Life Life { get; } = new(
        new(DocumentAct.Revise, Roles.WhoDecide, [DocumentStatus.Planned]),
        new(DocumentAct.Hold, Roles.WhoDecide, [DocumentStatus.Planned], DocumentStatus.Held),
        new(DocumentAct.Contribute, WhoSpeak, [DocumentStatus.Planned, DocumentStatus.Held])
        {
            OrBy = (viewer, _) => viewer.Appointments.Any(held => WhoSpeak.Contains(held.Role)),
        },
        new(DocumentAct.Close, Roles.WhoDecide, [DocumentStatus.Held], DocumentStatus.Closed))
    {
        Unshared = [],
        Shared = [DocumentStatus.Planned, DocumentStatus.Held, DocumentStatus.Closed],
    };
}
