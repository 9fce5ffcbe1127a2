using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>How treaty actions, reports and pledges lie in their tables.</summary>
public sealed class TreatyActionMapping : IDocumentMapping
{
    /// <summary>Recorded, and corrected in place.</summary>
    internal static Life Life { get; } = new(new LifeStep(DocumentAct.Revise, Roles.WhoDecide, [DocumentStatus.Recorded]))
    {
        Unshared = [],
        Shared = [DocumentStatus.Recorded],
    };

    /// <summary>Reads treaty actions where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<TreatyAction>(DocumentKind.TreatyAction, Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<TreatyAction>(action =>
        {
            action.ToTable("treaty_action").HasSharedDocument();
            action.Ignore(a => a.Source);
            action.ComplexProperty(a => a.Body, body =>
            {
                body.ToJson();
                body.ComplexProperty(b => b.Source);
            });
        });
        model.Entity<TreatyReport>().ToTable("treaty_report").HasSharedRow();
        model.Entity<Pledge>().ToTable("pledge").HasSharedRow();
        model.Entity<PledgeSupport>().ToTable("pledge_support").HasSharedRow();
        model.Entity<VetoExplanation>().ToTable("veto_explanation").HasSharedRow();
    }
}
