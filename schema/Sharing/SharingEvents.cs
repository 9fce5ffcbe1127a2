using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>What is told to the log when a document changes.</summary>
public static class SharingEvents
{
    /// <summary>
    /// Tells that something happens to a document, in the version that it will have once the act is done: before that is saved. It will be heard by
    /// <paramref name="readers"/> only.
    /// </summary>
    public static void Tell(this Act act, string type, SharedDocument document, IReadOnlyList<string> readers)
    {
        act.CountVersion(document);
        act.Session.Append(new DocumentEvent(type, readers)
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
    public static void TellUnchanged(this Act act, string type, SharedDocument document, IReadOnlyList<string> readers) =>
        act.Session.Append(new DocumentEvent(type, readers)
        {
            DocumentId = document.Id, DocumentKind = EnumText.Of(document.Kind), Version = document.Version,
        });

    /// <summary>Leaves a tombstone for those who could read a document and can't any more: its id, and no more.</summary>
    public static void TellFormerReaders(this Act act, SharedDocument document, IEnumerable<string> before)
    {
        string[] former = [.. before.Except(document.Readers)];
        if (former.Length > 0)
        {
            act.Session.Append(new DocumentEvent("DOCUMENT_RECALLED", former)
            {
                DocumentId = document.Id, DocumentKind = EnumText.Of(document.Kind), HidesActor = true,
            });
        }
    }

    /// <summary>Tells the owner's office of a withdrawal that is saved already, and leaves the tombstone.</summary>
    public static void TellWithdrawal(this Act act, SharedDocument document, IEnumerable<string> before)
    {
        act.TellUnchanged("DOCUMENT_WITHDRAWN", document, document.Readers);
        act.TellFormerReaders(document, before);
    }

    /// <summary>The same, heard by whoever may read the document once the act is done.</summary>
    public static void Tell(this Act act, string type, SharedDocument document) => act.Tell(type, document, document.Readers);
}
