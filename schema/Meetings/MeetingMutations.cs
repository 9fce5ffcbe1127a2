using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>The acts of a meeting's life.</summary>
[MutationType]
public static class MeetingMutations
{
    /// <summary>Plans a meeting, or puts a session or debate of a forum on the calendar.</summary>
    [Authorize]
    public static async Task<MeetingPayload> PlanMeeting(
        PlanMeetingInput input, ActRunner acts, MeetingRules rules, SharedDocuments documents, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var host = act.MustActAs(input.Office, "plan a meeting", Roles.WhoDecide);
            var meeting = MeetingContent.Create(act, host.OfficeId, input);
            var check = new InputCheck();
            rules.Check(check, meeting);
            input.Panel?.Check(check);
            var links = await DocumentLinks.CheckAsync(act, check, documents, input.Documents, "documents");
            Guid[] invited = [.. (input.Invited ?? []).Where(office => office != host.OfficeId).Distinct()];
            if (input.Audience is { } audience)
            {
                await publication.ShareAsync(act, meeting, audience, input.Handling);
                meeting.PublishedAt = act.Now;
            }

            await MeetingContent.InviteAsync(act, check, meeting, invited, input.Handling, publication, "invited");
            if (input.Handling is not null && meeting.Audience.Kind == AudienceKind.Office && input.Audience is null)
            {
                check.Add("Goes with an audience or invited offices only.", "handling");
            }

            check.ThrowIfAny();
            act.Context.Add(meeting);
            act.Context.AddRange(MeetingContent.Documents(meeting, links));
            act.Tell(ChangeType.MeetingPlanned, meeting);
            return meeting.Id;
        }));

    /// <summary>Changes a planned meeting.</summary>
    [Authorize]
    public static async Task<MeetingPayload> ReviseMeeting(
        ReviseMeetingInput input, ActRunner acts, MeetingRules rules, SharedDocuments documents, FieldContext field) =>
        new(await acts.StepAsync<Meeting>(
            field,
            MeetingLife.Life,
            DocumentAct.Revise,
            new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId),
            async (act, meeting) =>
            {
                MeetingContent.Apply(meeting, input);
                var check = new InputCheck();
                rules.Check(check, meeting);
                input.Panel.Value?.Check(check);
                var links = await DocumentLinks.CheckAsync(act, check, documents, input.Documents, "documents");
                check.ThrowIfAny();
                if (input.Documents is not null)
                {
                    await act.Context.Set<MeetingDocument>().Where(document => document.MeetingId == meeting.Id).ExecuteDeleteAsync(act.Cancellation);
                    act.Context.AddRange(MeetingContent.Documents(meeting, links));
                }

                meeting.WasRevisedBy(act.Person);
                act.Tell(ChangeType.MeetingRevised, meeting);
            }));

    /// <summary>Asks offices to come to a meeting.</summary>
    [Authorize]
    public static async Task<MeetingPayload> InviteToMeeting(
        InviteToMeetingInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.StepAsync<Meeting>(
            field,
            MeetingLife.Life,
            DocumentAct.Share,
            new DocumentStep(input.Id, input.Version, null, input.ClientMutationId),
            async (act, meeting) =>
            {
                var check = new InputCheck();
                await MeetingContent.InviteAsync(
                    act, check, meeting, input.Offices, MeetingContent.InputOf(meeting.Handling), publication, "offices");
                check.ThrowIfAny();
                act.Tell(ChangeType.MeetingInvited, meeting);
            }));

    /// <summary>Answers an invitation to a meeting, for your office. The host is told; what your office had answered before is kept.</summary>
    [Authorize]
    public static async Task<MeetingPayload> AnswerMeetingInvitation(AnswerMeetingInvitationInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.OptionalText(input.Note, 1_000, "note");
            check.ThrowIfAny();
            var meeting = await FindAsync(act, input.MeetingId, "input", "meetingId");
            Guid[] offices = [.. act.Viewer.Appointments.Where(held => MeetingLife.WhoSpeak.Contains(held.Role)).Select(held => held.OfficeId)];
            var invitations = await act.Context.Readable<MeetingInvitation>()
                .Where(row => row.MeetingId == meeting.Id && offices.Contains(row.OfficeId) && (input.Office == null || row.OfficeId == input.Office))
                .ToListAsync(act.Cancellation);
            var invitation = invitations switch
            {
                [var only] => only,
                [] => throw Refuse.NotAllowed("answer an invitation to this meeting"),
                _ => throw Refuse.Invalid("Several of your offices are invited: name one.", "input", "office"),
            };
            if (meeting.Status != DocumentStatus.Planned)
            {
                throw Refuse.Transition(act.Name, meeting.Status, DocumentStatus.Planned);
            }

            invitation.Status = input.Attending ? MeetingInvitationStatus.Attending : MeetingInvitationStatus.Declined;
            invitation.Note = input.Note;
            invitation.AnsweredAt = act.Now;
            invitation.Version++;
            act.TellUnchanged(ChangeType.MeetingInvitationAnswered, meeting, invitation.Readers);
            return meeting.Id;
        }));

    /// <summary>Records that a meeting was held: who was there, what was concluded, what follows from it.</summary>
    [Authorize]
    public static async Task<MeetingPayload> RecordMeeting(RecordMeetingInput input, ActRunner acts, FieldContext field) =>
        new(await acts.StepAsync<Meeting>(
            field,
            MeetingLife.Life,
            DocumentAct.Hold,
            new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId),
            async (act, meeting) =>
            {
                var check = new InputCheck();
                MeetingRules.Check(check, input);
                await MeetingContent.RecordAsync(act, check, meeting, input);
                check.ThrowIfAny();
                act.Tell(ChangeType.MeetingHeld, meeting);
            }));

    /// <summary>Puts a statement on record, for an audience of its own.</summary>
    [Authorize]
    public static async Task<StatementPayload> RecordStatement(
        RecordStatementInput input, ActRunner acts, MeetingRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var meeting = await FindAsync(act, input.MeetingId, "input", "meetingId");
            var speaker = act.MustActAs(input.Office, "put a statement on record", MeetingLife.WhoSpeak);
            if (meeting.Status == DocumentStatus.Closed)
            {
                throw Refuse.Transition(act.Name, meeting.Status, DocumentStatus.Planned, DocumentStatus.Held);
            }

            var check = new InputCheck();
            rules.Check(check, input);
            check.ThrowIfAny();
            if (input.Network is { } network && (speaker.Role != Role.NetworkSecretariat || speaker.PartyCode != network))
            {
                throw Refuse.NotAllowed("speak for this network: its secretariat does");
            }

            var statement = MeetingContent.CreateStatement(act, meeting, speaker.OfficeId, input);
            await publication.OpenAsync(act, statement, input.Audience, null, "audience");
            act.Context.Add(statement);
            act.TellUnchanged(ChangeType.StatementRecorded, meeting, statement.Readers);
            return statement.Id;
        }));

    /// <summary>Says that a follow-up item was done: the office that has it says so, or the host.</summary>
    [Authorize]
    public static async Task<FollowUpPayload> CompleteFollowUp(CompleteFollowUpInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.OptionalText(input.Result, 4_000, "result");
            check.ThrowIfAny();
            var item = await act.Context.VisibleFollowUps().SingleOrDefaultAsync(row => row.Id == input.Id, act.Cancellation)
                ?? throw Refuse.NotFound("follow-up item", "input", "id");
            var meeting = await FindAsync(act, item.MeetingId, "input", "id");
            if (act.Viewer.ActsFor(item.OfficeId, Roles.WhoDraft) is null)
            {
                act.MustActFor(meeting.OwnerId, "complete this item", Roles.WhoDecide);
            }

            if (item.DoneAt is { } done)
            {
                throw Refuse.Invalid($"It was done already, on {done:yyyy-MM-dd}.", "input", "id");
            }

            item.DoneAt = act.Now;
            item.Result = input.Result;
            act.TellUnchanged(ChangeType.FollowUpCompleted, meeting, meeting.Readers);
            return item.Id;
        }));

    /// <summary>Closes a meeting that was held. While something is still to be done that takes a reason.</summary>
    [Authorize]
    public static async Task<MeetingPayload> CloseMeeting(CloseMeetingInput input, ActRunner acts, FieldContext field) =>
        new(await acts.StepAsync<Meeting>(
            field,
            MeetingLife.Life,
            DocumentAct.Close,
            new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId),
            async (act, meeting) =>
            {
                if (string.IsNullOrWhiteSpace(input.Reason)
                    && await act.Context.VisibleFollowUps().AnyAsync(item => item.MeetingId == meeting.Id && item.DoneAt == null, act.Cancellation))
                {
                    throw Refuse.Invalid("Something is still to be done: say why it is closed all the same.", "input", "reason");
                }

                act.Tell(ChangeType.MeetingClosed, meeting);
            }));

    private static async Task<Meeting> FindAsync(Act act, Guid id, params IReadOnlyList<string> path) =>
        await act.Context.Visible<Meeting>().SingleOrDefaultAsync(meeting => meeting.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("meeting", path);
}

/// <summary>What an act on a meeting came to.</summary>
public sealed class MeetingPayload(ActResult result) : ActPayload(result);

/// <summary>What an act on a statement came to.</summary>
public sealed class StatementPayload(ActResult result) : ActPayload(result);

/// <summary>What an act on a follow-up item came to.</summary>
public sealed class FollowUpPayload(ActResult result) : ActPayload(result);
