using R2P.Documents;
using R2P.GraphQL;

namespace R2P.Schema.Sharing;

/// <summary>Finds documents by id as they stood at a moment: of each the version of then, if the viewer may see that version today.</summary>
internal sealed class PastNodes(SharedDocuments documents, ReadSession session) : IPastNodes
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<object?>> FindAsync(IReadOnlyList<NodeId?> ids, DateTimeOffset moment, CancellationToken cancellation)
    {
        var found = new Dictionary<NodeId, object>();
        foreach (var sameKind in ids.OfType<NodeId>().Distinct().GroupBy(id => id.TypeName, StringComparer.Ordinal))
        {
            if (documents.OfType(sameKind.Key) is { } store)
            {
                Guid[] wanted = [.. sameKind.Select(id => id.Id)];
                foreach (var document in await session.QueryAsync((db, token) => store.FindAsOfAsync(db, wanted, moment, token), cancellation))
                {
                    found[new NodeId(sameKind.Key, document.Id)] = document;
                }
            }
        }

        return [.. ids.Select(id => id is { } known ? found.GetValueOrDefault(known) : null)];
    }
}
