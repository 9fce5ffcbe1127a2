using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.Consultations;

/// <summary>What is submitted to a consultation, and what becomes of it.</summary>
[MutationType]
public static class SubmissionMutations
{
    /// <summary>Answers a consultation. Until that is closed, nobody but its convener and your office reads it.</summary>
    [Authorize]
    public static async Task<SubmissionPayload> SubmitInput(SubmitInputInput input, ActRunner acts, ConsultationRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var consultation = await act.EnterConsultationAsync(input.ConsultationId, "input", "consultationId");
            var author = act.MustActAs(input.Office, "answer this consultation", ConsultationLife.WhoSubmit);
            consultation.MustTakeSubmissions(act);
            var submission = new Submission
            {
                Id = act.NewId(),
                ConsultationId = consultation.Id,
                OwnerId = consultation.OwnerId,
                Signature = "",
                Version = 1,
                Status = SubmissionStatus.Submitted,
                Text = "",
                CreatedAt = act.Now,
            };
            await SubmissionWriting.FillAsync(act, consultation, submission, author.OfficeId, input.Submission, rules);
            act.Context.Add(submission);
            act.Context.Add(SubmissionWriting.AuthorOf(act, submission, author.OfficeId));
            act.TellSubmission(ChangeType.SubmissionMade, consultation, submission);
            return submission.Id;
        }));

    /// <summary>Changes a submission of your office, its publication choice included, until the deadline.</summary>
    [Authorize]
    public static async Task<SubmissionPayload> ReviseSubmission(
        ReviseSubmissionInput input, ActRunner acts, ConsultationRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (consultation, submission, office) = await act.LoadOwnSubmissionAsync(input.Id, input.Version);
            await SubmissionWriting.FillAsync(act, consultation, submission, office, input.Submission, rules);
            submission.Version++;
            act.TellSubmission(ChangeType.SubmissionRevised, consultation, submission);
            return submission.Id;
        }));

    /// <summary>Takes a submission of your office back, until the deadline: from then on only your office reads it.</summary>
    [Authorize]
    public static async Task<SubmissionPayload> WithdrawSubmission(WithdrawSubmissionInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (consultation, submission, office) = await act.LoadOwnSubmissionAsync(input.Id, input.Version);
            act.TellSubmission(ChangeType.SubmissionWithdrawn, consultation, submission);
            submission.Status = SubmissionStatus.Withdrawn;
            submission.Version++;
            submission.UpdatedAt = act.Now;
            if (office != submission.OwnerId)
            {
                submission.OwnReaders = [.. submission.OwnReaders.Except([ReaderToken.Office(submission.OwnerId)])];
                submission.Readers = submission.OwnReaders;
            }

            return submission.Id;
        }));

    /// <summary>Tells the author of a submission what became of it. To change the answer, name the version of it that you saw.</summary>
    [Authorize]
    public static async Task<SubmissionPayload> AnswerSubmission(AnswerSubmissionInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Text(input.Text, 4_000, "text");
            check.ThrowIfAny();
            var submission = await act.FindSubmissionAsync(input.Id);
            act.MustActFor(submission.OwnerId, "answer this submission", Roles.WhoDecide);
            var consultation = await act.EnterConsultationAsync(submission.ConsultationId, "input", "id");
            var current = await act.Context.Readable<SubmissionAnswer>()
                .Where(answer => answer.SubmissionId == submission.Id)
                .MaxAsync(answer => (int?)answer.Version, act.Cancellation);
            if (input.Version != current)
            {
                throw current is { } newest ? Refuse.Stale(newest) : Refuse.Invalid("There is no answer yet: leave the version out.", "input", "version");
            }

            act.Context.Add(new SubmissionAnswer
            {
                SubmissionId = submission.Id,
                Version = (current ?? 0) + 1,
                Outcome = input.Outcome,
                Text = input.Text,
                AnsweredAt = act.Now,
                Readers = submission.OwnReaders,
            });
            act.TellSubmission(ChangeType.SubmissionAnswered, consultation, submission, hidesActor: false);
            return submission.Id;
        }));
}

/// <summary>What an act on a submission came to.</summary>
public sealed class SubmissionPayload(ActResult result) : ActPayload(result);
