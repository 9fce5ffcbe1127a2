using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>From inputs to a strategy's content.</summary>
internal static class StrategyContent
{
    public static Strategy Create(Act act, Guid office, DraftStrategyInput input)
    {
        var strategy = new Strategy
        {
            Id = act.NewId(),
            OwnerId = office,
            Readers = ReaderRules.OfDraft(office),
            AuthorIds = [act.Person],
            Audience = Audience.OwnOffice(),
            Status = DocumentStatus.Draft,
            Title = input.Title,
            Summary = input.Summary,
            Language = input.Language,
            Tags = [.. input.Tags ?? []],
            ValidFrom = input.ValidFrom,
            ValidTo = input.ValidTo,
            Body = new StrategyBody(),
        };
        strategy.Fill(new StrategyBody
        {
            Text = input.Text,
            Goals = Goals(input.Goals ?? []),
            Actions = Actions(input.Actions ?? [], []),
            Capacities = Capacities(input.Capacities ?? []),
        });
        return strategy;
    }

    public static void Apply(Strategy strategy, ReviseStrategyInput input)
    {
        var body = strategy.Body;
        strategy.Title = input.Title ?? strategy.Title;
        strategy.Summary = input.Summary.HasValue ? input.Summary.Value : strategy.Summary;
        strategy.Tags = input.Tags is null ? strategy.Tags : [.. input.Tags];
        strategy.ValidFrom = input.ValidFrom.HasValue ? input.ValidFrom.Value : strategy.ValidFrom;
        strategy.ValidTo = input.ValidTo.HasValue ? input.ValidTo.Value : strategy.ValidTo;
        strategy.Fill(new StrategyBody
        {
            Text = input.Text.HasValue ? input.Text.Value : body.Text,
            Goals = input.Goals is null ? body.Goals : Goals(input.Goals),
            Actions = input.Actions is null ? body.Actions : Actions(input.Actions, body.Actions),
            Capacities = input.Capacities is null ? body.Capacities : Capacities(input.Capacities),
        });
    }

    public static void Report(Strategy strategy, ReportActionInput input, ActionReport report)
    {
        var body = strategy.Body;
        strategy.Fill(new StrategyBody
        {
            Text = body.Text,
            Goals = body.Goals,
            Actions = [.. body.Actions.Select(action => action.Key == input.Action ? With(action, input.Status, [.. action.Reports, report]) : action)],
            Capacities = body.Capacities,
        });
    }

    public static void Close(Strategy strategy, CloseStrategyInput input)
    {
        var body = strategy.Body;
        var results = input.Results.ToDictionary(result => result.Goal);
        strategy.Fill(new StrategyBody
        {
            Text = body.Text,
            Goals =
            [
                .. body.Goals.Select(goal => new StrategyGoal
                {
                    Key = goal.Key, Aim = goal.Aim, Outcome = results[goal.Key].Outcome, Result = results[goal.Key].Result,
                }),
            ],
            Actions = body.Actions,
            Capacities = body.Capacities,
            Conclusions = input.Conclusions,
        });
    }

    private static List<StrategyGoal> Goals(IReadOnlyList<StrategyGoalInput> goals) =>
        [.. goals.Select(goal => new StrategyGoal { Key = goal.Key, Aim = goal.Aim })];

    private static List<StrategyCapacity> Capacities(IReadOnlyList<StrategyCapacityInput> capacities) =>
        [.. capacities.Select(known => new StrategyCapacity { Inhibitor = known.Inhibitor, Strengths = known.Strengths, Needs = known.Needs })];

    private static List<StrategyAction> Actions(IReadOnlyList<StrategyActionInput> actions, List<StrategyAction> before) =>
    [
        .. actions.Select(action =>
        {
            var known = before.Find(former => former.Key == action.Key);
            return new StrategyAction
            {
                Key = action.Key,
                Goal = action.Goal,
                Text = action.Text,
                OfficeId = action.Office,
                DueOn = action.DueOn,
                Indicator = action.Indicator,
                Status = known?.Status ?? ActionStatus.Planned,
                Codes = [.. action.Codes ?? []],
                Assistance = action.Assistance,
                RecommendationIds = [.. action.Recommendations ?? []],
                Plans = [.. (action.Plans ?? []).Select(plan => new LinkedPlan { Kind = plan.Kind, Title = plan.Title, Url = plan.Url })],
                Reports = known?.Reports ?? [],
            };
        }),
    ];

    private static StrategyAction With(StrategyAction action, ActionStatus status, List<ActionReport> reports) => new()
    {
        Key = action.Key,
        Goal = action.Goal,
        Text = action.Text,
        OfficeId = action.OfficeId,
        DueOn = action.DueOn,
        Indicator = action.Indicator,
        Status = status,
        Codes = action.Codes,
        Assistance = action.Assistance,
        RecommendationIds = action.RecommendationIds,
        Plans = action.Plans,
        Reports = reports,
    };
}
