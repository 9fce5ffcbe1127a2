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
        var heads = await session.FindAlignedAsync<Assessment>([from, to], cancellation);
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
        [Parents] IReadOnlyList<Assessment> assessments, SharedDocuments documents, ReadSession session, CancellationToken cancellation)
    {
        var chain = await FollowBackAsync(assessments, session, cancellation);
        var past = await VersionsOfAsync([.. chain.Keys], documents, session, cancellation);
        return
        [
            .. assessments.Select(assessment => Changes(
                ChainOf(assessment, chain).SelectMany(one => past[one.Id].Append(one).Where(version => version.Version <= one.Version)))),
        ];
    }

    private static async Task<Dictionary<Guid, Assessment>> FollowBackAsync(
        IReadOnlyList<Assessment> assessments, ReadSession session, CancellationToken cancellation)
    {
        var chain = assessments.DistinctBy(assessment => assessment.Id).ToDictionary(assessment => assessment.Id);
        for (var i = 0; i < MostPredecessors; i++)
        {
            Guid[] next = [.. chain.Values.Select(one => one.SupersedesId).OfType<Guid>().Where(id => !chain.ContainsKey(id)).Distinct()];
            var found = await session.FindAlignedAsync<Assessment>(next, cancellation);
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

    private static async Task<ILookup<Guid, Assessment>> VersionsOfAsync(
        Guid[] ids, SharedDocuments documents, ReadSession session, CancellationToken cancellation)
    {
        var visible = await session.QueryAsync(
            (db, token) => DocumentRevision.Visible(db).Where(revision => ids.Contains(revision.DocumentId)).ToListAsync(token), cancellation);
        var found = await documents.FindRevisionsAsync(session, visible.Select(revision => revision.Key), cancellation);
        return found.Values.OfType<Assessment>().ToLookup(version => version.Id);
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

    private static StageProposal[] Changes(IEnumerable<Assessment> versions)
    {
        var proposals = new List<StageProposal>();
        foreach (var version in versions.OrderBy(version => version.UpdatedAt).ThenBy(version => version.Version))
        {
            if (proposals.LastOrDefault() is var last && (last is null ? version.Stage is null : last.Stage == version.Stage && last.Reasons == version.StageReasons))
            {
                continue;
            }

            proposals.Add(new StageProposal(version.Stage, version.StageReasons, version.UpdatedAt, version, version.Version));
        }

        proposals.Reverse();
        return [.. proposals];
    }
}
