namespace R2P.Schema.Access;

/// <summary>What a person may do in an office, by an appointment.</summary>
public enum Role
{
    /// <summary>Speaks for one State: drafts, approves, publishes, shares, withdraws, asks for review and answers.</summary>
    NationalFocalPoint,

    /// <summary>Drafts and comments inside the State's own space; does not publish.</summary>
    NationalContributor,

    /// <summary>Speaks for a regional organization or a body of the United Nations, and reads what was shared with it.</summary>
    RegionalFocalPoint,

    /// <summary>Confirms appointments, keeps membership, convenes reviews and curates the compendium of its network.</summary>
    NetworkSecretariat,

    /// <summary>Contributes by invitation, or by open submission.</summary>
    CivilSocietyContributor,

    /// <summary>Reads what is shared with members.</summary>
    Observer,

    /// <summary>Reads the audit trail; no content.</summary>
    Auditor,

    /// <summary>Operates the service; reads no restricted content.</summary>
    Administrator,
}
