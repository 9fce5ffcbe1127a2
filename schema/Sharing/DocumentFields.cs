using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Members;

namespace R2P.Schema.Sharing;

/// <summary>The fields of every document that read beyond its own row.</summary>
[InterfaceType<ISharedDocument>]
public static class DocumentFields
{
    /// <summary>The office that the document belongs to; a hand-over of the office keeps it.</summary>
    [CallerIndependent]
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [ParentKey(nameof(ISharedDocument.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>Who has written it, in the order in which they joined; empty if you are no member of the network.</summary>
    [CallerIndependent]
    public static async Task<IReadOnlyList<IReadOnlyList<Person>>> AuthorsAsync(
        [Parents] IReadOnlyList<ISharedDocument> documents, ReadSession session, ISelection selection, CancellationToken cancellation)
    {
        Guid[] ids = [.. documents.SelectMany(document => document.AuthorIds).Distinct()];
        var rows = await session.FindRowsAsync<Person>(ids, selection, cancellation);
        var found = rows.OfType<Person>().ToDictionary(person => person.Id);
        return [.. documents.Select(document => document.AuthorIds.Select(found.GetValueOrDefault).OfType<Person>().ToArray())];
    }

    /// <summary>What you may do with the document as it stands now; nothing with a past version.</summary>
    public static IReadOnlyList<DocumentAct> ViewerCan([Parent] ISharedDocument document, Viewer viewer, SharedDocuments documents) =>
        document.IsPast ? [] : documents.Of(document.Kind).Life.OpenTo(viewer, document);
}
