using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Peers;

/// <summary>Peers for those who opted in.</summary>
[QueryType]
public static class PeerQueries
{
    private const int MostPeers = 200;

    /// <summary>
    /// Offices that share a gap or a context with yours, by name; empty until your office has opted in. Nothing is compared but the codes that both
    /// offices chose to be matched by.
    /// </summary>
    /// <param name="office">For which office; only needed by somebody who holds several.</param>
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<PeerSuggestion>> SuggestPeers(
        [ID<Office>] Guid? office, ReadSession session, CancellationToken cancellation) =>
        await session.QueryAsync(
            (db, token) =>
                (from match in db.Readable<PeerSuggestion>()
                 where office == null || match.OfficeId == office
                 join peer in db.Readable<Office>() on match.PeerId equals peer.Id
                 orderby peer.Name, peer.Id, match.OfficeId
                 select match).Take(MostPeers).ToListAsync(token),
            cancellation);
}

/// <summary>Who may be matched.</summary>
[MutationType]
public static class PeerMutations
{
    /// <summary>Has your office matched with others that opted in, by the codes that you choose. Choosing anew replaces the former choice.</summary>
    [Authorize]
    public static async Task<PeerProfilePayload> OptInToPeerMatching(
        OptInToPeerMatchingInput input, ActRunner acts, DocumentRules rules, Catalogue.Catalogue catalogue, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            Check(input, rules, catalogue);
            var office = act.MustActAs(input.Office, "opt in to peer matching", Roles.WhoDecide).OfficeId;
            await act.LockAsync(office);
            await RemoveAsync(act, office);
            act.Context.Add(new PeerProfile
            {
                OfficeId = office,
                Inhibitors = [.. input.Inhibitors ?? []],
                Contexts = [.. input.Contexts ?? []],
                Since = act.Now,
                Readers = ReaderRules.OfDraft(office),
            });
            return office;
        }));

    /// <summary>Takes your office out of the matching; nobody finds it there any more.</summary>
    [Authorize]
    public static async Task<PeerProfilePayload> OptOutOfPeerMatching(OptOutOfPeerMatchingInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var office = act.MustActAs(input.Office, "opt out of peer matching", Roles.WhoDecide).OfficeId;
            await RemoveAsync(act, office);
            return office;
        }));

    private static Task<int> RemoveAsync(Act act, Guid office) =>
        act.Context.Readable<PeerProfile>().Where(profile => profile.OfficeId == office).ExecuteDeleteAsync(act.Cancellation);

    private static void Check(OptInToPeerMatchingInput input, DocumentRules rules, Catalogue.Catalogue catalogue)
    {
        var check = new InputCheck();
        check.Distinct(input.Inhibitors, "inhibitors");
        for (var i = 0; i < input.Inhibitors?.Count; i++)
        {
            DocumentRules.Code(check, catalogue.IsInhibitor, "inhibitor", input.Inhibitors[i], "inhibitors", $"{i}");
        }

        rules.Tags(check, input.Contexts, "contexts");
        if (input is { Inhibitors: null or [], Contexts: null or [] })
        {
            check.Add("Choose at least one code to be matched by.", "inhibitors");
        }

        check.ThrowIfAny();
    }
}

/// <summary>What an act on peer matching came to.</summary>
public sealed class PeerProfilePayload(ActResult result) : ActPayload(result);

/// <summary>The profile in the answer to an act.</summary>
[ObjectType<PeerProfilePayload>]
public static class PeerProfilePayloadFields
{
    /// <summary>What your office lets others know now; null if it is not matched.</summary>
    public static async Task<IReadOnlyList<PeerProfile?>> ProfileAsync(
        [Parents] IReadOnlyList<PeerProfilePayload> payloads, ReadSession session, CancellationToken cancellation)
    {
        Guid[] offices = [.. payloads.Select(payload => payload.Id).OfType<Guid>()];
        var found = await session.QueryAsync(
            (db, token) => db.Readable<PeerProfile>()
                .Where(profile => offices.Contains(profile.OfficeId))
                .ToDictionaryAsync(profile => profile.OfficeId, token),
            cancellation);
        return [.. payloads.Select(payload => payload.Id is { } office ? found.GetValueOrDefault(office) : null)];
    }
}

/// <summary>What a suggestion leads to.</summary>
[ObjectType<PeerSuggestion>]
public static class PeerSuggestionFields
{
    /// <summary>The office.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(PeerSuggestion.PeerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}
