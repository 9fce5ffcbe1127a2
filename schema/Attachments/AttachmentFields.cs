using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Attachments;

/// <summary>A document's files.</summary>
[InterfaceType<ISharedDocument>]
public static class DocumentAttachments
{
    /// <summary>
    /// The files of the document in this version, oldest first. Of a past version those that the document still has; its owner's office sees all.
    /// </summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Attachment>>> AttachmentsAsync(
        [Parents] IReadOnlyList<ISharedDocument> documents, ReadSession session, CancellationToken cancellation)
    {
        Guid[] ids = [.. documents.Select(document => document.Id).Distinct()];
        var rows = await session.QueryAsync(
            (db, token) => Attachment.Visible(db)
                .Where(attachment => ids.Contains(attachment.DocumentId))
                .OrderBy(attachment => attachment.Id)
                .ToListAsync(token),
            cancellation);
        var files = rows.ToLookup(attachment => attachment.DocumentId);
        return [.. documents.Select(document => files[document.Id].Where(file => IsOf(file, document.Version)).ToArray())];
    }

    private static bool IsOf(Attachment file, int version) => file.SinceVersion <= version && !(file.UntilVersion <= version);
}

/// <summary>What an attachment leads to.</summary>
[ObjectType<Attachment>]
public static class AttachmentFields
{
    /// <summary>Attachments by id.</summary>
    [NodeResolver]
    public static async Task<IReadOnlyList<Attachment?>> ByIdsAsync(IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => Attachment.Visible(db).Where(attachment => ids.Contains(attachment.Id)).ToDictionaryAsync(attachment => attachment.Id, token),
            cancellation);
        return [.. ids.Select(rows.GetValueOrDefault)];
    }

    /// <summary>The office that added it.</summary>
    [CallerIndependent]
    public static Task<IReadOnlyList<Office?>> AddedByAsync(
        [ParentKey(nameof(Attachment.AddedBy))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>The acts on a document's files that GraphQL can carry; files themselves come over HTTP.</summary>
[MutationType]
public static class AttachmentMutations
{
    /// <summary>
    /// Takes a file from a document. From then on only the owner's office reads it, with the versions that had it. Files are added over HTTP:
    /// <c>POST /attachments?document=ID&amp;name=NAME</c> with the file as <c>application/octet-stream</c>.
    /// </summary>
    [Authorize]
    public static async Task<RemoveAttachmentPayload> RemoveAttachment(
        RemoveAttachmentInput input, ActRunner acts, SharedDocuments documents, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            act.Because(input.Reason);
            var file = await Attachment.Visible(act.Context).SingleOrDefaultAsync(row => row.Id == input.Id && row.UntilVersion == null, act.Cancellation)
                ?? throw Refuse.NotFound("attachment", "input", "id");
            var document = new NodeId(EnumText.Parse<DocumentKind>(file.DocumentKind).ToString(), file.DocumentId);
            var target = await AttachmentRules.LoadAsync(act, documents, document);
            act.Tell(ChangeType.AttachmentRemoved, target);
            await act.SaveVisiblyAsync();
            var isEnded = await act.Context.Database
                .SqlQuery<bool>($"""select r2p.end_attachment({file.Id}) as "Value" """)
                .SingleAsync(act.Cancellation);
            return isEnded ? file.Id : throw Refuse.NotAllowed("take a file from it");
        }));
}

/// <summary>Taking a file from a document.</summary>
/// <param name="Id">The attachment.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RemoveAttachmentInput([property: ID<Attachment>] Guid Id, string? Reason = null, string? ClientMutationId = null);

/// <summary>What taking a file away came to.</summary>
public sealed class RemoveAttachmentPayload(ActResult result) : ActPayload(result)
{
    /// <summary>The id of the attachment that was taken away; null if the act was refused.</summary>
    [ID<Attachment>]
    public Guid? RemovedId => Id;
}
