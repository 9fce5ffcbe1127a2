using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>The acts of a strategy's life.</summary>
[MutationType]
public static class StrategyMutations
{
    /// <summary>Begins a strategy of your State or your regional organization. Until it is adopted, nobody but your office sees it.</summary>
    [Authorize]
    public static async Task<StrategyPayload> DraftStrategy(DraftStrategyInput input, ActRunner acts, StrategyRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(
                input.Office, "draft a strategy", Role.NationalFocalPoint, Role.NationalContributor, Role.RegionalFocalPoint);
            var strategy = StrategyContent.Create(act, author.OfficeId, input);
            (strategy.Country, strategy.Organization) = Subjects.Of(author);
            await CheckAsync(act, rules, strategy, input.Actions);
            act.Context.Add(strategy);
            act.Tell(ChangeType.StrategyDrafted, strategy);
            return strategy.Id;
        }));

    /// <summary>Changes a strategy; after its adoption that corrects it in place, for the same readers.</summary>
    [Authorize]
    public static Task<StrategyPayload> ReviseStrategy(ReviseStrategyInput input, ActRunner acts, StrategyRules rules, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Revise, async (act, strategy) =>
        {
            StrategyContent.Apply(strategy, input);
            await CheckAsync(act, rules, strategy, input.Actions);
            strategy.WasRevisedBy(act.Person);
            act.Tell(ChangeType.StrategyRevised, strategy);
        });

    /// <summary>Puts a strategy into force and shares it with an audience.</summary>
    [Authorize]
    public static Task<StrategyPayload> AdoptStrategy(AdoptStrategyInput input, ActRunner acts, Publication publication, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Adopt, async (act, strategy) =>
        {
            await publication.ShareAsync(act, strategy, input.Audience, input.Handling);
            strategy.PublishedAt = act.Now;
            act.Tell(ChangeType.StrategyAdopted, strategy);
        });

    /// <summary>Reports how far an action is, and honestly what came of it.</summary>
    [Authorize]
    public static Task<StrategyPayload> ReportAction(ReportActionInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Report, (act, strategy) =>
        {
            StrategyRules.CheckReport(strategy, input);
            StrategyContent.Report(strategy, input, new ActionReport
            {
                ReportedOn = act.Today,
                Status = input.Status,
                Text = input.Text,
                Outcome = input.Outcome,
                OfficeId = MustReport(act, strategy, input.Action),
                Evidence = EvidenceLinks.Of(input.Evidence),
            });
            act.Tell(ChangeType.ActionReported, strategy);
            return Task.CompletedTask;
        });

    /// <summary>Ends a strategy, with a result for each of its aims. It stays readable for its audience.</summary>
    [Authorize]
    public static Task<StrategyPayload> CloseStrategy(CloseStrategyInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Close, (act, strategy) =>
        {
            StrategyRules.CheckResults(strategy, input);
            StrategyContent.Close(strategy, input);
            act.Tell(ChangeType.StrategyClosed, strategy);
            return Task.CompletedTask;
        });

    private static async Task<StrategyPayload> StepAsync(
        DocumentStep step, ActRunner acts, FieldContext field, DocumentAct wanted, Func<Act, Strategy, Task> rest) =>
        new(await acts.StepAsync(field, StrategyLife.Life, wanted, step, rest));

    private static async Task CheckAsync(Act act, StrategyRules rules, Strategy strategy, IReadOnlyList<StrategyActionInput>? actions)
    {
        var check = new InputCheck();
        rules.Check(check, strategy);
        await StrategyLinks.CheckAsync(act, check, strategy.OwnerId, actions);
        check.ThrowIfAny();
    }

    /// <summary>The office that reports: the strategy's own, or the one that the action was given to.</summary>
    private static Guid MustReport(Act act, Strategy strategy, string key)
    {
        var office = strategy.Body.Actions.Single(action => action.Key == key).OfficeId;
        return (act.Viewer.ActsFor(strategy.OwnerId, Roles.WhoDraft)
            ?? (office is { } given ? act.Viewer.ActsFor(given, Roles.WhoDraft) : null)
            ?? throw Refuse.NotAllowed("report on this action")).OfficeId;
    }
}

/// <summary>What an act on a strategy came to.</summary>
public sealed class StrategyPayload(ActResult result) : ActPayload(result);

/// <summary>Whom an office speaks for.</summary>
internal static class Subjects
{
    /// <summary>The office's State, or the code of its organization.</summary>
    public static (string? Country, string? Organization) Of(ViewerAppointment held) =>
        held.PartyKind == EnumText.Of(PartyKind.State) ? (held.PartyCode, null) : (null, held.PartyCode);
}
