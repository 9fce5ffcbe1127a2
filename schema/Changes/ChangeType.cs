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

    /// <summary>A recommendation was put on record.</summary>
    RecommendationRecorded,

    /// <summary>The State that it is addressed to answered a recommendation.</summary>
    RecommendationAnswered,

    /// <summary>An office was named that sees to a recommendation.</summary>
    RecommendationAssigned,

    /// <summary>Progress on a recommendation was reported.</summary>
    RecommendationReported,

    /// <summary>A recommendation was carried out.</summary>
    RecommendationCompleted,

    /// <summary>A recommendation was linked with others that ask for the same; told to the office that did so.</summary>
    RecommendationLinked,

    /// <summary>A strategy was begun.</summary>
    StrategyDrafted,

    /// <summary>A strategy was changed.</summary>
    StrategyRevised,

    /// <summary>A strategy was put into force, and shared with its audience.</summary>
    StrategyAdopted,

    /// <summary>It was reported how far an action of a strategy is.</summary>
    ActionReported,

    /// <summary>What may be told of a strategy was published, or corrected; told to those who may read that and the strategy.</summary>
    StrategySummaryPublished,

    /// <summary>A document was linked to a strategy as help for it; told to the office that did so.</summary>
    StrategyHelpLinked,

    /// <summary>A strategy was closed, with results against its aims.</summary>
    StrategyClosed,

    /// <summary>Guidance was begun.</summary>
    GuidanceDrafted,

    /// <summary>Guidance was changed.</summary>
    GuidanceRevised,

    /// <summary>Guidance was shared with its audience.</summary>
    GuidancePublished,

    /// <summary>A newer edition took the place of this guidance.</summary>
    GuidanceSuperseded,

    /// <summary>Something that this version of the service has no word for yet.</summary>
    Other,
}

/// <summary>The types of changes as the log has them.</summary>
internal static class ChangeTypes
{
    /// <summary>The type of an event that tells former readers that a document is gone for them.</summary>
    public static readonly string Recalled = EnumText.Of(ChangeType.DocumentRecalled);

    /// <summary>A newer instance on the same database may have written a type that this one does not know.</summary>
    public static ChangeType Parse(string type) => EnumText.TryParse<ChangeType>(type, out var known) ? known : ChangeType.Other;
}
