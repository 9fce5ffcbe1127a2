using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>What those who read an alert write to it: rows beside it, which change no version of it.</summary>
[MutationType]
public static class AnalysisMutations
{
    /// <summary>
    /// Adds what you make of an alert beside what others make of it. Whoever reads the alert may; a sealed analysis does not say who wrote it to anybody.
    /// </summary>
    [Authorize]
    public static async Task<AlertPayload> AddAlertAnalysis(AddAlertAnalysisInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var alert = await LoadAsync(act, input.Alert);
            var office = act.MustActAs(input.Office, "analyse an alert", Roles.WhoDraft).OfficeId;
            AlertRules.Check(alert, input);
            var analysis = new AlertAnalysis
            {
                Id = act.NewId(),
                AlertId = alert.Id,
                OfficeId = input.Sealed ? null : office,
                Signature = input.Sealed ? "An analyst who is not named" : await NameOfAsync(act, office),
                Dissents = input.Dissents,
                Confidence = input.Confidence,
                Text = input.Text,
                RestsOn = [.. input.RestsOn ?? []],
                WrittenAt = act.Now,
            };
            if (input.Sealed)
            {
                await AlertReaders.MustHideAsync(act, alert);
            }

            act.Context.Add(analysis);
            act.Context.Add(new AlertAnalyst { AnalysisId = analysis.Id, PersonId = act.Person, Readers = [ReaderToken.Person(act.Person)] });
            Tell(act, ChangeType.AlertAnalyzed, alert, input.Sealed);
            return alert.Id;
        }));

    /// <summary>Says what your office can do about an alert that it reads.</summary>
    [Authorize]
    public static async Task<AlertPayload> ContributeToAlert(ContributeToAlertInput input, ActRunner acts, AlertRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var alert = await LoadAsync(act, input.Alert);
            var office = act.MustActAs(input.Office, "say what your office can do", Roles.WhoSpeak).OfficeId;
            rules.Check(input);
            act.Context.Add(new AlertContribution
            {
                Id = act.NewId(),
                AlertId = alert.Id,
                OfficeId = office,
                Step = input.Step,
                Tool = input.Tool,
                Text = input.Text,
                WrittenAt = act.Now,
            });
            Tell(act, ChangeType.AlertContributedTo, alert, hidesActor: false);
            return alert.Id;
        }));

    /// <summary>An alert to write to: it is not changed, so nobody has to know its version.</summary>
    private static async Task<Alert> LoadAsync(Act act, Guid id)
    {
        var alert = await act.Context.Visible<Alert>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("alert", "input", "alert");
        AlertLife.Life.Take(act, alert, DocumentAct.Contribute);
        return alert;
    }

    private static Task<string> NameOfAsync(Act act, Guid office) =>
        act.Context.Readable<Office>().Where(o => o.Id == office).Select(o => o.Name).SingleAsync(act.Cancellation);

    private static void Tell(Act act, ChangeType type, Alert alert, bool hidesActor) => act.Session.Append(type.ToldTo(alert.Readers) with
    {
        DocumentId = alert.Id, DocumentKind = EnumText.Of(alert.Kind), Version = alert.Version, HidesActor = hidesActor,
    });
}
