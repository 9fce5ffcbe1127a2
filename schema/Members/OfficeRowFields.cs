using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>What an office says of its mandate and of itself, as far as the viewer may read it.</summary>
[ObjectType<Office>]
public static class OfficeRowFields
{
    /// <summary>The office's mandate and means, as far as you may read them: what holds today and what held before, newest first.</summary>
    public static async Task<ILookup<Guid, MandateEntry>> MandateAsync(
        [ParentKey(nameof(Office.Id))] IReadOnlyList<Guid> offices, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Visible<MandateEntry>()
                .Where(row => offices.Contains(row.OwnerId))
                .OrderByDescending(row => row.Since).ThenBy(row => row.Topic).ThenBy(row => row.Id)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(row => row.OwnerId);
    }

    /// <summary>What the office says of itself, as far as you may read it.</summary>
    public static async Task<ILookup<Guid, ProfileDetail>> ProfileAsync(
        [ParentKey(nameof(Office.Id))] IReadOnlyList<Guid> offices, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Visible<ProfileDetail>()
                .Where(row => offices.Contains(row.OwnerId))
                .OrderBy(row => row.Topic)
                .ThenBy(row => row.Id)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(row => row.OwnerId);
    }
}

/// <summary>Entries of mandates by id.</summary>
[ObjectType<MandateEntry>]
public static class MandateEntryFields
{
    /// <summary>Entries of mandates by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<MandateEntry?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<MandateEntry>(ids, selection, cancellation);
}

/// <summary>Details of profiles by id.</summary>
[ObjectType<ProfileDetail>]
public static class ProfileDetailFields
{
    /// <summary>Details of profiles by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ProfileDetail?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<ProfileDetail>(ids, selection, cancellation);
}
