using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>Who belongs to which body, from when to when. What is shared with the body reaches its members from that moment on, and no longer.</summary>
[MutationType]
public static class MembershipMutations
{
    /// <summary>
    /// Records that a party is a member of a body: an act of the network's secretariat, or of the organization's desk. A party that has somebody in office
    /// joins a network by accepting its invitation, as the network's secretariat vouches for its members' appointments.
    /// </summary>
    [Authorize]
    public static async Task<MembershipPayload> RecordMembership(RecordMembershipInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (party, body) = await MembershipActs.EndsAsync(act, input.Party, input.Body);
            var id = act.NewId();
            await MembershipActs.RecordAsync(act, id, party, body, input);
            act.TellOfMembership(ChangeType.MembershipRecorded, id, 1);
            return id;
        }));

    /// <summary>Ends a membership: an act of who keeps it, or of the member, who leaves.</summary>
    [Authorize]
    public static async Task<MembershipPayload> EndMembership(EndMembershipInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var held = await MembershipActs.LoadAsync(act, input.Id, input.Version);
            await MembershipActs.EndAsync(act, held, input.LeftOn ?? act.Today);
            act.TellOfMembership(ChangeType.MembershipEnded, held.Id, held.Version + 1);
            return held.Id;
        }));

    /// <summary>Suspends a membership for a time, or gives a suspension another end: an act of who keeps the membership.</summary>
    [Authorize]
    public static async Task<MembershipPayload> SuspendMembership(SuspendMembershipInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var held = await MembershipActs.LoadAsync(act, input.Id, input.Version);
            await MembershipActs.SuspendAsync(act, held, input.From ?? held.SuspendedFrom ?? act.Today, input.To);
            act.TellOfMembership(ChangeType.MembershipSuspended, held.Id, held.Version + 1);
            return held.Id;
        }));

    /// <summary>Says in which languages a network works, and on what: an act of its secretariat.</summary>
    [Authorize]
    public static async Task<NetworkPayload> DescribeNetwork(DescribeNetworkInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Count(input.Languages, 20, "languages");
            check.OptionalText(input.Programme, DocumentRules.MaxText, "programme");
            for (var i = 0; i < input.Languages.Count; i++)
            {
                DocumentRules.Language(check, input.Languages[i], "languages", $"{i}");
            }

            check.ThrowIfAny();
            var network = await OfficeRules.PartyAsync(act, input.Network, "network");
            await act.CallAsync(
                "describe this network",
                "select r2p.describe_network($1, $2, $3)",
                Parameter.Of(network), Parameter.Of([.. input.Languages]), Parameter.Of(input.Programme));
            act.Session.Append(ChangeType.NetworkDescribed.ToldTo([ReaderToken.Public]) with { DocumentId = network, DocumentKind = "PARTY" });
            return network;
        }));

    /// <summary>Invites a party to become a member: an act of who keeps the membership. The party answers as it likes.</summary>
    [Authorize]
    public static async Task<InvitationPayload> InviteMember(InviteMemberInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Text(input.Message, 4_000, "message");
            check.ThrowIfAny();
            var (party, body) = await MembershipActs.EndsAsync(act, input.Party, input.Body);
            var id = act.NewId();
            var readers = await act.CallAsync(
                "invite to this body",
                "select r2p.invite_member($1, $2, $3, $4, $5, $6)",
                Parameter.Of(id), Parameter.Of(body), Parameter.Of(party),
                Parameter.Of(input.Message), Parameter.Of(EnumText.Of(input.Rights)), Parameter.Of(act.Now))
                as string[] ?? throw Refuse.Invalid("Is a member already, or has not answered an earlier invitation.", "input", "party");
            act.Session.Append(ChangeType.MemberInvited.ToldTo(readers) with { DocumentId = id, DocumentKind = "INVITATION", Version = 1 });
            return id;
        }));

    /// <summary>Accepts or declines an invitation: an act of who decides for the party. Accepting makes the party a member from today.</summary>
    [Authorize]
    public static async Task<InvitationPayload> AnswerInvitation(AnswerInvitationInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var invitation = await act.Context.Readable<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == input.Id, act.Cancellation)
                ?? throw Refuse.NotFound("invitation", "input", "id");
            if (invitation.Version != input.Version)
            {
                throw Refuse.Stale(invitation.Version);
            }

            if (invitation.Status != InvitationStatus.Open)
            {
                throw Refuse.Transition("answerInvitation", invitation.Status, InvitationStatus.Open);
            }

            var membership = act.NewId();
            if (await act.CallAsync(
                "answer this invitation",
                "select r2p.answer_invitation($1, $2, $3, $4, $5)",
                Parameter.Of(input.Id), Parameter.Of(input.Version), Parameter.Of(input.Accept), Parameter.Of(membership), Parameter.Of(act.Now)) is not true)
            {
                throw await act.StaleAsync<Invitation>(invitation.Id, "invitation");
            }

            act.Session.Append(ChangeType.InvitationAnswered.ToldTo(invitation.Readers) with
            {
                DocumentId = input.Id, DocumentKind = "INVITATION", Version = input.Version + 1, ChangesAccess = input.Accept,
            });
            return input.Id;
        }));

    internal static void TellOfMembership(this Act act, ChangeType type, Guid membership, int version) =>
        act.Session.Append(type.ToldTo([ReaderToken.Public]) with
        {
            DocumentId = membership, DocumentKind = "MEMBERSHIP", Version = version, ChangesAccess = true,
        });
}

/// <summary>What an act on a membership came to.</summary>
public sealed class MembershipPayload(ActResult result) : ActPayload(result);

/// <summary>What an act on a network came to.</summary>
public sealed class NetworkPayload(ActResult result) : ActPayload(result);

/// <summary>What an act on an invitation came to.</summary>
public sealed class InvitationPayload(ActResult result) : ActPayload(result);
