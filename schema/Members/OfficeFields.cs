using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>What an office leads to.</summary>
[ObjectType<Office>]
public static class OfficeFields
{
    /// <summary>Offices by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Office?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The party that keeps the office.</summary>
    [CallerIndependent]
    public static Task<IReadOnlyList<Party?>> PartyAsync(
        [ParentKey(nameof(Office.PartyId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(ids, selection, cancellation);

    /// <summary>The State that accredits the office of a civil-society organization; null if none does.</summary>
    [CallerIndependent]
    public static Task<IReadOnlyList<Party?>> AccreditedByAsync(
        [ParentKey(nameof(Office.AccreditedBy))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(ids, selection, cancellation);

    /// <summary>
    /// Whose appointments to the office you may see, those that ended or are only proposed included, newest first; empty if you are no member of
    /// the network.
    /// </summary>
    public static async Task<ILookup<Guid, Appointment>> AppointmentsAsync(
        [ParentKey(nameof(Office.Id))] IReadOnlyList<Guid> offices, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<Appointment>().Where(row => offices.Contains(row.OfficeId)).NewestFirst().ToListAsync(token),
            cancellation);
        return rows.ToLookup(row => row.OfficeId);
    }

    /// <summary>The appointments by which the office is held now, newest first; empty if you are no member of the network.</summary>
    public static async Task<ILookup<Guid, Appointment>> HoldersAsync(
        [ParentKey(nameof(Office.Id))] IReadOnlyList<Guid> offices,
        ReadSession session,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var now = time.GetDatabaseNow();
        var rows = await session.QueryAsync(
            (db, token) => Held(db, offices, now).NewestFirst().ToListAsync(token), cancellation);
        return rows.ToLookup(row => row.OfficeId);
    }

    /// <summary>
    /// Whether nobody but deputies holds the office now, so that what it has to do falls to nobody else; null if you are no member of the network, to whom this
    /// is not told.
    /// </summary>
    public static async Task<IReadOnlyList<bool?>> VacantAsync(
        [ParentKey(nameof(Office.Id))] IReadOnlyList<Guid> offices,
        ReadSession session,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (!session.Access.MayRead([ReaderToken.Members]))
        {
            return new bool?[offices.Count];
        }

        var now = time.GetDatabaseNow();
        var held = await session.QueryAsync(
            (db, token) => Held(db, offices, now).Where(row => !row.Deputy).Select(row => row.OfficeId).Distinct().ToListAsync(token), cancellation);
        return [.. offices.Select(office => (bool?)!held.Contains(office))];
    }

    private static IQueryable<Appointment> Held(DocumentContext db, IReadOnlyList<Guid> offices, DateTimeOffset now) =>
        db.Readable<Appointment>().Where(row =>
            offices.Contains(row.OfficeId)
            && row.Status == AppointmentStatus.Active
            && row.StartsAt <= now
            && (row.EndsAt == null || row.EndsAt > now));
}
