using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>The acts of a practice's life.</summary>
[MutationType]
public static class PracticeMutations
{
    /// <summary>Puts a practice forward. Until it is published, nobody but your office sees it.</summary>
    [Authorize]
    public static async Task<PracticePayload> ProposePractice(
        ProposePracticeInput input, ActRunner acts, PracticeRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "propose a practice", Roles.WhoDraft);
            var practice = await PracticeContent.CreateAsync(act, author, input);
            rules.Check(practice);
            await CheckModelAsync(act, practice);
            act.Context.Add(practice);
            act.Tell("PRACTICE_PROPOSED", practice);
            return practice.Id;
        }));

    /// <summary>
    /// Edits a practice. Before its publication that undoes an approval; afterwards it corrects the entry in place, for the same readers. The
    /// focal point of the State that it tells of may correct it, too.
    /// </summary>
    [Authorize]
    public static Task<PracticePayload> RevisePractice(
        RevisePracticeInput input, ActRunner acts, PracticeRules rules, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Revise, (act, practice) =>
        {
            PracticeContent.Apply(practice, input);
            rules.Check(practice);
            practice.WasRevisedBy(act.Person);
            act.Tell("PRACTICE_REVISED", practice);
            return Task.CompletedTask;
        });

    /// <summary>Signs a practice off for the compendium.</summary>
    [Authorize]
    public static Task<PracticePayload> ApprovePractice(PracticeStepInput input, ActRunner acts, FieldContext field) =>
        StepAsync(input, acts, field, DocumentAct.Approve, (act, practice) =>
        {
            act.Tell("PRACTICE_APPROVED", practice);
            return Task.CompletedTask;
        });

    /// <summary>Shares an approved practice with an audience. That counts as its first confirmation.</summary>
    [Authorize]
    public static Task<PracticePayload> PublishPractice(
        PublishPracticeInput input, ActRunner acts, Publication publication, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Publish, async (act, practice) =>
        {
            await publication.ShareAsync(act, practice, input.Audience, input.Handling);
            practice.PublishedAt = act.Now;
            practice.ConfirmedOn = act.Today;
            act.Tell("PRACTICE_PUBLISHED", practice);
        });

    /// <summary>
    /// Says that a published practice still holds: for a year from today it counts as confirmed. The owner's office does so, or the focal point
    /// of the State that it tells of.
    /// </summary>
    [Authorize]
    public static Task<PracticePayload> ConfirmPractice(PracticeStepInput input, ActRunner acts, FieldContext field) =>
        StepAsync(input, acts, field, DocumentAct.Confirm, (act, practice) =>
        {
            practice.ConfirmedOn = act.Today;
            act.Tell("PRACTICE_CONFIRMED", practice);
            return Task.CompletedTask;
        });

    private static async Task<PracticePayload> StepAsync(
        PracticeStepInput input, ActRunner acts, FieldContext field, DocumentAct wanted, Func<Act, Practice, Task> step) =>
        new(await acts.StepAsync(
            field, PracticeLife.Life, wanted, new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId), step));

    /// <summary>A practice can only adapt one that its author may see.</summary>
    private static async Task CheckModelAsync(Act act, Practice practice)
    {
        if (practice.AdaptedFromId is { } model && !await act.Context.Visible<Practice>().AnyAsync(p => p.Id == model, act.Cancellation))
        {
            throw Refuse.NotFound("practice", "input", "adaptedFrom");
        }
    }
}

/// <summary>What an act on a practice came to.</summary>
public sealed class PracticePayload(ActResult result) : ActPayload(result);
