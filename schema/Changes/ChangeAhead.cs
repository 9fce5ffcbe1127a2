using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Changes;

/// <summary>What a change shows besides itself, where it was read together with the change.</summary>
/// <param name="Document">The document; null if the viewer may not see it, or if it is not asked for.</param>
/// <param name="By">The office that acted; null likewise.</param>
public sealed record ChangeAhead(ISharedDocument? Document, Office? By);

/// <summary>Reads ahead what will be asked of a change: the log's header says already what it is about, so one round trip does for all of it.</summary>
public sealed class ChangeAheads(SharedDocuments documents)
{
    /// <summary>What is selected of the change of a document; null of another.</summary>
    public async Task<ChangeAhead?> FindAsync(ReadSession session, EventHeader header, ISelection selection, CancellationToken cancellation)
    {
        if (header is not { DocumentId: { } id, DocumentKind: { } text } || !EnumText.TryParse<DocumentKind>(text, out var kind))
        {
            return null;
        }

        var (document, by) = await session.TogetherAsync(
            () => FindDocumentAsync(session, (kind, id), selection, cancellation),
            () => FindOfficeAsync(session, header.OfficeId, selection, cancellation));
        return new ChangeAhead(document, by);
    }

    private async Task<ISharedDocument?> FindDocumentAsync(
        ReadSession session, (DocumentKind Kind, Guid Id) document, ISelection selection, CancellationToken cancellation) =>
        selection.Selects("document")
            ? (await documents.FindAsync(session, [document], selection.Below("document"), cancellation)).GetValueOrDefault(document.Id)
            : null;

    private static async Task<Office?> FindOfficeAsync(ReadSession session, Guid? id, ISelection selection, CancellationToken cancellation) =>
        id is { } office && selection.Selects("by")
            ? (await session.FindRowsAsync<Office>([office], selection.Below("by"), cancellation))[0]
            : null;
}
