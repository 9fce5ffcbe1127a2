using R2P.Schema.Sharing;

namespace R2P.Schema.Access;

/// <summary>From an audience to reader tokens: the only place where a document's readers are decided.</summary>
public static class ReaderRules
{
    /// <summary>Until it is published, a document belongs to its owner's office alone (and to the State where the owner says so).</summary>
    public static string[] OfDraft(Guid ownerOffice) => [ReaderToken.Office(ownerOffice)];

    /// <summary>A draft that its owner has opened to the other offices of their State.</summary>
    public static string[] OfNationalDraft(Guid ownerOffice, string ownerState) => [ReaderToken.Office(ownerOffice), ReaderToken.State(ownerState)];

    /// <summary>A text between two offices.</summary>
    public static string[] OfTwoOffices(Guid owner, Guid other) => [ReaderToken.Office(owner), ReaderToken.Office(other)];

    /// <summary>What somebody tells one office: the receiver, and the author under their office's token or its seal.</summary>
    public static string[] OfContribution(Guid receiver, string author) => [ReaderToken.Office(receiver), author];

    /// <summary>The readers of a published document: its owner's office and its audience.</summary>
    /// <param name="ownerState">The alpha-3 code of the owner's State; null for an owner that is no State.</param>
    public static string[] OfPublished(Guid ownerOffice, string? ownerState, Audience audience) =>
        [ReaderToken.Office(ownerOffice), .. Tokens(audience, ownerState).Where(token => token != ReaderToken.Office(ownerOffice)).Distinct()];

    /// <summary>The readers of a row that some offices share with each other, and with nobody else.</summary>
    public static string[] OfOffices(params IEnumerable<Guid> offices) => [.. offices.Distinct().Select(ReaderToken.Office)];

    /// <summary>The readers for whom a document is open at a time: past its expiry, only the owner's office.</summary>
    public static string[] AsOf(SharedDocument document, DateTimeOffset time) =>
        document.ExpiresAt <= time ? OfDraft(document.OwnerId) : document.Readers;

    /// <summary>Who writes for an office: where others read what it is about, those who decide; what stays in the office, all who draft.</summary>
    public static Role[] WhoWrites(Guid ownerOffice, IReadOnlyList<string> readers) =>
        readers.All(token => token == ReaderToken.Office(ownerOffice)) ? Roles.WhoDraft : Roles.WhoDecide;

    private static IEnumerable<string> Tokens(Audience audience, string? ownerState) => audience.Kind switch
    {
        AudienceKind.National => ownerState is null ? [] : [ReaderToken.State(ownerState)],
        AudienceKind.Named =>
        [
            .. audience.Offices.Select(ReaderToken.Office),
            .. audience.Persons.Select(ReaderToken.Person),
            .. audience.States.Select(ReaderToken.State),
            .. audience.Organizations.Select(ReaderToken.Organization),
        ],
        AudienceKind.Region => audience.Organizations.Select(ReaderToken.Region),
        AudienceKind.Network => audience.Networks.Select(ReaderToken.Network),
        AudienceKind.Members => [ReaderToken.Members],
        AudienceKind.Public => [ReaderToken.Public],
        _ => [],
    };
}
