using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>What is told of strategies.</summary>
[MutationType]
public static class SummaryMutations
{
    /// <summary>Publishes what may be told of an adopted strategy, or corrects it. The strategy itself keeps its readers.</summary>
    [Authorize]
    public static async Task<StrategySummaryPayload> PublishStrategySummary(
        PublishStrategySummaryInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            // A withdrawal waits until the summary is there for it to take back.
            await act.Context.Database.ExecuteSqlAsync($"select from r2p.strategy s where s.id = {input.StrategyId} for share", act.Cancellation);
            var strategy = await act.Context.Visible<Strategy>().SingleOrDefaultAsync(s => s.Id == input.StrategyId, act.Cancellation)
                ?? throw Refuse.NotFound("strategy", "input", "strategyId");
            StrategyLife.Life.Take(act, strategy, DocumentAct.Publish);
            Check(input);
            var summary = await FindAsync(act, strategy, input) ?? Add(act, strategy, input);
            (summary.Title, summary.Text) = (input.Title, input.Text);
            await publication.OpenAsync(act, summary, input.Audience, null, "audience");
            summary.PublishedAt ??= act.Now;
            act.CountVersion(summary);
            act.TellUnchanged(ChangeType.StrategySummaryPublished, strategy, summary.Readers);
            return summary.Id;
        }));

    private static async Task<StrategySummary?> FindAsync(Act act, Strategy strategy, PublishStrategySummaryInput input)
    {
        var summary = await act.Context.Visible<StrategySummary>().SingleOrDefaultAsync(s => s.StrategyId == strategy.Id, act.Cancellation);
        return (summary, input.Version) switch
        {
            (null, not null) => throw Refuse.Invalid("There is no summary yet: leave the version out.", "input", "version"),
            (not null, var seen) when seen != summary.Version => throw Refuse.Stale(summary.Version),
            _ => summary,
        };
    }

    private static StrategySummary Add(Act act, Strategy strategy, PublishStrategySummaryInput input)
    {
        var summary = new StrategySummary
        {
            Id = act.NewId(),
            StrategyId = strategy.Id,
            OwnerId = strategy.OwnerId,
            Readers = ReaderRules.OfDraft(strategy.OwnerId),
            Audience = Audience.OwnOffice(),
            Language = strategy.Language,
            Country = strategy.Country,
            Organization = strategy.Organization,
            Title = input.Title,
            Text = input.Text,
        };
        act.Context.Add(summary);
        return summary;
    }

    private static void Check(PublishStrategySummaryInput input)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, input.Title);
        check.Text(input.Text, DocumentRules.MaxText, "text");
        check.ThrowIfAny();
    }
}

/// <summary>What an act on a strategy's summary came to.</summary>
public sealed class StrategySummaryPayload(ActResult result) : ActPayload(result);
