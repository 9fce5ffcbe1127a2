using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>Offices that a row names in a list.</summary>
internal static class NamedOffices
{
    /// <summary>The offices of each list, in its order, without those that there are no more.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Office>>> FindOfficesAsync(
        this ReadSession session, IReadOnlyList<IReadOnlyList<Guid>> named, ISelection selection, CancellationToken cancellation)
    {
        Guid[] all = [.. named.SelectMany(ids => ids).Distinct()];
        var rows = await session.FindRowsAsync<Office>(all, selection, cancellation);
        var found = rows.OfType<Office>().ToDictionary(office => office.Id);
        return [.. named.Select(ids => ids.Select(found.GetValueOrDefault).OfType<Office>().ToArray())];
    }
}
