using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>How strategies lie in <c>r2p.strategy</c>, with their summaries and the self-checks.</summary>
public sealed class StrategyMapping : IDocumentMapping
{
    /// <summary>Reads strategies where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Strategy>(
        DocumentKind.Strategy,
        StrategyLife.Life,
        (db, strategy) => db.Visible<StrategySummary>().Where(summary => summary.StrategyId == strategy));

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Strategy>(Configure);
        model.Entity<StrategySummary>().ToTable("strategy_summary").HasSharedRow();
        model.Entity<StrategyHelp>().ToTable("strategy_help").HasKey(help => new { help.StrategyId, help.DocumentId });
        model.Entity<SelfCheck>(check =>
        {
            check.ToTable("self_check").HasSharedRow().Ignore(c => c.Answers);
            check.ComplexProperty(c => c.Body, body =>
            {
                body.ToJson();
                body.ComplexCollection(b => b.Answers);
            });
        });
    }

    private static void Configure(EntityTypeBuilder<Strategy> strategy)
    {
        strategy.ToTable("strategy").HasSharedDocument();
        strategy.Ignore(s => s.Goals).Ignore(s => s.Actions).Ignore(s => s.Capacities);
        strategy.ComplexProperty(s => s.Body, body =>
        {
            body.ToJson();
            body.ComplexCollection(b => b.Goals);
            body.ComplexCollection(b => b.Actions, action =>
            {
                action.Ignore(a => a.IsOver);
                action.ComplexCollection(a => a.Plans);
                action.ComplexCollection(a => a.Reports, report => report.ComplexCollection(r => r.Evidence));
            });
            body.ComplexCollection(b => b.Capacities);
        });
    }
}
