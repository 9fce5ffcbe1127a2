namespace R2P.Schema.Sharing;

/// <summary>The kinds of documents that the network shares.</summary>
public enum DocumentKind
{
    /// <summary>An assessment of risk and resilience.</summary>
    Assessment,

    /// <summary>An entry of the compendium of practice.</summary>
    Practice,

    /// <summary>A lessons-learned review.</summary>
    Lesson,

    /// <summary>A warning, with its options, its due date and the decision on it.</summary>
    Alert,

    /// <summary>Doctrine or training material.</summary>
    Guidance,

    /// <summary>A national or regional strategy, with its goals and actions.</summary>
    Strategy,

    /// <summary>A recommendation of a review mechanism, and its follow-up.</summary>
    Recommendation,

    /// <summary>A request for assistance.</summary>
    AssistanceRequest,

    /// <summary>An offer of assistance, in answer to a request or standing.</summary>
    AssistanceOffer,

    /// <summary>What a State did about a legal instrument.</summary>
    TreatyAction,

    /// <summary>A workspace of two or more desks.</summary>
    Exchange,

    /// <summary>A meeting of a network or of organizations.</summary>
    Meeting,

    /// <summary>A call for input, with its submissions.</summary>
    Consultation,

    /// <summary>A body of a State's architecture of prevention.</summary>
    Institution,
}

/// <summary>Where a document stands in its life; which states a kind knows is said at the kind.</summary>
public enum DocumentStatus
{
    /// <summary>Being written in the owner's office.</summary>
    Draft,

    /// <summary>A practice was put forward.</summary>
    Proposed,

    /// <summary>A proposed practice was edited for the compendium.</summary>
    Edited,

    /// <summary>An assessment is before those who sign it off.</summary>
    InReview,

    /// <summary>Signed off, ready to be published.</summary>
    Approved,

    /// <summary>Shared with its audience.</summary>
    Published,

    /// <summary>A published practice that nobody reconfirmed within a year.</summary>
    Unconfirmed,

    /// <summary>A newer document took its place; it stays readable for its audience.</summary>
    Superseded,

    /// <summary>Taken back by its owner; only the owner's office reads it.</summary>
    Withdrawn,

    /// <summary>An alert was raised; nobody has taken note of it yet.</summary>
    Raised,

    /// <summary>Whoever has to decide on an alert has taken note of it.</summary>
    Acknowledged,

    /// <summary>It is on record what was decided about an alert, which may be to do nothing.</summary>
    Decided,

    /// <summary>A strategy is in force.</summary>
    Adopted,

    /// <summary>A recommendation came in; its addressee has not answered yet.</summary>
    Received,

    /// <summary>Its addressee has accepted a recommendation.</summary>
    Accepted,

    /// <summary>Its addressee has taken note of a recommendation, without accepting it.</summary>
    Noted,

    /// <summary>It is being carried out.</summary>
    InProgress,

    /// <summary>It was carried out.</summary>
    Done,

    /// <summary>Open: to offers, to messages, to submissions.</summary>
    Open,

    /// <summary>A request for assistance and an offer were brought together.</summary>
    Matched,

    /// <summary>Both sides have agreed on the scope of assistance.</summary>
    Agreed,

    /// <summary>A meeting that is to come.</summary>
    Planned,

    /// <summary>A meeting that took place.</summary>
    Held,

    /// <summary>A fact on record.</summary>
    Recorded,

    /// <summary>Over.</summary>
    Closed,
}
