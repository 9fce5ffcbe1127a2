using R2P.Documents;

namespace R2P.Schema.Sharing;

/// <summary>Reads by id for batch resolvers: one statement, one result for each id, in their order; null for what the viewer may not see.</summary>
public static class AlignedReads
{
    public static Task<IReadOnlyList<T?>> FindAlignedAsync<T>(
        this ReadSession session, IReadOnlyList<Guid> ids, CancellationToken cancellation)
        where T : DocumentEnvelope =>
        session.FindAlignedAsync<T>([.. ids.Select(id => (Guid?)id)], cancellation);

    public static async Task<IReadOnlyList<T?>> FindAlignedAsync<T>(
        this ReadSession session, IReadOnlyList<Guid?> ids, CancellationToken cancellation)
        where T : DocumentEnvelope
    {
        Guid[] wanted = [.. ids.OfType<Guid>().Distinct()];
        if (wanted.Length == 0)
        {
            return new T?[ids.Count];
        }

        var rows = await session.QueryAsync(
            (db, token) => db.ReadVisibleByIdAsync<T>(wanted, RowColumns.All, token),
            cancellation);
        var found = rows.ToDictionary(row => row.Id);
        return [.. ids.Select(id => id is { } known ? found.GetValueOrDefault(known) : null)];
    }
}
