using R2P.Schema.Acts;
using R2P.Schema.Members;

namespace R2P.Schema.Access;

/// <summary>Who can see a document, and why. Empty for whoever does not hold the office that owns it.</summary>
/// <param name="Grants">Who can see it now.</param>
/// <param name="Added">Who could besides, if it were shared with the audience of the question; those who can see it already are left out.</param>
/// <param name="Errors">What is not acceptable about the audience of the question.</param>
public sealed record AccessExplanation(IReadOnlyList<AccessGrant> Grants, IReadOnlyList<AccessGrant> Added, IReadOnlyList<IUserError> Errors)
{
    /// <summary>The answer to those whom it does not concern, whether there is such a document or not.</summary>
    public static AccessExplanation Nothing { get; } = new([], [], []);
}

/// <summary>One reason why a document can be seen.</summary>
/// <param name="Kind">The kind of the reason.</param>
/// <param name="Code">The State, organization or network that it is about, by its code; null for other kinds.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Offices">The offices through which somebody sees it by this reason now; not spelt out for everyone.</param>
/// <param name="Persons">Who sees it by this reason now; not spelt out for everyone.</param>
public sealed record AccessGrant(
    AccessGrantKind Kind, string? Code, string Reason, IReadOnlyList<Office> Offices, IReadOnlyList<Person> Persons);

/// <summary>The kinds of reasons why a document can be seen.</summary>
public enum AccessGrantKind
{
    /// <summary>It is open to everyone.</summary>
    Public,

    /// <summary>It is open to every active member of the network.</summary>
    Members,

    /// <summary>By holding an office of a State's government.</summary>
    State,

    /// <summary>By holding a desk of a regional organization.</summary>
    Org,

    /// <summary>By belonging to a region: its organization's desks and its member States' focal points.</summary>
    Region,

    /// <summary>By belonging to a network.</summary>
    Network,

    /// <summary>By holding an office that is named, the owner's among them.</summary>
    Office,

    /// <summary>By being named in person.</summary>
    Person,

    /// <summary>By reviewing one version of it, until the review ends.</summary>
    Review,
}
