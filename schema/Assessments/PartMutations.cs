using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>How several offices of one State write one assessment, each signing off its own part.</summary>
[MutationType]
public static class PartMutations
{
    /// <summary>Lets all offices of your State read a draft, or only your own again.</summary>
    [Authorize]
    public static async Task<AssessmentPayload> OpenDraft(OpenDraftInput input, ActRunner acts, FieldContext field) =>
        new(await acts.StepAsync<Assessment>(
            field,
            AssessmentLife.Life,
            DocumentAct.OpenDraft,
            new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId),
            async (act, assessment) =>
            {
                var before = assessment.Readers;
                await Publication.OpenDraftAsync(act, assessment, input.Audience == DraftAudience.National);
                act.TellFormerReaders(assessment, before);
                act.Tell(ChangeType.AssessmentDraftOpened, assessment);
            }));

    /// <summary>
    /// Asks another office of your State or organization to write a part of a draft. It is submitted only once every part is signed off and taken in.
    /// </summary>
    [Authorize]
    public static async Task<PartPayload> AskForPart(AskForPartInput input, ActRunner acts, PartRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var assessment = await act.Context.Visible<Assessment>().SingleOrDefaultAsync(a => a.Id == input.AssessmentId, act.Cancellation)
                ?? throw Refuse.NotFound("assessment", "input", "assessmentId");
            MustBeOwnDraft(act, assessment);
            await rules.CheckAsync(act, input, assessment);
            var part = PartContent.Create(act, assessment, input);
            act.Context.Add(part);
            act.TellUnchanged(ChangeType.AssessmentPartAsked, assessment, part.Readers);
            return part.Id;
        }));

    /// <summary>Writes a part that your office was asked for; a part that was signed off needs a new signature then.</summary>
    [Authorize]
    public static async Task<PartPayload> WritePart(WritePartInput input, ActRunner acts, PartRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var part = await LoadForWriterAsync(act, input.Id, input.Version);
            part.MustBe(act, PartStatus.Asked, PartStatus.Written, PartStatus.SignedOff);
            rules.Check(part, input);
            PartContent.Apply(part, input);
            (part.Status, part.SignedOffAt, part.SignedOffBy) = (PartStatus.Written, null, null);
            return part.Id;
        }));

    /// <summary>Signs off a part that your office has written.</summary>
    [Authorize]
    public static async Task<PartPayload> SignOffPart(PartStepInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var part = await LoadForWriterAsync(act, input.Id, input.Version);
            part.MustBe(act, PartStatus.Written);
            (part.Status, part.SignedOffAt, part.SignedOffBy) = (PartStatus.SignedOff, act.Now, act.Person);
            return part.Id;
        }));

    /// <summary>Takes a part that was signed off into the assessment: its findings replace those on the same factors and inhibitors.</summary>
    [Authorize]
    public static async Task<PartPayload> TakeInPart(TakeInPartInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var part = await act.LoadAsync<AssessmentPart>(input.Id, input.Version);
            act.MustActFor(part.OwnerId, "take this part in", Roles.WhoDraft);
            part.MustBe(act, PartStatus.SignedOff);
            var assessment = await act.LoadAsync<Assessment>(part.AssessmentId, input.AssessmentVersion, "input", "assessmentVersion");
            MustBeOwnDraft(act, assessment);
            PartContent.TakeIn(assessment, part);
            assessment.WasRevisedBy(act.Person);
            part.Status = PartStatus.TakenIn;
            act.Tell(ChangeType.AssessmentPartTakenIn, assessment);
            return part.Id;
        }));

    /// <summary>Asks for a part no more.</summary>
    [Authorize]
    public static async Task<PartPayload> CancelPart(PartStepInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var part = await act.LoadAsync<AssessmentPart>(input.Id, input.Version);
            act.MustActFor(part.OwnerId, "cancel this part", Roles.WhoDraft);
            part.MustBe(act, PartStatus.Asked, PartStatus.Written, PartStatus.SignedOff);
            part.Status = PartStatus.Cancelled;
            return part.Id;
        }));

    private static async Task<AssessmentPart> LoadForWriterAsync(Act act, Guid id, int version)
    {
        var part = await act.LoadAsync<AssessmentPart>(id, version);
        act.MustActFor(part.OfficeId, "write this part", Roles.WhoDraft);
        return part;
    }

    private static void MustBeOwnDraft(Act act, Assessment assessment)
    {
        act.MustActFor(assessment.OwnerId, $"use {act.Name} on it", Roles.WhoDraft);
        if (assessment.Status != DocumentStatus.Draft)
        {
            throw Refuse.Transition(act.Name, assessment.Status, DocumentStatus.Draft);
        }
    }

    private static void MustBe(this AssessmentPart part, Act act, params PartStatus[] allowed)
    {
        if (!allowed.Contains(part.Status))
        {
            throw Refuse.Transition(act.Name, part.Status, allowed);
        }
    }
}

/// <summary>What an act on a part of an assessment came to.</summary>
public sealed class PartPayload(ActResult result) : ActPayload(result);
