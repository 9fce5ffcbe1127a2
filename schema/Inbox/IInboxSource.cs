using R2P.Documents;

namespace R2P.Schema.Inbox;

/// <summary>What in one feature can need somebody. Each feature registers its own sources; the inbox is their union, in one statement.</summary>
public interface IInboxSource
{
    /// <summary>What needs the viewer now, of what the viewer may see: begins with <c>Visible</c> or <c>Readable</c>.</summary>
    IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked);
}

/// <summary>What needs somebody for one reason, among things of one type.</summary>
public abstract class InboxSource<T>(InboxReason reason) : IInboxSource
{
    /// <summary>Why it needs somebody.</summary>
    protected InboxReason Reason { get; } = reason;

    /// <inheritdoc/>
    public IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked)
    {
        var (reason, type) = (EnumText.Of(Reason), typeof(T).Name);
        return Find(db, asked).Select(waiting => new InboxEntry
        {
            Reason = reason,
            TypeName = type,
            SubjectId = waiting.SubjectId,
            OfficeId = waiting.OfficeId,
            DueOn = waiting.DueOn,
            Since = waiting.Since,
        });
    }

    /// <summary>What waits for the viewer now, of what the viewer may see: begins with <c>Visible</c> or <c>Readable</c>.</summary>
    protected abstract IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked);
}

/// <summary>Something that waits for an office.</summary>
public sealed class Waiting
{
    /// <summary>The id of what it is.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>The office that it needs.</summary>
    public Guid OfficeId { get; init; }

    /// <summary>By when; null without a date.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Since when it has been waiting.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>Whose inbox is asked for.</summary>
/// <param name="Offices">The offices that the viewer holds.</param>
/// <param name="DecidingOffices">Those of them for which the viewer decides: as focal point or secretariat.</param>
/// <param name="Now">The time of the question.</param>
public sealed record InboxQuestion(Guid[] Offices, Guid[] DecidingOffices, DateTimeOffset Now)
{
    /// <summary>The day of the question, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
}

/// <summary>Something that needs somebody. Texts, so that entries of many tables can be one query.</summary>
public sealed class InboxEntry
{
    /// <summary>Why it needs the viewer: a value of <see cref="InboxReason"/>, as the tables have it.</summary>
    public required string Reason { get; init; }

    /// <summary>What it is about, as GraphQL names the type: <c>Alert</c>, <c>PeerReview</c>, <c>Comment</c> …</summary>
    public required string TypeName { get; init; }

    /// <summary>The id of what it is about.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>The office that it needs.</summary>
    public Guid OfficeId { get; init; }

    /// <summary>By when; null without a date.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Since when it has been waiting.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>Why something needs somebody.</summary>
public enum InboxReason
{
    /// <summary>Your office was asked to review, and has not answered.</summary>
    ReviewToAccept,

    /// <summary>An office has offered to review, and your office has not decided on that.</summary>
    ReviewOfferToDecide,

    /// <summary>
    /// A reminder: no woman is on the panel of a review that your office has open, or of a meeting that it plans, as far as their numbers are said.
    /// </summary>
    PanelWithoutWomen,

    /// <summary>A comment on your office's document has no answer.</summary>
    CommentToAnswer,

    /// <summary>A proposed appointment waits for your confirmation.</summary>
    AppointmentToConfirm,

    /// <summary>An assessment waits for its sign-off.</summary>
    AssessmentToApprove,

    /// <summary>A contribution to your office's assessment waits for what becomes of it.</summary>
    ContributionToAnswer,

    /// <summary>A practice is due for its yearly reconfirmation.</summary>
    PracticeToConfirm,

    /// <summary>An alert waits to be acknowledged.</summary>
    AlertToAcknowledge,

    /// <summary>An alert waits for a decision.</summary>
    AlertToDecide,

    /// <summary>The decision on an alert is overdue.</summary>
    AlertOverdue,

    /// <summary>The plan of an alert on which your office decides gives a tool to another office than the plan of another alert does.</summary>
    AlertPlansClash,

    /// <summary>A recommendation waits for an answer, or its next date has come.</summary>
    RecommendationDue,

    /// <summary>An action of a strategy is due.</summary>
    ActionDue,

    /// <summary>A request for assistance waits for an answer from your office.</summary>
    AssistanceRequested,

    /// <summary>An offer waits for the answer of your office.</summary>
    OfferToAnswer,

    /// <summary>A review point of agreed assistance is due.</summary>
    ReviewPointDue,

    /// <summary>A message waits for a reply from your office.</summary>
    ReplyExpected,

    /// <summary>A task in an exchange, or a follow-up item of a meeting, is due.</summary>
    TaskDue,

    /// <summary>Your office was invited to a meeting that is to come.</summary>
    MeetingToAttend,

    /// <summary>A consultation to which your office was invited is open.</summary>
    SubmissionInvited,

    /// <summary>A report under a legal instrument is due.</summary>
    TreatyReportDue,

    /// <summary>A document that your office has read was taken back: acknowledge it.</summary>
    RecallToAcknowledge,

    /// <summary>Somebody asks for access to a document of your office.</summary>
    AccessRequested,

    /// <summary>Your office was asked to write a part of an assessment.</summary>
    PartToWrite,

    /// <summary>Your office was invited to contribute to an assessment.</summary>
    ContributionInvited,

    /// <summary>Your party was invited to become a member of a network or an organization.</summary>
    InvitationToAnswer,

    /// <summary>It was proposed to bring your office together with another, and your office has not answered.</summary>
    PairingToAnswer,
}
