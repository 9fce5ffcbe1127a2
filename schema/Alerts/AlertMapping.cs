using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>How alerts lie in <c>r2p.alert</c>, and what is written to them in tables of its own.</summary>
public sealed class AlertMapping : IDocumentMapping
{
    /// <summary>Reads alerts where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Alert>(DocumentKind.Alert, AlertLife.Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Alert>(alert =>
        {
            alert.ToTable("alert").HasSharedDocument();
            alert.Ignore(a => a.WarningToDecision).Ignore(a => a.Actors).Ignore(a => a.Information).Ignore(a => a.Options);
            alert.Ignore(a => a.Dialogue).Ignore(a => a.Prerequisites).Ignore(a => a.CouncilAvenues).Ignore(a => a.Decisions);
            alert.Ignore(a => a.Outcome);
            alert.ComplexProperty(a => a.Body, body =>
            {
                body.ToJson();
                body.ComplexCollection(b => b.Actors);
                body.ComplexCollection(b => b.Information);
                body.ComplexCollection(b => b.Options);
                body.ComplexCollection(b => b.Dialogue);
                body.ComplexCollection(b => b.Prerequisites);
                body.ComplexCollection(b => b.CouncilAvenues);
                body.ComplexCollection(b => b.Decisions, decision => decision.ComplexCollection(d => d.Tasks));
            });
        });
        model.Entity<AlertAnalysis>(analysis =>
        {
            analysis.ToTable("alert_analysis").Ignore(a => a.Sealed).Property(a => a.Id).ValueGeneratedNever();
            analysis.Property(a => a.Readers).ValueGeneratedOnAdd();
            analysis.HasOne<Alert>().WithMany().HasForeignKey(a => a.AlertId);
        });
        model.Entity<AlertAnalyst>(analyst =>
        {
            analyst.ToTable("alert_analyst").HasKey(a => a.AnalysisId);
            analyst.HasOne<AlertAnalysis>().WithOne().HasForeignKey<AlertAnalyst>(a => a.AnalysisId);
        });
        model.Entity<AlertContribution>(contribution =>
        {
            contribution.ToTable("alert_contribution").Property(c => c.Id).ValueGeneratedNever();
            contribution.Property(c => c.Readers).ValueGeneratedOnAdd();
            contribution.HasOne<Alert>().WithMany().HasForeignKey(c => c.AlertId);
        });
    }
}
