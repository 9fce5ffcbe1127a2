using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Assessments;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Contributions;

/// <summary>Contributions, protected towards everyone but the one receiver.</summary>
[MutationType]
public static class ContributionMutations
{
    private static readonly ContributionStatus[] Outcomes =
        [ContributionStatus.TakenUp, ContributionStatus.TakenUpInPart, ContributionStatus.NotTakenUp];

    /// <summary>Invites an office to contribute to an assessment of yours. Nothing of the assessment is opened by that.</summary>
    [Authorize]
    public static async Task<ContributionInvitationPayload> InviteContribution(InviteContributionInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var assessment = await act.Context.Visible<Assessment>().SingleOrDefaultAsync(a => a.Id == input.AssessmentId, act.Cancellation)
                ?? throw Refuse.NotFound("assessment", "input", "assessmentId");
            act.MustActFor(assessment.OwnerId, "invite contributions to it", Roles.WhoDecide);
            await ContributionWriting.CheckAsync(act, input, assessment.OwnerId);
            var invitation = ContributionWriting.Invite(act, assessment, input);
            act.Context.Add(invitation);
            act.TellUnchanged(ChangeType.ContributionInvited, assessment, [ReaderToken.Office(assessment.OwnerId)]);
            return invitation.Id;
        }));

    /// <summary>Tells one office something, by invitation or unasked. Nobody else reads it, or learns that it is there.</summary>
    [Authorize]
    public static async Task<ContributionPayload> SubmitContribution(
        SubmitContributionInput input, ActRunner acts, ContributionWriting writing, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "contribute", Roles.WhoDraft);
            var contribution = await writing.WriteAsync(act, author, input);
            act.Context.Add(contribution);
            TellReceiver(act, contribution);
            return contribution.Id;
        }));

    /// <summary>Tells the author of a contribution what became of it. The answer may be changed later.</summary>
    [Authorize]
    public static async Task<ContributionPayload> AnswerContribution(AnswerContributionInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var contribution = await LoadAsync(act, input.Id, input.Version);
            act.MustActFor(contribution.ReceiverId, "answer this contribution", Roles.WhoDecide);
            var check = new InputCheck();
            check.Text(input.Answer, 4_000, "answer");
            if (!Outcomes.Contains(input.Outcome))
            {
                check.Add("Is no outcome: TAKEN_UP, TAKEN_UP_IN_PART or NOT_TAKEN_UP.", "outcome");
            }

            check.ThrowIfAny();
            (contribution.Status, contribution.Answer, contribution.AnsweredAt) = (input.Outcome, input.Answer, act.Now);
            Tell(act, ChangeType.ContributionAnswered, contribution, contribution.Readers);
            return contribution.Id;
        }));

    /// <summary>Takes a contribution back: its text is erased. What the receiver has read they have read.</summary>
    [Authorize]
    public static async Task<ContributionPayload> WithdrawContribution(WithdrawContributionInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var contribution = await LoadAsync(act, input.Id, input.Version);
            if (act.Viewer.ActsFor(contribution.ReceiverId) is not null)
            {
                throw Refuse.NotAllowed("withdraw a contribution that your office received");
            }

            (contribution.Status, contribution.Title, contribution.Text, contribution.Tags) = (ContributionStatus.Withdrawn, "", null, []);
            return contribution.Id;
        }));

    /// <summary>The contribution in the version that the caller saw; others who change it wait.</summary>
    private static async Task<Contribution> LoadAsync(Act act, Guid id, int version)
    {
        await act.Context.Database.ExecuteSqlAsync($"select from r2p.contribution c where c.id = {id} for update", act.Cancellation);
        var contribution = await act.Context.Readable<Contribution>().SingleOrDefaultAsync(c => c.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("contribution", "input", "id");
        if (contribution.Version != version)
        {
            throw Refuse.Stale(contribution.Version);
        }

        if (contribution.Status == ContributionStatus.Withdrawn)
        {
            throw Refuse.Transition(act.Name, contribution.Status, [ContributionStatus.Received, .. Outcomes]);
        }

        contribution.Version++;
        return contribution;
    }

    /// <summary>The receiver hears of it, at the assessment if it is about one, without a word about who wrote it.</summary>
    private static void TellReceiver(Act act, Contribution contribution)
    {
        string[] receiver = [ReaderToken.Office(contribution.ReceiverId)];
        if (contribution.AssessmentId is not { } assessment)
        {
            Tell(act, ChangeType.ContributionReceived, contribution, receiver);
            return;
        }

        act.Session.Append(ChangeType.ContributionReceived.ToldTo(receiver) with
        {
            DocumentId = assessment, DocumentKind = EnumText.Of(DocumentKind.Assessment), HidesActor = true,
        });
    }

    /// <summary>Inboxes look again; the log keeps nobody by it.</summary>
    private static void Tell(Act act, ChangeType type, Contribution contribution, string[] readers) =>
        act.Session.Append(type.ToldTo(readers) with { DocumentId = contribution.Id, DocumentKind = "CONTRIBUTION", HidesActor = true });
}

/// <summary>What an act on a contribution came to.</summary>
public sealed class ContributionPayload(ActResult result) : ActPayload(result);

/// <summary>What an invitation came to.</summary>
public sealed class ContributionInvitationPayload(ActResult result) : ActPayload(result);
