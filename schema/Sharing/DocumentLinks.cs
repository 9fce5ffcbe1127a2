using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>Documents of any kind that something points to: kept as kind and id, shown to each viewer only as far as they may see them.</summary>
internal static class DocumentLinks
{
    private const int MaxLinks = 50;

    /// <summary>The links as they are kept. Whoever links has to see what they link to.</summary>
    public static async Task<string[]> CheckAsync(Act act, InputCheck check, SharedDocuments documents, IReadOnlyList<NodeId>? links, params string[] path)
    {
        if (links is not { Count: > 0 })
        {
            return [];
        }

        check.Count(links, MaxLinks, path);
        var visible = await FindVisibleAsync(act, documents, links);
        check.AddRange(Enumerable.Range(0, links.Count).Where(i => !visible.Contains(links[i])), "There is no such document, or you may not see it.", path);
        return [.. links.Where(visible.Contains).Distinct().Select(link => $"{EnumText.Of(documents.OfType(link.TypeName)!.Kind)}:{link.Id}")];
    }

    /// <summary>For each parent the linked documents that the viewer may see, in the order in which they were linked.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<ISharedDocument>>> FindLinkedAsync(
        this SharedDocuments documents, ReadSession session, IReadOnlyList<IReadOnlyList<string>> links, ISelection selection, CancellationToken cancellation)
    {
        var found = await documents.FindAsync(session, links.SelectMany(own => own).Select(Parse), selection, cancellation);
        return [.. links.Select(own => own.Select(link => found.GetValueOrDefault(Parse(link).Id)).OfType<ISharedDocument>().ToArray())];
    }

    private static async Task<HashSet<NodeId>> FindVisibleAsync(Act act, SharedDocuments documents, IReadOnlyList<NodeId> links)
    {
        var visible = new HashSet<NodeId>();
        foreach (var group in links.GroupBy(link => link.TypeName, link => link.Id))
        {
            if (documents.OfType(group.Key) is { } store)
            {
                Guid[] ids = [.. group];
                var found = await store.VisibleIds(act.Context, null).Where(id => ids.Contains(id)).ToListAsync(act.Cancellation);
                visible.UnionWith(found.Select(id => new NodeId(group.Key, id)));
            }
        }

        return visible;
    }

    private static (DocumentKind Kind, Guid Id) Parse(string link)
    {
        var colon = link.IndexOf(':', StringComparison.Ordinal);
        return (EnumText.Parse<DocumentKind>(link[..colon]), Guid.Parse(link.AsSpan(colon + 1)));
    }
}
