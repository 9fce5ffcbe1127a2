using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>Draft → adopted → closed; an adopted strategy is corrected in place.</summary>
internal static class StrategyLife
{
    private static readonly DocumentStatus[] InForce = [DocumentStatus.Adopted, DocumentStatus.Closed];

    public static Life Life { get; } = new(
        new(DocumentAct.Revise, Roles.WhoDraft, [DocumentStatus.Draft]),
        new(DocumentAct.Revise, Roles.WhoDecide, [DocumentStatus.Adopted]),
        new(DocumentAct.Adopt, Roles.WhoDecide, [DocumentStatus.Draft], DocumentStatus.Adopted),
        new(DocumentAct.Publish, Roles.WhoDecide, InForce),
        new(DocumentAct.Report, Roles.WhoDraft, [DocumentStatus.Adopted]) { OrBy = SeesToAnAction },
        new(DocumentAct.Close, Roles.WhoDecide, [DocumentStatus.Adopted], DocumentStatus.Closed))
    {
        Unshared = [DocumentStatus.Draft],
        Shared = InForce,
        HoldsWordsOfOthers = document => document is Strategy strategy
            && strategy.Body.Actions.Exists(action => action.Reports.Exists(report => report.OfficeId != strategy.OwnerId)),
    };

    private static bool SeesToAnAction(Viewer viewer, ISharedDocument document) =>
        document is Strategy strategy && strategy.ActionOffices.Any(office => viewer.ActsFor(office, Roles.WhoDraft) is not null);
}
