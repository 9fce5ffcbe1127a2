using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>Raised → acknowledged → decided → closed; passed on, it is raised anew before another office.</summary>
internal static class AlertLife
{
    private static readonly DocumentStatus[] BeforeDecision = [DocumentStatus.Raised, DocumentStatus.Acknowledged];
    private static readonly DocumentStatus[] All = [.. BeforeDecision, DocumentStatus.Decided, DocumentStatus.Closed];

    public static Life Life { get; } = new(
        new(DocumentAct.Revise, Roles.WhoDraft, [.. BeforeDecision, DocumentStatus.Decided]) { While = Life.IsUnshared },
        new(DocumentAct.Revise, Roles.WhoSpeak, [.. BeforeDecision, DocumentStatus.Decided]),
        new(DocumentAct.Acknowledge, Roles.WhoSpeak, [DocumentStatus.Raised], DocumentStatus.Acknowledged) { OrBy = MustDecide },
        new(DocumentAct.Decide, Roles.WhoSpeak, [DocumentStatus.Acknowledged, DocumentStatus.Decided], DocumentStatus.Decided) { OrBy = MustDecide },
        new(DocumentAct.Contribute, Roles.WhoDraft, [.. BeforeDecision, DocumentStatus.Decided]) { OrBy = WritesForAnOffice },
        new(DocumentAct.Close, Roles.WhoSpeak, [DocumentStatus.Decided], DocumentStatus.Closed) { OrBy = MustDecide },
        new(DocumentAct.Share, [Role.CivilSocietyContributor], All),
        new(DocumentAct.Withdraw, [Role.CivilSocietyContributor], All, DocumentStatus.Withdrawn))
    {
        Unshared = [],
        Shared = All,
        HoldsWordsOfOthers = document => document is Alert alert && alert.Body.Decisions.Exists(decision => decision.OfficeId != alert.OwnerId),
    };

    /// <summary>Whoever has to decide may, whoever raised the alert.</summary>
    private static bool MustDecide(Viewer viewer, ISharedDocument document) =>
        document is Alert alert && viewer.ActsFor(alert.ResponsibleId, Roles.WhoSpeak) is not null;

    /// <summary>Whoever reads an alert may say what they make of it and what they can do.</summary>
    private static bool WritesForAnOffice(Viewer viewer, ISharedDocument document) =>
        viewer.Appointments.Any(held => Roles.WhoDraft.Contains(held.Role));
}
