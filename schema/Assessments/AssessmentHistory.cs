using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>Versions of assessments, compared.</summary>
[QueryType]
public static class AssessmentHistoryQueries
{
    /// <summary>
    /// What changed between two versions, of one assessment or of an assessment and one that replaces it; null if you may not see both. Findings by
    /// different frameworks stand as added and removed: <c>catalogue { crosswalk }</c> tells which correspond.
    /// </summary>
    /// <param name="from">The earlier assessment.</param>
    /// <param name="to">The later assessment; it may be the same.</param>
    /// <param name="fromVersion">The version of the earlier one; by default as it stands.</param>
    /// <param name="toVersion">The version of the later one; by default as it stands.</param>
    public static async Task<AssessmentChanges?> AssessmentChanges(
        [ID<Assessment>] Guid from,
        [ID<Assessment>] Guid to,
        int? fromVersion,
        int? toVersion,
        SharedDocuments documents,
        ReadSession session,
        CancellationToken cancellation)
    {
        var heads = await session.FindAlignedAsync<Assessment>([from, to], null, cancellation);
        var earlier = await InVersionAsync(documents, session, from, heads[0], fromVersion, cancellation);
        var later = await InVersionAsync(documents, session, to, heads[1], toVersion, cancellation);
        return earlier is null || later is null ? null : Assessments.AssessmentChanges.Between(earlier, later);
    }

    private static async Task<Assessment?> InVersionAsync(
        SharedDocuments documents, ReadSession session, Guid id, Assessment? head, int? version, CancellationToken cancellation)
    {
        if (version is not { } wanted || wanted == head?.Version)
        {
            return head;
        }

        var visible = await session.QueryAsync(
            (db, token) => DocumentRevision.Visible(db)
                .Where(revision => revision.DocumentId == id && revision.Version == wanted)
                .ToListAsync(token),
            cancellation);
        var found = await documents.FindRevisionsAsync(session, visible.Select(revision => revision.Key), cancellation);
        return found.Values.OfType<Assessment>().SingleOrDefault();
    }
}

/// <summary>How the proposed stage came about.</summary>
[ObjectType<Assessment>]
public static class StageHistory
{
    /// <summary>How many predecessors are followed back.</summary>
    private const int MostPredecessors = 20;

    /// <summary>
    /// The stages that were proposed in this assessment and in those that it replaces, newest first, as far as you may see those versions. No stage
    /// follows from findings by itself.
    /// </summary>
    [ListSize(AssumedSize = 10)]
    public static async Task<IReadOnlyList<IReadOnlyList<StageProposal>>> StageHistoryAsync(
        [Parents] IReadOnlyList<Assessment> assessments, ReadSession session, CancellationToken cancellation)
    {
        var chain = await FollowBackAsync(assessments, session, cancellation);
        var past = await PastOfAsync([.. chain.Keys], session, cancellation);
        return
        [
            .. assessments.Select(assessment => Changes(ChainOf(assessment, chain).SelectMany(one => past[one.Id]
                .Where(version => version.Version < one.Version)
                .Select(version => new StageProposal(version.Stage, version.Reasons, version.WrittenAt, one, version.Version))
                .Append(new StageProposal(one.Stage, one.StageReasons, one.UpdatedAt, one, one.Version))))),
        ];
    }

    private static async Task<Dictionary<Guid, Assessment>> FollowBackAsync(
        IReadOnlyList<Assessment> assessments, ReadSession session, CancellationToken cancellation)
    {
        var chain = assessments.DistinctBy(assessment => assessment.Id).ToDictionary(assessment => assessment.Id);
        for (var i = 0; i < MostPredecessors; i++)
        {
            Guid[] next = [.. chain.Values.Select(one => one.SupersedesId).OfType<Guid>().Where(id => !chain.ContainsKey(id)).Distinct()];
            var found = await session.FindAlignedAsync<Assessment>(next, null, cancellation);
            foreach (var predecessor in found.OfType<Assessment>())
            {
                chain[predecessor.Id] = predecessor;
            }

            if (!found.OfType<Assessment>().Any())
            {
                break;
            }
        }

        return chain;
    }

    /// <summary>Of each past version that the viewer may see no more than its stage: the whole of them may be long.</summary>
    private static async Task<ILookup<Guid, PastStage>> PastOfAsync(Guid[] ids, ReadSession session, CancellationToken cancellation)
    {
        var found = await session.QueryAsync(
            (db, token) => db.Database
                .SqlQuery<PastStage>(
                    $"""
                    select r.document_id as "DocumentId", r.version as "Version", r.document ->> 'stage' as "Stage",
                        r.document -> 'body' ->> 'stageReasons' as "Reasons", (r.document ->> 'updated_at')::timestamptz as "WrittenAt"
                    from r2p.revision r
                    where r.document_id = any({ids}) and r2p.may_read(r.readers, r.expires_at, r.owner_id)
                    """)
                .ToListAsync(token),
            cancellation);
        return found.ToLookup(version => version.DocumentId);
    }

    private static IEnumerable<Assessment> ChainOf(Assessment assessment, Dictionary<Guid, Assessment> chain)
    {
        var at = assessment;
        for (var i = 0; i <= MostPredecessors && at is not null; i++)
        {
            yield return at;
            at = at.SupersedesId is { } id ? chain.GetValueOrDefault(id) : null;
        }
    }

    private static StageProposal[] Changes(IEnumerable<StageProposal> versions)
    {
        var proposals = new List<StageProposal>();
        foreach (var version in versions.OrderBy(version => version.Since).ThenBy(version => version.Version))
        {
            var last = proposals.LastOrDefault();
            if (last?.Stage != version.Stage || (last is not null && last.Reasons != version.Reasons))
            {
                proposals.Add(version);
            }
        }

        proposals.Reverse();
        return [.. proposals];
    }

    private sealed record PastStage(Guid DocumentId, int Version, string? Stage, string? Reasons, DateTimeOffset WrittenAt);
}
