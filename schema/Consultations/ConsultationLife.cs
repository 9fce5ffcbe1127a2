using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>Open → closed. Whoever reads an open consultation may answer it for their office.</summary>
internal static class ConsultationLife
{
    /// <summary>May answer for their office. A civil-society desk answers for its own organization.</summary>
    public static readonly Role[] WhoSubmit = [.. Roles.WhoDecide, Role.CivilSocietyContributor];

    public static Life Life { get; } = new(
        new(DocumentAct.Revise, Roles.WhoDecide, [DocumentStatus.Open]),
        new(DocumentAct.Contribute, WhoSubmit, [DocumentStatus.Open])
        {
            OrBy = (viewer, _) => viewer.Appointments.Any(held => WhoSubmit.Contains(held.Role)),
        },
        new(DocumentAct.Close, Roles.WhoDecide, [DocumentStatus.Open], DocumentStatus.Closed))
    {
        Unshared = [],
        Shared = [DocumentStatus.Open, DocumentStatus.Closed],
    };
}
