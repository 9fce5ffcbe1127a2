namespace R2P.Schema.Acts;

/// <summary>
/// What acts wait for, so that they go one after the other where no version would tell. Beside these the functions of the database take <c>CALL</c> and
/// <c>EVENTS</c> (see R2P.Documents), <c>RECALLS</c> and <c>PEERS</c>.
/// </summary>
public enum ActLock
{
    /// <summary>Something that others act around: a document that is shown or taken back, a person who keeps filters.</summary>
    Thing,

    /// <summary>A peer review.</summary>
    Review,

    /// <summary>An exchange.</summary>
    Exchange,

    /// <summary>A consultation.</summary>
    Consultation,

    /// <summary>A State's turn under a mechanism, as an office records it.</summary>
    ReviewCycle,

    /// <summary>What a State says to a pledge.</summary>
    PledgeSupport,
}
