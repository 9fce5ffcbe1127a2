using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Excerpts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recalls;

/// <summary>The acts that follow a recall, and the one that leaves nothing to recall.</summary>
[MutationType]
public static class RecallMutations
{
    /// <summary>Says for your office that it has heard of the recall of a document that it had read.</summary>
    [Authorize]
    public static async Task<RecallPayload> AcknowledgeRecall(AcknowledgeRecallInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.OptionalText(input.Note, 1_000, "note");
            check.ThrowIfAny();
            var recall = await act.Context.Readable<Recall>().SingleOrDefaultAsync(row => row.Id == input.Id, act.Cancellation)
                ?? throw Refuse.NotFound("recall", "input", "id");
            act.MustActFor(recall.OfficeId, "acknowledge this recall");
            if (recall.AcknowledgedAt is not null)
            {
                throw Refuse.Invalid("Your office has acknowledged it already.", "input", "id");
            }

            (recall.AcknowledgedAt, recall.AcknowledgedBy, recall.Note) = (act.Now, act.Person, input.Note);
            act.Session.Append(ChangeType.RecallAcknowledged.ToldTo(ReaderRules.OfDraft(recall.OwnerId)) with
            {
                DocumentId = recall.DocumentId, DocumentKind = EnumText.Of(recall.DocumentKind),
            });
            return recall.Id;
        }));

    /// <summary>
    /// Erases a document for good, with its history, its reviews, its excerpts and its attachments: nobody can bring it back. Its id, the time and the
    /// reason stay. Those who could read it are told the id, and the offices that have read it are asked to acknowledge that it is gone. What other
    /// offices wrote to it, answered or decided can't be erased with it: withdraw it then. An exchange is nobody's to erase.
    /// </summary>
    [Authorize]
    public static async Task<EraseDocumentPayload> EraseDocument(
        EraseDocumentInput input, ActRunner acts, SharedDocuments documents, FieldContext field) =>
        new(input.Id, await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (store, document) = await documents.LoadAsync(act, input.Id, input.Version);
            store.Life.Take(act, document, DocumentAct.Erase);
            var check = new InputCheck();
            check.Text(input.Reason, 1_000, "reason");
            check.ThrowIfAny();
            await MustHoldNoWordsOfOthersAsync(act, store, document);
            var former = await FormerReadersAsync(act, document);
            await act.AskToAcknowledgeAsync(document, await act.PartsAsync(store, document));
            await act.EraseAsync(document.Id, input.Reason, "document");
            TellErasure(act, document, former);
            return document.Id;
        }));

    private static async Task MustHoldNoWordsOfOthersAsync(Act act, IKindStore store, SharedDocument document)
    {
        var hangOnIt = await act.Context.Database
            .SqlQuery<bool>($"""select r2p.has_words_of_others({document.Id}) as "Value" """)
            .SingleAsync(act.Cancellation);
        if (hangOnIt || store.Life.HoldsWordsOfOthers(document))
        {
            throw Refuse.WordsOfOthers();
        }
    }

    /// <summary>Whoever could read the document, or a version of it.</summary>
    private static async Task<string[]> FormerReadersAsync(Act act, SharedDocument document)
    {
        var ofVersions = await act.Context.Set<DocumentRevision>()
            .Where(revision => revision.DocumentId == document.Id)
            .Select(revision => revision.Readers)
            .ToListAsync(act.Cancellation);
        return [.. document.Readers.Union(ofVersions.SelectMany(readers => readers)).Except(ReaderRules.OfDraft(document.OwnerId))];
    }

    private static void TellErasure(Act act, SharedDocument document, string[] former)
    {
        var kind = EnumText.Of(document.Kind);
        act.Session.Append(ChangeType.DocumentErased.ToldTo(ReaderRules.OfDraft(document.OwnerId)) with { DocumentId = document.Id, DocumentKind = kind });
        if (former.Length > 0)
        {
            act.Session.Append(ChangeType.DocumentRecalled.ToldTo(former) with { DocumentId = document.Id, DocumentKind = kind, HidesActor = true });
        }
    }
}

/// <summary>Whom a recall concerns.</summary>
internal static class RecallOfDocuments
{
    /// <summary>What has an audience of its own and goes where the document goes: the kind's own parts, and the excerpts that are shown of it.</summary>
    public static async Task<IReadOnlyList<IHasAudience>> PartsAsync(this Act act, IKindStore store, SharedDocument document) =>
    [
        .. await store.LoadPartsAsync(act.Context, document.Id, act.Cancellation),
        .. await act.Context.Visible<Excerpt>().Where(excerpt => excerpt.DocumentId == document.Id).ToListAsync(act.Cancellation),
    ];

    /// <summary>Asks every office that is on record as a reader of the document, or of a part, to acknowledge that it was taken back.</summary>
    public static Task AskToAcknowledgeAsync(this Act act, SharedDocument document, IEnumerable<IHasAudience> parts)
    {
        Guid[] ids = [.. parts.Select(part => part.Id)];
        return act.Context.Database.ExecuteSqlAsync($"select r2p.ask_to_acknowledge({document.Id}, {ids}, {act.Now})", act.Cancellation);
    }
}

/// <summary>Acknowledging a recall.</summary>
/// <param name="Id">The recall.</param>
/// <param name="Note">What to tell the owner: that copies were deleted, say; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AcknowledgeRecallInput([property: ID<Recall>] Guid Id, string? Note = null, string? ClientMutationId = null);

/// <summary>What an act on a recall came to.</summary>
public sealed class RecallPayload(ActResult result) : ActPayload(result);

/// <summary>Erasing a document for good.</summary>
/// <param name="Id">The document, of any kind.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why; it stays with the document's id. At most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record EraseDocumentInput(NodeId Id, int Version, string Reason, string? ClientMutationId = null);

/// <summary>What the erasing of a document came to.</summary>
public sealed class EraseDocumentPayload(NodeId document, ActResult result) : ActPayload(result)
{
    /// <summary>The id of the document that is gone; null if the act was refused.</summary>
    [ID]
    public string? ErasedId => Id is null ? null : document.ToString();
}
