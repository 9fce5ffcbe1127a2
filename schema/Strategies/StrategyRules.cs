using R2P.Schema.Acts;
using R2P.Schema.Catalogue;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>What a strategy has to keep to, whether it was just drafted or changed.</summary>
public sealed class StrategyRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    private const int MaxShort = 4_000;

    /// <summary>Checks a strategy as it would stand.</summary>
    public void Check(InputCheck check, Strategy strategy)
    {
        DocumentRules.Title(check, strategy.Title);
        DocumentRules.Summary(check, strategy.Summary);
        DocumentRules.Language(check, strategy.Language);
        rules.Tags(check, strategy.Tags);
        check.OptionalText(strategy.Text, DocumentRules.MaxText, "text");
        if (strategy.ValidTo < strategy.ValidFrom)
        {
            check.Add("Must not lie before validFrom.", "validTo");
        }

        CheckGoals(check, strategy.Body.Goals);
        CheckActions(check, strategy.Body);
        CheckCapacities(check, strategy.Body.Capacities);
    }

    /// <summary>Checks a report on an action.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public static void CheckReport(Strategy strategy, ReportActionInput input)
    {
        var check = new InputCheck();
        var action = strategy.Body.Actions.Find(known => known.Key == input.Action);
        if (action is null)
        {
            check.Add($"The strategy has no action \"{input.Action}\".", "action");
        }

        check.Text(input.Text, DocumentRules.MaxText, "text");
        if (input.Outcome is null && input.Status is ActionStatus.Done or ActionStatus.Dropped)
        {
            check.Add("Say what came of it, also if it did not work.", "outcome");
        }

        if (action?.Reports.Count >= DocumentRules.MaxEntries)
        {
            check.Add($"There are {DocumentRules.MaxEntries} reports already: no more are kept.", "text");
        }

        EvidenceLinks.Check(check, input.Evidence);
        check.ThrowIfAny();
    }

    /// <summary>Checks that there is one result for each goal.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public static void CheckResults(Strategy strategy, CloseStrategyInput input)
    {
        var check = new InputCheck();
        check.OptionalText(input.Conclusions, DocumentRules.MaxText, "conclusions");
        check.Distinct(input.Results.Select(result => result.Goal), "results");
        for (var i = 0; i < input.Results.Count; i++)
        {
            if (!strategy.Body.Goals.Exists(goal => goal.Key == input.Results[i].Goal))
            {
                check.Add($"The strategy has no goal \"{input.Results[i].Goal}\".", "results", $"{i}", "goal");
            }

            check.Text(input.Results[i].Result, MaxShort, "results", $"{i}", "result");
        }

        foreach (var goal in strategy.Body.Goals.Where(goal => input.Results.All(result => result.Goal != goal.Key)))
        {
            check.Add($"Say what was reached of \"{goal.Key}\".", "results");
        }

        check.ThrowIfAny();
    }

    private static void CheckGoals(InputCheck check, List<StrategyGoal> goals)
    {
        check.Count(goals, DocumentRules.MaxEntries, "goals");
        check.Distinct(goals.Select(goal => goal.Key), "goals");
        for (var i = 0; i < goals.Count; i++)
        {
            check.Text(goals[i].Key, 20, "goals", $"{i}", "key");
            check.Text(goals[i].Aim, MaxShort, "goals", $"{i}", "aim");
        }
    }

    private void CheckActions(InputCheck check, StrategyBody body)
    {
        check.Count(body.Actions, DocumentRules.MaxEntries, "actions");
        check.Distinct(body.Actions.Select(action => action.Key), "actions");
        for (var i = 0; i < body.Actions.Count; i++)
        {
            CheckAction(check, body, body.Actions[i], "actions", $"{i}");
        }
    }

    private void CheckAction(InputCheck check, StrategyBody body, StrategyAction action, params string[] path)
    {
        check.Text(action.Key, 20, [.. path, "key"]);
        check.Text(action.Text, MaxShort, [.. path, "text"]);
        check.OptionalText(action.Indicator, 1_000, [.. path, "indicator"]);
        if (action.Goal is { } goal && !body.Goals.Exists(known => known.Key == goal))
        {
            check.Add($"The strategy has no goal \"{goal}\".", [.. path, "goal"]);
        }

        rules.Tags(check, action.Codes, [.. path, "codes"]);
        if (action.Assistance is { } assistance)
        {
            DocumentRules.Code(
                check, code => catalogue.FindCode(code) is AssistanceCategory or AssistanceForm, "kind of assistance", assistance, [.. path, "assistance"]);
        }

        check.Count(action.RecommendationIds, DocumentRules.MaxEntries, [.. path, "recommendations"]);
        check.Count(action.Plans, 20, [.. path, "plans"]);
        for (var i = 0; i < action.Plans.Count; i++)
        {
            check.Text(action.Plans[i].Title, 300, [.. path, "plans", $"{i}", "title"]);
            check.Address(action.Plans[i].Url, [.. path, "plans", $"{i}", "url"]);
        }
    }

    private void CheckCapacities(InputCheck check, List<StrategyCapacity> capacities)
    {
        check.Distinct(capacities.Select(capacity => capacity.Inhibitor), "capacities");
        for (var i = 0; i < capacities.Count; i++)
        {
            DocumentRules.Code(check, catalogue.IsInhibitor, "inhibitor", capacities[i].Inhibitor, "capacities", $"{i}", "inhibitor");
            check.Text(capacities[i].Strengths, MaxShort, "capacities", $"{i}", "strengths");
            check.OptionalText(capacities[i].Needs, MaxShort, "capacities", $"{i}", "needs");
        }
    }
}
