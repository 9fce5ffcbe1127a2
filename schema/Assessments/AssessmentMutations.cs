using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>The acts of an assessment's life.</summary>
[MutationType]
public static class AssessmentMutations
{
    /// <summary>Begins an assessment. Until it is published, nobody but your office sees it.</summary>
    [Authorize]
    public static async Task<AssessmentPayload> DraftAssessment(
        DraftAssessmentInput input, ActRunner acts, AssessmentRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            rules.Check(check, input);
            check.ThrowIfAny();
            var author = act.MustActAs(input.Office, "draft an assessment", Roles.WhoDraft);
            var assessment = await AssessmentContent.CreateAsync(act, author, input);
            act.Context.Add(assessment);
            act.Tell(ChangeType.AssessmentDrafted, assessment);
            return assessment.Id;
        }));

    /// <summary>Changes a draft; of a published assessment it begins the successor, and answers that.</summary>
    [Authorize]
    public static async Task<AssessmentPayload> ReviseAssessment(
        ReviseAssessmentInput input, ActRunner acts, AssessmentRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            await act.LockAsync(input.Id);
            var assessment = await act.LoadAsync<Assessment>(input.Id, input.Version);
            AssessmentLife.Life.Take(act, assessment, DocumentAct.Revise);
            var check = new InputCheck();
            rules.Check(check, input, assessment.Framework);
            check.ThrowIfAny();
            act.Because(input.Reason);
            var beginsSuccessor = assessment.Status == DocumentStatus.Published;
            if (beginsSuccessor)
            {
                assessment = await BeginSuccessorAsync(act, assessment);
            }

            AssessmentRules.CheckDissent(assessment.Body, input);
            AssessmentContent.Apply(assessment, input);
            RevisionInPlace(act, assessment);
            if (beginsSuccessor)
            {
                // Only as it is to stay: EF Core does not save a new row whose ratings have become fewer since.
                act.Context.Add(assessment);
            }

            act.Tell(ChangeType.AssessmentRevised, assessment);
            return assessment.Id;
        }));

    /// <summary>Puts a draft before those who sign it off.</summary>
    [Authorize]
    public static Task<AssessmentPayload> SubmitAssessment(AssessmentStepInput input, ActRunner acts, FieldContext field) =>
        StepAsync(input, acts, field, DocumentAct.Submit, async (act, assessment) =>
        {
            AssessmentRules.CheckComplete(assessment);
            await AssessmentRules.CheckPartsAsync(act, assessment);
            act.Tell(ChangeType.AssessmentSubmitted, assessment);
        });

    /// <summary>Gives an assessment back to its authors.</summary>
    [Authorize]
    public static Task<AssessmentPayload> ReturnAssessment(AssessmentStepInput input, ActRunner acts, FieldContext field) =>
        StepAsync(input, acts, field, DocumentAct.Return, (act, assessment) =>
        {
            act.Tell(ChangeType.AssessmentReturned, assessment);
            return Task.CompletedTask;
        });

    /// <summary>Signs an assessment off.</summary>
    [Authorize]
    public static Task<AssessmentPayload> ApproveAssessment(AssessmentStepInput input, ActRunner acts, FieldContext field) =>
        StepAsync(input, acts, field, DocumentAct.Approve, (act, assessment) =>
        {
            AssessmentRules.CheckComplete(assessment);
            act.Tell(ChangeType.AssessmentApproved, assessment);
            return Task.CompletedTask;
        });

    /// <summary>Shares an approved assessment with an audience. A predecessor becomes superseded at the same moment.</summary>
    [Authorize]
    public static async Task<AssessmentPayload> PublishAssessment(
        PublishAssessmentInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var assessment = await act.LoadAsync<Assessment>(input.Id, input.Version);
            AssessmentLife.Life.Take(act, assessment, DocumentAct.Publish);
            await publication.ShareAsync(act, assessment, input.Audience, input.Handling);
            assessment.PublishedAt = act.Now;
            act.Because(input.Reason);
            await SupersedeAsync(act, assessment);
            act.Tell(ChangeType.AssessmentPublished, assessment);
            return assessment.Id;
        }));

    private static async Task<AssessmentPayload> StepAsync(
        AssessmentStepInput input, ActRunner acts, FieldContext field, DocumentAct wanted, Func<Act, Assessment, Task> step) =>
        new(await acts.StepAsync(
            field, AssessmentLife.Life, wanted, new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId), step));

    private static void RevisionInPlace(Act act, Assessment assessment)
    {
        assessment.Status = DocumentStatus.Draft;
        assessment.WasRevisedBy(act.Person);
    }

    private static async Task<Assessment> BeginSuccessorAsync(Act act, Assessment published)
    {
        if (await act.Context.Set<Assessment>().AnyAsync(
            other => other.SupersedesId == published.Id && other.Status != DocumentStatus.Withdrawn, act.Cancellation))
        {
            throw Refuse.Invalid("A successor of this assessment was already begun: revise that one.", "input", "id");
        }

        return AssessmentContent.SuccessorOf(act, published);
    }

    private static async Task SupersedeAsync(Act act, Assessment successor)
    {
        if (successor.SupersedesId is { } id
            && await act.Context.Set<Assessment>().SingleOrDefaultAsync(a => a.Id == id, act.Cancellation) is { } old
            && old.Status == DocumentStatus.Published)
        {
            old.Status = DocumentStatus.Superseded;
            act.Tell(ChangeType.AssessmentSuperseded, old);
        }
    }
}

/// <summary>What an act on an assessment came to.</summary>
public sealed class AssessmentPayload(ActResult result) : ActPayload(result);
