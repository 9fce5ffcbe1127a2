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

    /// <summary>It was said who was consulted on a document.</summary>
    ConsultedRecorded,

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

    /// <summary>A review calls for reviewers; told to those who may read the call.</summary>
    ReviewCallOpened,

    /// <summary>A call for reviewers takes no more offers; told to those who may read the call.</summary>
    ReviewCallEnded,

    /// <summary>An office offered to review; told to that office and the owner of the review.</summary>
    ReviewOffered,

    /// <summary>The owner of a review accepted an office that had offered to review.</summary>
    ReviewerAccepted,

    /// <summary>The owner of a review declined an offer to review; told to the office that had made it and the owner.</summary>
    ReviewerDeclined,

    /// <summary>A review ended before its owner had decided on an offer; told to the office that had made it and the owner.</summary>
    ReviewOfferLapsed,

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

    /// <summary>An alert was raised.</summary>
    AlertRaised,

    /// <summary>An alert was changed.</summary>
    AlertRevised,

    /// <summary>Whoever has to decide has taken note of an alert.</summary>
    AlertAcknowledged,

    /// <summary>It was decided what is done about an alert.</summary>
    AlertDecided,

    /// <summary>An alert was passed on to another office, which has to decide.</summary>
    AlertReferred,

    /// <summary>An alert was closed.</summary>
    AlertClosed,

    /// <summary>An analyst added what they make of an alert.</summary>
    AlertAnalyzed,

    /// <summary>An office said what it can do about an alert.</summary>
    AlertContributedTo,

    /// <summary>Help was asked for.</summary>
    AssistanceRequested,

    /// <summary>A request for help was changed.</summary>
    AssistanceRequestRevised,

    /// <summary>An offer in answer to a request was accepted.</summary>
    AssistanceRequestMatched,

    /// <summary>The scope of help that a request led to was agreed.</summary>
    AssistanceRequestAgreed,

    /// <summary>A request for help was closed.</summary>
    AssistanceRequestClosed,

    /// <summary>Help was offered.</summary>
    AssistanceOffered,

    /// <summary>An offer of help was changed.</summary>
    AssistanceOfferRevised,

    /// <summary>An offer of help was accepted.</summary>
    AssistanceOfferAccepted,

    /// <summary>An offer of help was declined.</summary>
    AssistanceOfferDeclined,

    /// <summary>A scope of help was proposed; the other side has to agree.</summary>
    AssistanceScopeProposed,

    /// <summary>Both sides have agreed on the scope of help.</summary>
    AssistanceScopeAgreed,

    /// <summary>One side wants to change what was agreed; the other side has to agree.</summary>
    AssistanceAmended,

    /// <summary>Help was stopped, or an offer taken off the table.</summary>
    AssistanceStopped,

    /// <summary>A day was set on which both sides look whether help still serves.</summary>
    AssistanceReviewPlanned,

    /// <summary>Both sides have looked whether help still serves.</summary>
    AssistanceReviewed,

    /// <summary>It was reported what was done and what came of it.</summary>
    AssistanceReported,

    /// <summary>An exchange was opened.</summary>
    ExchangeOpened,

    /// <summary>Offices joined an exchange.</summary>
    ExchangeJoined,

    /// <summary>An office left an exchange.</summary>
    ExchangeLeft,

    /// <summary>An exchange was closed.</summary>
    ExchangeClosed,

    /// <summary>A message was drafted, or its draft changed; told to the office that writes it.</summary>
    MessageDrafted,

    /// <summary>A message was sent; told to its readers.</summary>
    MessageSent,

    /// <summary>A reply was sent; told to its readers.</summary>
    MessageReplied,

    /// <summary>A message was withdrawn; told to those who could read it.</summary>
    MessageWithdrawn,

    /// <summary>A task was added to an exchange.</summary>
    TaskAdded,

    /// <summary>A task of an exchange was done.</summary>
    TaskCompleted,

    /// <summary>A partnership was recorded, or its record changed; told to its parties.</summary>
    PartnershipRecorded,

    /// <summary>A consultation was opened.</summary>
    ConsultationOpened,

    /// <summary>An open consultation was changed.</summary>
    ConsultationRevised,

    /// <summary>A consultation was closed.</summary>
    ConsultationClosed,

    /// <summary>A submission was made; told to the convener and the author.</summary>
    SubmissionMade,

    /// <summary>A submission was changed; told to the convener and the author.</summary>
    SubmissionRevised,

    /// <summary>A submission was taken back; told to the convener and the author.</summary>
    SubmissionWithdrawn,

    /// <summary>The convener said what became of a submission; told to its author.</summary>
    SubmissionAnswered,

    /// <summary>A meeting was planned.</summary>
    MeetingPlanned,

    /// <summary>A planned meeting was changed.</summary>
    MeetingRevised,

    /// <summary>Offices were invited to a meeting.</summary>
    MeetingInvited,

    /// <summary>An office answered an invitation to a meeting; told to the host and that office.</summary>
    MeetingInvitationAnswered,

    /// <summary>It is on record that a meeting was held, and what came of it.</summary>
    MeetingHeld,

    /// <summary>A statement was put on record; told to its readers.</summary>
    StatementRecorded,

    /// <summary>What a meeting had asked an office to do was done.</summary>
    FollowUpCompleted,

    /// <summary>A meeting was closed.</summary>
    MeetingClosed,

    /// <summary>What a State did about the law was put on record.</summary>
    TreatyActionRecorded,

    /// <summary>Such a fact was corrected.</summary>
    TreatyActionRevised,

    /// <summary>A body of a national architecture was put on record.</summary>
    InstitutionRecorded,

    /// <summary>What is told of such a body was changed.</summary>
    InstitutionRevised,

    /// <summary>Such a body is not there any more.</summary>
    InstitutionEnded,

    /// <summary>A draft was opened to the other offices of its State, or closed again.</summary>
    AssessmentDraftOpened,

    /// <summary>Another office was asked to write a part of a draft; told to the two.</summary>
    AssessmentPartAsked,

    /// <summary>A part that another office wrote and signed off was taken into a draft.</summary>
    AssessmentPartTakenIn,

    /// <summary>A confidential annex was added to an assessment; told to those who may read it.</summary>
    AnnexAdded,

    /// <summary>A confidential annex was changed; told to those who may read it.</summary>
    AnnexRevised,

    /// <summary>A confidential annex got another audience; told to those who may read it now.</summary>
    AnnexShared,

    /// <summary>A contribution to an assessment came in; told to its receiver.</summary>
    ContributionReceived,

    /// <summary>Somebody was invited to contribute to an assessment; told to the office that asks.</summary>
    ContributionInvited,

    /// <summary>It was noted what came of a practice.</summary>
    PracticeReported,

    /// <summary>A State took what the compendium told of it out; told to the office that kept the entry.</summary>
    PracticeRemoved,

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

    /// <summary>It was written down what was done to encourage a State.</summary>
    EncouragementLogged,

    /// <summary>It was put on record that something was taught.</summary>
    TrainingRecorded,

    /// <summary>It was put on record when a State's turn comes under a mechanism.</summary>
    ReviewCycleRecorded,

    /// <summary>An office recorded how it sees itself against a list.</summary>
    SelfCheckRecorded,

    /// <summary>A self-check got another audience.</summary>
    SelfCheckShared,

    /// <summary>A pledge was put on record.</summary>
    PledgeRecorded,

    /// <summary>A State said that it stands behind a pledge.</summary>
    PledgeSupported,

    /// <summary>A State said that it does not stand behind a pledge any more.</summary>
    PledgeSupportEnded,

    /// <summary>A State explained a veto that it cast.</summary>
    VetoExplained,

    /// <summary>It was put on record that a report is due under an instrument.</summary>
    ReportRecorded,

    /// <summary>A report under an instrument was handed in.</summary>
    ReportSubmitted,

    /// <summary>A matter of the mandate of an office was put on record, or ended.</summary>
    MandateRecorded,

    /// <summary>A detail of what an office says of itself was added or removed.</summary>
    ProfileUpdated,

    /// <summary>What an office had put on record and shared was taken back; told to that office.</summary>
    RecordWithdrawn,

    /// <summary>A contribution was answered; told to its author and its receiver.</summary>
    ContributionAnswered,

    /// <summary>A person was proposed for an office, or again before the time ran out.</summary>
    AppointmentProposed,

    /// <summary>An appointment was confirmed.</summary>
    AppointmentConfirmed,

    /// <summary>An appointment was suspended.</summary>
    AppointmentSuspended,

    /// <summary>A suspended appointment goes on.</summary>
    AppointmentResumed,

    /// <summary>An appointment ended, or its proposal was taken back.</summary>
    AppointmentEnded,

    /// <summary>An office was opened.</summary>
    OfficeOpened,

    /// <summary>A State accredited the office of an organization.</summary>
    OfficeAccredited,

    /// <summary>A party became a member of a network or an organization.</summary>
    MembershipRecorded,

    /// <summary>A membership was suspended.</summary>
    MembershipSuspended,

    /// <summary>A membership ended.</summary>
    MembershipEnded,

    /// <summary>A party was invited to become a member; told to the two sides.</summary>
    MemberInvited,

    /// <summary>An invitation to become a member was accepted or declined; told to the two sides.</summary>
    InvitationAnswered,

    /// <summary>A network said which languages it works in, and what it has set out to do.</summary>
    NetworkDescribed,

    /// <summary>Two offices were proposed to each other, a newcomer and a peer; told to those that it concerns.</summary>
    PairingProposed,

    /// <summary>One of the two offices answered the proposal, or ended the pairing; told to those that it concerns.</summary>
    PairingAnswered,

    /// <summary>An entry of the catalogue was added, translated or retired.</summary>
    CatalogueChanged,

    /// <summary>An operator changed which documents of applications are registered; it stands in the audit trail.</summary>
    RegisteredDocumentsChanged,

    /// <summary>Something that this version of the service has no word for yet.</summary>
    Other,
}
