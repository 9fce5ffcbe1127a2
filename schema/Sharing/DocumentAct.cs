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

    /// <summary>Add title and summary in another language.</summary>
    Translate,
}
