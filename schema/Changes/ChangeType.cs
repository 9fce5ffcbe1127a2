using R2P.Documents;

namespace R2P.Schema.Changes;

/// <summary>What happened.</summary>
public enum ChangeType
{
    /// <summary>An assessment was begun.</summary>
    AssessmentDrafted,

    /// <summary>The draft of an assessment was changed, or the successor of a published one begun.</summary>
    AssessmentRevised,

    /// <summary>An assessment was put before those who sign it off.</summary>
    AssessmentSubmitted,

    /// <summary>An assessment was given back to its authors.</summary>
    AssessmentReturned,

    /// <summary>An assessment was signed off.</summary>
    AssessmentApproved,

    /// <summary>An assessment was shared with its audience.</summary>
    AssessmentPublished,

    /// <summary>A newer assessment took the place of this one.</summary>
    AssessmentSuperseded,

    /// <summary>A practice was put forward.</summary>
    PracticeProposed,

    /// <summary>A practice was edited, or corrected after its publication.</summary>
    PracticeRevised,

    /// <summary>A practice was signed off.</summary>
    PracticeApproved,

    /// <summary>A practice was shared with its audience.</summary>
    PracticePublished,

    /// <summary>A practice was confirmed for another year.</summary>
    PracticeConfirmed,

    /// <summary>A published practice was not confirmed for a year.</summary>
    PracticeLapsed,

    /// <summary>A lesson was begun.</summary>
    LessonDrafted,

    /// <summary>A lesson was changed.</summary>
    LessonRevised,

    /// <summary>A lesson was shared with its audience.</summary>
    LessonPublished,

    /// <summary>The source case of a lesson was changed; told to those who may read it.</summary>
    SourceCaseRevised,

    /// <summary>The source case of a lesson got another audience; told to those who may read it now.</summary>
    SourceCaseShared,

    /// <summary>A published document got another audience.</summary>
    DocumentShared,

    /// <summary>A translation was added to a document, or replaced.</summary>
    DocumentTranslated,

    /// <summary>A document was taken back; told to the owner's office.</summary>
    DocumentWithdrawn,

    /// <summary>
    /// A document that you could read is not shared with you any more: delete your copies. Nothing but its id is told.
    /// </summary>
    DocumentRecalled,

    /// <summary>A peer review was opened.</summary>
    ReviewOpened,

    /// <summary>A reviewer accepted.</summary>
    ReviewAccepted,

    /// <summary>A reviewer declined.</summary>
    ReviewDeclined,

    /// <summary>A peer review was called off.</summary>
    ReviewCancelled,

    /// <summary>A peer review was closed.</summary>
    ReviewClosed,

    /// <summary>A comment was made in a review.</summary>
    CommentAdded,

    /// <summary>A comment was answered, or its answer changed.</summary>
    CommentAnswered,

    /// <summary>A document was erased for good; told to the owner's office. Nothing but its id is told.</summary>
    DocumentErased,

    /// <summary>An office that has read a document acknowledged its recall; told to the owner's office.</summary>
    RecallAcknowledged,

    /// <summary>The title of a document is shown to others than its readers; told to the owner's office.</summary>
    TitleShown,

    /// <summary>A summary of a document was shared; told to the owner's office.</summary>
    SummaryShared,

    /// <summary>An excerpt of a document was taken back; told to the owner's office.</summary>
    ExcerptWithdrawn,

    /// <summary>An office asks for access to a document; told to the owner's office.</summary>
    AccessRequested,

    /// <summary>A file was added to a document.</summary>
    AttachmentAdded,

    /// <summary>A file was taken from a document.</summary>
    AttachmentRemoved,

    /// <summary>Something that this version of the service has no word for yet.</summary>
    Other,
}

/// <summary>The types of changes as the log has them.</summary>
internal static class ChangeTypes
{
    /// <summary>The type of an event that tells former readers that a document is gone for them.</summary>
    public static readonly string Recalled = EnumText.Of(ChangeType.DocumentRecalled);

    /// <summary>The type of an event that tells the owner's office that a document was erased.</summary>
    public static readonly string Erased = EnumText.Of(ChangeType.DocumentErased);

    /// <summary>A newer instance on the same database may have written a type that this one does not know.</summary>
    public static ChangeType Parse(string type) => EnumText.TryParse<ChangeType>(type, out var known) ? known : ChangeType.Other;
}
