using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>The acts of an alert's life.</summary>
[MutationType]
public static class AlertMutations
{
    /// <summary>Warns. Without an audience nobody but your office sees the alert; with one it is shared in the same act.</summary>
    [Authorize]
    public static async Task<AlertPayload> RaiseAlert(
        RaiseAlertInput input, ActRunner acts, AlertRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "raise an alert", Roles.WhoDraft);
            var alert = await AlertContent.CreateAsync(act, author, input);
            rules.Check(alert);
            await CheckFullerAsync(act, alert);
            MustLieAhead(act, input.DueOn);
            await ShareAsync(act, alert, input, publication);
            await AlertReaders.MustReadAsync(act, alert, "responsible");
            act.Context.Add(alert);
            act.Tell(ChangeType.AlertRaised, alert);
            return alert.Id;
        }));

    /// <summary>Changes an alert in place, for the same readers. Its decisions stay as they were taken.</summary>
    [Authorize]
    public static Task<AlertPayload> ReviseAlert(ReviseAlertInput input, ActRunner acts, AlertRules rules, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Revise, async (act, alert) =>
        {
            AlertContent.Apply(alert, input);
            rules.Check(alert);
            await CheckAnalysesAsync(act, alert);
            MustLieAhead(act, input.DueOn);
            if (input.Responsible is not null)
            {
                await AlertReaders.MustReadAsync(act, alert, "responsible");
            }

            alert.WasRevisedBy(act.Person);
            act.Tell(ChangeType.AlertRevised, alert);
        });

    /// <summary>Takes note of an alert, so that whoever warned knows that it was heard: the office that has to decide does so, or its owner.</summary>
    [Authorize]
    public static Task<AlertPayload> AcknowledgeAlert(AcknowledgeAlertInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Acknowledge, (act, alert) =>
        {
            MustLieAhead(act, input.DueOn);
            alert.DueOn = input.DueOn ?? alert.DueOn ?? throw Refuse.Invalid("Say by when you will decide: nobody has set a day yet.", "input", "dueOn");
            act.Tell(ChangeType.AlertAcknowledged, alert);
            return Task.CompletedTask;
        });

    /// <summary>
    /// Puts on record what is done about an alert, or that nothing is, and why. Decided anew, the former decision stays beside the new one. Passed on,
    /// the alert is raised before the other office.
    /// </summary>
    [Authorize]
    public static Task<AlertPayload> DecideAlert(DecideAlertInput input, ActRunner acts, AlertRules rules, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Decide, async (act, alert) =>
        {
            AlertContent.AddOptions(alert, input.Options ?? []);
            rules.Check(alert, input);
            await CheckAnalysesAsync(act, alert);
            await CheckOfficesAsync(act, input.Tasks ?? []);
            var office = act.Viewer.ActsFor(alert.ResponsibleId, Roles.WhoSpeak) is null ? alert.OwnerId : alert.ResponsibleId;
            AlertContent.Decide(act, alert, office, input);
            if (input.ReferTo is not null)
            {
                await AlertReaders.MustReadAsync(act, alert, "referTo");
            }

            act.Tell(input.ReferTo is null ? ChangeType.AlertDecided : ChangeType.AlertReferred, alert);
        });

    /// <summary>Ends an alert that was decided on, and says what became of it.</summary>
    [Authorize]
    public static Task<AlertPayload> CloseAlert(CloseAlertInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Close, (act, alert) =>
        {
            var check = new InputCheck();
            check.Text(input.Outcome, DocumentRules.MaxText, "outcome");
            check.ThrowIfAny();
            AlertContent.Close(alert, input.Outcome);
            act.Tell(ChangeType.AlertClosed, alert);
            return Task.CompletedTask;
        });

    private static async Task<AlertPayload> StepAsync(
        DocumentStep step, ActRunner acts, FieldContext field, DocumentAct wanted, Func<Act, Alert, Task> rest) =>
        new(await acts.StepAsync(field, AlertLife.Life, wanted, step, rest));

    private static async Task ShareAsync(Act act, Alert alert, RaiseAlertInput input, Publication publication)
    {
        if (input.Audience is not { } audience)
        {
            if (input.Handling is not null)
            {
                throw Refuse.Invalid("Goes with an audience only.", "input", "handling");
            }

            return;
        }

        act.MustActFor(alert.OwnerId, "share an alert", Roles.WhoSpeak);
        await publication.ShareAsync(act, alert, audience, input.Handling);
        alert.PublishedAt = act.Now;
    }

    private static void MustLieAhead(Act act, DateOnly? due)
    {
        if (due < act.Today)
        {
            throw Refuse.Invalid("Lies in the past.", "input", "dueOn");
        }
    }

    /// <summary>A summary is made of an alert of the same office.</summary>
    private static async Task CheckFullerAsync(Act act, Alert alert)
    {
        if (alert.SummaryOfId is { } fuller
            && !await act.Context.Visible<Alert>().AnyAsync(a => a.Id == fuller && a.OwnerId == alert.OwnerId, act.Cancellation))
        {
            throw Refuse.NotFound("alert of your office", "input", "summaryOf");
        }
    }

    private static async Task CheckAnalysesAsync(Act act, Alert alert)
    {
        Guid[] named = [.. alert.Body.Options.SelectMany(option => option.RestsOn).Distinct()];
        var known = await act.Context.Set<AlertAnalysis>().CountAsync(
            analysis => analysis.AlertId == alert.Id && named.Contains(analysis.Id), act.Cancellation);
        if (known < named.Length)
        {
            throw Refuse.NotFound("analysis of this alert", "input", "options");
        }
    }

    private static async Task CheckOfficesAsync(Act act, IReadOnlyList<AlertTaskInput> tasks)
    {
        Guid[] offices = [.. tasks.Select(task => task.Office).Distinct()];
        var known = await act.Context.Readable<Office>().Where(office => offices.Contains(office.Id)).Select(office => office.Id).ToListAsync(act.Cancellation);
        var check = new InputCheck();
        check.AddRange(Enumerable.Range(0, tasks.Count).Where(i => !known.Contains(tasks[i].Office)), "There is no such office.", "tasks");
        check.ThrowIfAny();
    }
}

/// <summary>What an act on an alert came to.</summary>
public sealed class AlertPayload(ActResult result) : ActPayload(result);
