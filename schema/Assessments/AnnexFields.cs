using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>What an annex leads to.</summary>
[ObjectType<ConfidentialAnnex>]
public static class AnnexFields
{
    /// <summary>Annexes by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ConfidentialAnnex?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<ConfidentialAnnex>(ids, selection, cancellation);

    /// <summary>The assessment that it belongs to; null if you may not see that.</summary>
    public static Task<IReadOnlyList<Assessment?>> AssessmentAsync(
        [ParentKey(nameof(ConfidentialAnnex.AssessmentId))] IReadOnlyList<Guid> ids,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindAlignedAsync<Assessment>(ids, selection, cancellation);
}

/// <summary>What was written for an assessment and is not part of it.</summary>
[ObjectType<Assessment>]
public static class AssessmentCompanions
{
    /// <summary>The confidential annexes that you may read, oldest first; empty if there are none for you.</summary>
    [ListSize(AssumedSize = 5)]
    public static async Task<ILookup<Guid, ConfidentialAnnex>> AnnexesAsync(
        [ParentKey(nameof(Assessment.Id))] IReadOnlyList<Guid> assessments, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Visible<ConfidentialAnnex>()
                .Where(annex => assessments.Contains(annex.AssessmentId))
                .OrderBy(annex => annex.CreatedAt).ThenBy(annex => annex.Id)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(annex => annex.AssessmentId);
    }

    /// <summary>The parts that other offices were asked to write, as far as you may read them, oldest first.</summary>
    [ListSize(AssumedSize = 5)]
    public static async Task<ILookup<Guid, AssessmentPart>> PartsAsync(
        [ParentKey(nameof(Assessment.Id))] IReadOnlyList<Guid> assessments, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Visible<AssessmentPart>()
                .Where(part => assessments.Contains(part.AssessmentId))
                .OrderBy(part => part.CreatedAt).ThenBy(part => part.Id)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(part => part.AssessmentId);
    }
}

/// <summary>The annex in the answer to an act.</summary>
[ObjectType<AnnexPayload>]
public static class AnnexPayloadFields
{
    /// <summary>The annex as it stands now; null if the act was refused, or erased it.</summary>
    public static Task<IReadOnlyList<ConfidentialAnnex?>> AnnexAsync(
        [ParentKey(nameof(AnnexPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<ConfidentialAnnex>(ids, selection, cancellation);
}
