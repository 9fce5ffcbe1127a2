using R2P.Documents;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Changes;

/// <summary>What an event of a review says beside the review that it happened to: ids and versions, no content.</summary>
/// <param name="Document">The document that is reviewed.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Version">The version that is reviewed.</param>
/// <param name="Comment">The comment that it is about, if it is about one.</param>
/// <param name="Sealed">Whether who acted is kept from those who hear of it.</param>
public sealed record ReviewEvent(Guid Document, DocumentKind Kind, int Version, Guid? Comment = null, bool Sealed = false)
{
    /// <summary>The kind under which the log knows reviews.</summary>
    public const string SubjectKind = "PEER_REVIEW";
}

/// <summary>What is told to the log when something happens in a review.</summary>
public static class ReviewEvents
{
    /// <summary>Tells that something happened in a review; it will be heard by <paramref name="readers"/> only.</summary>
    /// <param name="changesAccess">Whether somebody holds more or fewer tokens from now on.</param>
    public static void TellOfReview(
        this Act act, ChangeType type, Guid review, ReviewEvent said, IReadOnlyList<string> readers, bool changesAccess = false) =>
        act.Session.Append(type.ToldTo(readers) with
        {
            DocumentId = review,
            DocumentKind = ReviewEvent.SubjectKind,
            Data = StoredJson.Write(said),
            ChangesAccess = changesAccess,
            HidesActor = said.Sealed,
        });
}
