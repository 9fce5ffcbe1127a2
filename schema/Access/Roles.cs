namespace R2P.Schema.Access;

/// <summary>Which roles may do what for their office.</summary>
public static class Roles
{
    /// <summary>May write drafts in their office.</summary>
    public static readonly Role[] WhoDraft =
    [
        Role.NationalFocalPoint,
        Role.NationalContributor,
        Role.RegionalFocalPoint,
        Role.NetworkSecretariat,
        Role.CivilSocietyContributor,
    ];

    /// <summary>May approve, publish, share, withdraw, ask for review and answer for their office.</summary>
    public static readonly Role[] WhoDecide = [Role.NationalFocalPoint, Role.RegionalFocalPoint, Role.NetworkSecretariat];

    /// <summary>
    /// May warn others, and ask for help or offer it, in their office's name. A civil-society organization speaks for itself: where the State is the
    /// danger, its voice must not run through the State.
    /// </summary>
    public static readonly Role[] WhoSpeak = [.. WhoDecide, Role.CivilSocietyContributor];
}
