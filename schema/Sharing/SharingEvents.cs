using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.Sharing;

/// <summary>What is told to the log when a document changes.</summary>
public static class SharingEvents
{
    /// <summary>
    /// Tells that something happens to a document, in the version that it will have once the act is done: before that is saved. It will be heard by
    /// <paramref name="readers"/> only.
    /// </summary>
    public static void Tell(this Act act, ChangeType type, SharedDocument document, IReadOnlyList<string> readers)
    {
        act.CountVersion(document);
        act.Session.Append(type.ToldTo(readers) with
        {
            DocumentId = document.Id,
            DocumentKind = EnumText.Of(document.Kind),
            Version = document.Version + 1,
        });
    }

    /// <summary>An accepted act counts a version of the row that it is about, also one that leaves every word as it was.</summary>
    public static void CountVersion(this Act act, DocumentEnvelope row)
    {
        var entry = act.Context.Entry(row);
        if (entry.State == EntityState.Unchanged)
        {
            entry.Property(r => r.UpdatedAt).IsModified = true;
        }
    }

    /// <summary>Tells of a document whose version this act does not raise any more: of a part of it, or after it was saved.</summary>
    public static void TellUnchanged(this Act act, ChangeType type, SharedDocument document, IReadOnlyList<string> readers) =>
        act.Session.Append(type.ToldTo(readers) with
        {
            DocumentId = document.Id, DocumentKind = EnumText.Of(document.Kind), Version = document.Version,
        });

    /// <summary>Leaves a tombstone for those who could read a document and can't any more: its id, and no more.</summary>
    public static void TellFormerReaders(this Act act, SharedDocument document, IEnumerable<string> before)
    {
        string[] former = [.. before.Except(document.Readers)];
        if (former.Length > 0)
        {
            act.Session.Append(ChangeType.DocumentRecalled.ToldTo(former) with
            {
                DocumentId = document.Id, DocumentKind = EnumText.Of(document.Kind), HidesActor = true,
            });
        }
    }

    /// <summary>
    /// Tells that something happens to a row that is no document, as it is told of documents: it stands in the trail, inboxes look again, and who could
    /// read the row and can't any more is left its id. Called once the row has its readers, before it is saved.
    /// </summary>
    public static void TellRow<T>(this Act act, ChangeType type, T row)
        where T : DocumentEnvelope, IHasAudience
    {
        act.CountVersion(row);
        var entry = act.Context.Entry(row);
        var isNew = entry.State == EntityState.Added;
        act.Session.Append(type.ToldTo(row.Readers) with
        {
            DocumentId = row.Id, DocumentKind = KindOf<T>(), Version = isNew ? 1 : row.Version + 1,
        });
        if (!isNew)
        {
            act.TellFormerReadersOfRow(row, entry.OriginalValues.GetValue<string[]>(nameof(DocumentEnvelope.Readers)));
        }
    }

    /// <summary>Tells the owner's office that a row was taken back or removed, which is saved already, and leaves the tombstone.</summary>
    public static void TellRemovedRow<T>(this Act act, ChangeType type, T row, IEnumerable<string> before)
        where T : DocumentEnvelope, IHasAudience
    {
        act.Session.Append(type.ToldTo(row.Readers) with { DocumentId = row.Id, DocumentKind = KindOf<T>(), Version = row.Version });
        act.TellFormerReadersOfRow(row, before);
    }

    /// <summary>Leaves a tombstone for those who could read a row and can't any more: its id, and no more.</summary>
    private static void TellFormerReadersOfRow<T>(this Act act, T row, IEnumerable<string> before)
        where T : DocumentEnvelope, IHasAudience
    {
        string[] former = [.. before.Except(row.Readers)];
        if (former.Length > 0)
        {
            act.Session.Append(ChangeType.DocumentRecalled.ToldTo(former) with { DocumentId = row.Id, DocumentKind = KindOf<T>(), HidesActor = true });
        }
    }

    /// <summary>What the tables call a type: <c>PledgeSupport</c> is <c>PLEDGE_SUPPORT</c>.</summary>
    private static string KindOf<T>() => JsonNamingPolicy.SnakeCaseUpper.ConvertName(typeof(T).Name);

    /// <summary>Tells the owner's office of a withdrawal that is saved already, and leaves the tombstone.</summary>
    public static void TellWithdrawal(this Act act, SharedDocument document, IEnumerable<string> before)
    {
        act.TellUnchanged(ChangeType.DocumentWithdrawn, document, document.Readers);
        act.TellFormerReaders(document, before);
    }

    /// <summary>The same, heard by whoever may read the document once the act is done.</summary>
    public static void Tell(this Act act, ChangeType type, SharedDocument document) => act.Tell(type, document, document.Readers);
}
