namespace R2P.Schema.Sharing;

/// <summary>What can be done with a document; which kinds and states allow it is said at the kind's life.</summary>
public enum DocumentAct
{
    /// <summary>Change its content.</summary>
    Revise,

    /// <summary>Put it before those who sign it off.</summary>
    Submit,

    /// <summary>Give it back to its authors.</summary>
    Return,

    /// <summary>Sign it off.</summary>
    Approve,

    /// <summary>Share it with an audience for the first time.</summary>
    Publish,

    /// <summary>Say that it still holds.</summary>
    Confirm,

    /// <summary>Give it another audience.</summary>
    Share,

    /// <summary>Take it back.</summary>
    Withdraw,

    /// <summary>Erase it for good.</summary>
    Erase,

    /// <summary>Add title and summary in another language.</summary>
    Translate,

    /// <summary>Say who was consulted.</summary>
    Consult,

    /// <summary>Say that it has been taken note of.</summary>
    Acknowledge,

    /// <summary>Record what was decided.</summary>
    Decide,

    /// <summary>Put it into force.</summary>
    Adopt,

    /// <summary>Put a newer one in its place.</summary>
    Supersede,

    /// <summary>Accept it.</summary>
    Accept,

    /// <summary>Take note of it without accepting it, or turn it down.</summary>
    Decline,

    /// <summary>Name the office that sees to it.</summary>
    Assign,

    /// <summary>Report how far it is.</summary>
    Report,

    /// <summary>Say that it is done.</summary>
    Complete,

    /// <summary>Bring a request and an offer together.</summary>
    Match,

    /// <summary>Agree on its scope.</summary>
    Agree,

    /// <summary>Change what was agreed.</summary>
    Amend,

    /// <summary>Write into it: a message, a task, a submission.</summary>
    Contribute,

    /// <summary>Say that it took place.</summary>
    Hold,

    /// <summary>End it.</summary>
    Close,

    /// <summary>Say who else in the owner's State reads the draft.</summary>
    OpenDraft,

    /// <summary>Take out of the compendium what it tells of your State.</summary>
    Remove,
}
