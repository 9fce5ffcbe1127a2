using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.Members;

/// <summary>Newcomers and experienced peers are brought together, if both agree.</summary>
[MutationType]
public static class PairingMutations
{
    /// <summary>Proposes that an experienced office help a newcomer: an act of the network's secretariat. Each of the two answers for itself.</summary>
    [Authorize]
    public static async Task<PairingPayload> PairOffices(PairOfficesInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            await CheckAsync(act, input);
            var network = await OfficeRules.PartyAsync(act, input.Network, "network");
            var secretariat = act.Viewer.Appointments.FirstOrDefault(held => held.Role == Role.NetworkSecretariat && held.PartyId == network)
                ?? throw Refuse.NotAllowed("bring offices of this network together");
            var pairing = new Pairing
            {
                Id = act.NewId(),
                NetworkId = network,
                NewcomerId = input.Newcomer,
                PeerId = input.Peer,
                Purpose = input.Purpose,
                Status = PairingStatus.Proposed,
                ProposedAt = act.Now,
                Version = 1,
                Readers = [ReaderToken.Office(secretariat.OfficeId), ReaderToken.Office(input.Newcomer), ReaderToken.Office(input.Peer)],
            };
            act.Context.Add(pairing);
            act.TellOf(ChangeType.PairingProposed, pairing, pairing.Version);
            return pairing.Id;
        }));

    /// <summary>Agrees to a pairing, or ends it: each of the two offices for itself.</summary>
    [Authorize]
    public static async Task<PairingPayload> AnswerPairing(AnswerPairingInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var pairing = await act.Context.Readable<Pairing>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.Id, act.Cancellation)
                ?? throw Refuse.NotFound("pairing", "input", "id");
            if (pairing.Status == PairingStatus.Ended)
            {
                throw Refuse.Transition("answerPairing", pairing.Status, PairingStatus.Proposed, PairingStatus.Active);
            }

            await SaveAsync(act, pairing, input);
            act.TellOf(ChangeType.PairingAnswered, pairing, input.Version + 1);
            return pairing.Id;
        }));

    private static async Task SaveAsync(Act act, Pairing pairing, AnswerPairingInput input)
    {
        var isNewcomer = act.Viewer.ActsFor(pairing.NewcomerId, Roles.WhoDecide) is not null;
        if (!isNewcomer && act.Viewer.ActsFor(pairing.PeerId, Roles.WhoDecide) is null)
        {
            throw Refuse.NotAllowed("answer for one of the two");
        }

        var newcomer = isNewcomer ? input.Accept : pairing.NewcomerAgreed;
        var peer = isNewcomer ? pairing.PeerAgreed : input.Accept;
        var status = !input.Accept ? PairingStatus.Ended : newcomer && peer ? PairingStatus.Active : PairingStatus.Proposed;
        var saved = await act.Context.Readable<Pairing>()
            .Where(row => row.Id == input.Id && row.Version == input.Version)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(p => p.NewcomerAgreed, newcomer)
                    .SetProperty(p => p.PeerAgreed, peer)
                    .SetProperty(p => p.Status, status)
                    .SetProperty(p => p.Version, input.Version + 1),
                act.Cancellation);
        if (saved == 0)
        {
            throw Refuse.Stale(pairing.Version);
        }
    }

    private static async Task CheckAsync(Act act, PairOfficesInput input)
    {
        var check = new InputCheck();
        check.Text(input.Purpose, 4_000, "purpose");
        if (input.Newcomer == input.Peer)
        {
            check.Add("Is the newcomer itself.", "peer");
        }

        Guid[] wanted = [input.Newcomer, input.Peer];
        var found = await act.Context.Readable<Office>().Where(office => wanted.Contains(office.Id)).Select(office => office.Id).ToListAsync(act.Cancellation);
        if (!found.Contains(input.Newcomer))
        {
            check.Add("There is no such office.", "newcomer");
        }

        if (!found.Contains(input.Peer))
        {
            check.Add("There is no such office.", "peer");
        }

        check.ThrowIfAny();
    }

    private static void TellOf(this Act act, ChangeType type, Pairing pairing, int version) =>
        act.Session.Append(type.ToldTo(pairing.Readers) with { DocumentId = pairing.Id, DocumentKind = "PAIRING", Version = version });
}

/// <summary>What an act on a pairing came to.</summary>
public sealed class PairingPayload(ActResult result) : ActPayload(result);
