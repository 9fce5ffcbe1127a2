using R2P.GraphQL;

namespace R2P.Schema.Sharing;

/// <summary>With whom a document is shared.</summary>
public enum AudienceKind
{
    /// <summary>The owner's office. The default of every draft.</summary>
    Office,

    /// <summary>The offices of the owner's State.</summary>
    National,

    /// <summary>The offices, persons, States and organizations that are listed.</summary>
    Named,

    /// <summary>The desks of the listed regional organizations and the focal points of their member States.</summary>
    Region,

    /// <summary>Whoever speaks for an active member of the listed networks that may read there, and their secretariats.</summary>
    Network,

    /// <summary>Every active member of the network.</summary>
    Members,

    /// <summary>Everyone, signed in or not.</summary>
    Public,
}

/// <summary>With whom a document is shared once it is published.</summary>
public sealed class Audience
{
    /// <summary>The kind of the audience, which says which of the lists count.</summary>
    public AudienceKind Kind { get; set; }

    /// <summary>For <c>NAMED</c>: offices.</summary>
    [ID<Members.Office>]
    public List<Guid> Offices { get; set; } = [];

    /// <summary>For <c>NAMED</c>: persons.</summary>
    [ID<Members.Person>]
    public List<Guid> Persons { get; set; } = [];

    /// <summary>For <c>NAMED</c>: States (ISO 3166-1 alpha-3).</summary>
    public List<string> States { get; set; } = [];

    /// <summary>For <c>NAMED</c> and <c>REGION</c>: codes of regional organizations; for <c>NAMED</c> also of bodies of the United Nations.</summary>
    public List<string> Organizations { get; set; } = [];

    /// <summary>For <c>NETWORK</c>: codes of networks.</summary>
    public List<string> Networks { get; set; } = [];

    /// <summary>The default of every draft.</summary>
    public static Audience OwnOffice() => new() { Kind = AudienceKind.Office };
}

/// <summary>With whom to share a document.</summary>
/// <param name="Kind">The kind of the audience, which says which lists must be given; lists of another kind are refused.</param>
/// <param name="Offices">For <c>NAMED</c>: offices.</param>
/// <param name="Persons">For <c>NAMED</c>: persons.</param>
/// <param name="States">For <c>NAMED</c>: States (ISO 3166-1 alpha-3).</param>
/// <param name="Organizations">
/// For <c>NAMED</c> and <c>REGION</c>: codes of regional organizations, such as <c>AU</c>; for <c>NAMED</c> also of bodies of the United Nations.
/// </param>
/// <param name="Networks">For <c>NETWORK</c>: codes of networks.</param>
public sealed record AudienceInput(
    AudienceKind Kind,
    [property: ID<Members.Office>] IReadOnlyList<Guid>? Offices = null,
    [property: ID<Members.Person>] IReadOnlyList<Guid>? Persons = null,
    IReadOnlyList<string>? States = null,
    IReadOnlyList<string>? Organizations = null,
    IReadOnlyList<string>? Networks = null);
