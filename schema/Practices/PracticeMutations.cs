using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
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
            await PracticeRules.CheckModelAsync(act, practice);
            act.Context.Add(practice);
            act.Tell(ChangeType.PracticeProposed, practice);
            return practice.Id;
        }));

    /// <summary>
    /// Edits a practice. Before its publication that undoes an approval; afterwards it corrects the entry in place, for the same readers. The
    /// focal point of the State that it tells of may correct it, too. What somebody else tells of a State anew stands unconfirmed until that State confirms it.
    /// </summary>
    [Authorize]
    public static Task<PracticePayload> RevisePractice(
        RevisePracticeInput input, ActRunner acts, PracticeRules rules, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Revise, async (act, practice) =>
        {
            PracticeContent.Apply(practice, input);
            rules.Check(practice);
            await AwaitConsentAsync(act, practice);
            practice.WasRevisedBy(act.Person);
            act.Tell(ChangeType.PracticeRevised, practice);
        });

    /// <summary>Signs a practice off for the compendium.</summary>
    [Authorize]
    public static Task<PracticePayload> ApprovePractice(PracticeStepInput input, ActRunner acts, FieldContext field) =>
        StepAsync(input, acts, field, DocumentAct.Approve, (act, practice) =>
        {
            act.Tell(ChangeType.PracticeApproved, practice);
            return Task.CompletedTask;
        });

    /// <summary>
    /// Shares an approved practice with an audience. That counts as its first confirmation, unless it is told of another State: then it stands unconfirmed
    /// until that State's focal point confirms it.
    /// </summary>
    [Authorize]
    public static Task<PracticePayload> PublishPractice(
        PublishPracticeInput input, ActRunner acts, Publication publication, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Publish, async (act, practice) =>
        {
            await publication.ShareAsync(act, practice, input.Audience, input.Handling);
            practice.PublishedAt = act.Now;
            var consented = !PracticeLife.NeedsConsent(practice, await Publication.StateOfAsync(act, practice.OwnerId));
            practice.ConfirmedOn = consented ? act.Today : null;
            practice.Status = consented ? practice.Status : DocumentStatus.Unconfirmed;
            act.Tell(ChangeType.PracticePublished, practice);
        });

    /// <summary>
    /// Says that a published practice holds: for a year from today it counts as confirmed. The focal point of the State that it tells of does so; where it
    /// tells of none, the owner's office.
    /// </summary>
    [Authorize]
    public static Task<PracticePayload> ConfirmPractice(PracticeStepInput input, ActRunner acts, FieldContext field) =>
        StepAsync(input, acts, field, DocumentAct.Confirm, (act, practice) =>
        {
            practice.ConfirmedOn = act.Today;
            act.Tell(ChangeType.PracticeConfirmed, practice);
            return Task.CompletedTask;
        });

    /// <summary>Notes what came of an aim of a practice, be it that it did not work. The focal point of the State that it tells of may note so, too; what
    /// somebody else notes of a State stands unconfirmed until that State confirms it.</summary>
    [Authorize]
    public static Task<PracticePayload> NoteResult(NoteResultInput input, ActRunner acts, PracticeRules rules, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Report, async (act, practice) =>
        {
            PracticeContent.Note(act, practice, input);
            rules.Check(practice);
            await AwaitConsentAsync(act, practice);
            practice.WasRevisedBy(act.Person);
            act.Tell(ChangeType.PracticeReported, practice);
        });

    /// <summary>
    /// Takes out of the compendium what another office tells in it of your State: from now on only that office reads the entry, its history and its
    /// excerpts included.
    /// </summary>
    [Authorize]
    public static async Task<PracticePayload> RemovePractice(RemovePracticeInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Text(input.Reason, 1_000, "reason");
            check.ThrowIfAny();
            act.Because(input.Reason);
            await act.Context.SaveChangesAsync(act.Cancellation);
            await act.LockAsync(input.Id);
            var practice = await act.Context.Visible<Practice>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Id, act.Cancellation)
                ?? throw Refuse.NotFound("practice", "input", "id");
            if (practice.Version != input.Version)
            {
                throw Refuse.Stale(practice.Version);
            }

            PracticeLife.Life.Take(act, practice, DocumentAct.Remove);
            await TakeOutAsync(act, practice);
            return practice.Id;
        }));

    /// <summary>A State confirms words, not an entry: what others make of them afterwards it has not confirmed.</summary>
    private static async Task AwaitConsentAsync(Act act, Practice practice)
    {
        if (practice.PublishedAt is not null
            && !PracticeLife.IsOfItsState(act.Viewer, practice)
            && PracticeLife.NeedsConsent(practice, await Publication.StateOfAsync(act, practice.OwnerId)))
        {
            (practice.Status, practice.ConfirmedOn) = (DocumentStatus.Unconfirmed, null);
        }
    }

    private static async Task TakeOutAsync(Act act, Practice practice)
    {
        var removed = await act.Context.Database
            .SqlQuery<bool>($"select r2p.remove_practice({practice.Id}, {practice.Version}, {act.Now}) as \"Value\"")
            .SingleAsync(act.Cancellation);
        if (!removed)
        {
            throw await act.StaleAsync<Practice>(practice.Id, "practice");
        }

        var before = practice.Readers;
        practice.Version++;
        practice.Readers = ReaderRules.OfDraft(practice.OwnerId);
        act.TellUnchanged(ChangeType.PracticeRemoved, practice, practice.Readers);
        act.TellFormerReaders(practice, before);
    }

    private static async Task<PracticePayload> StepAsync(
        PracticeStepInput input, ActRunner acts, FieldContext field, DocumentAct wanted, Func<Act, Practice, Task> step) =>
        new(await acts.StepAsync(
            field, PracticeLife.Life, wanted, new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId), step));
}

/// <summary>What an act on a practice came to.</summary>
public sealed class PracticePayload(ActResult result) : ActPayload(result);
