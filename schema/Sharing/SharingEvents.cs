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
    public static void Tell(this Act act, string type, SharedDocument document, IReadOnlyList<string> readers) =>
        act.Session.Append(new DocumentEvent(type, readers)
        {
            DocumentId = document.Id,
            DocumentKind = EnumText.Of(document.Kind),
            Version = document.Version + 1,
        });

    /// <summary>The same, heard by whoever may read the document once the act is done.</summary>
    public static void Tell(this Act act, string type, SharedDocument document) => act.Tell(type, document, document.Readers);
}
