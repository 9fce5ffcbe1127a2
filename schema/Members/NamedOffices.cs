using R2P.Documents;

namespace R2P.Schema.Members;

/// <summary>Offices that a row names in a list.</summary>
internal static class NamedOffices
{
    /// <summary>The offices of each list, in its order, without those that there are no more.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Office>>> FindOfficesAsync(
        this ReadSession session, IReadOnlyList<IReadOnlyList<Guid>> named, CancellationToken cancellation)
    {
        var rows = await session.FindRowsAsync<Office>(named.SelectMany(ids => ids).Distinct().Select(id => (Guid?)id), cancellation);
        var found = rows.OfType<Office>().ToDictionary(office => office.Id);
        return [.. named.Select(ids => ids.Select(found.GetValueOrDefault).OfType<Office>().ToArray())];
    }
}
