using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Institutions;

/// <summary>
/// A body of a State's architecture for prevention and response: what it is, who sits in it, on what it rests. It is described in the State's own
/// words, along an outline that is the same for all, and never rated. Life: recorded → closed when the body ends; facts change in place, and every version
/// is kept.
/// </summary>
public sealed class Institution : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Institution;

    /// <summary>The State whose body it is (ISO 3166-1 alpha-3).</summary>
    [Filterable, Sortable]
    public required string Country { get; set; }

    /// <summary>What sort of body it is.</summary>
    [Filterable]
    public InstitutionCategory Category { get; set; }

    /// <summary>The inhibitors that it serves (codes of the catalogue).</summary>
    [Filterable]
    public string[] Inhibitors { get; set; } = [];

    /// <summary>Since when it has been there; null where that is not known.</summary>
    [Filterable, Sortable]
    public DateOnly? StartedOn { get; set; }

    /// <summary>The first day on which it was not there any more; null while it is.</summary>
    [Filterable, Sortable]
    public DateOnly? EndedOn { get; set; }

    [GraphQLIgnore]
    public Guid? OfficeId { get; set; }

    [GraphQLIgnore]
    public required InstitutionBody Body
    {
        get => field ??= StoredJson.Read<InstitutionBody>(StoredBody);
        set;
    }

    /// <summary>The ministries and others that sit in it.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<string> Members => Body.Members;

    /// <summary>The law, decree or treaty on which it rests (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? LegalBase => Body.LegalBase;

    /// <summary>How often it meets (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? MeetingRhythm => Body.MeetingRhythm;

    /// <summary>What it is charged with (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? TermsOfReference => Body.TermsOfReference;

    /// <summary>How it works together with the rest of the architecture, and what it has learnt (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? Description => Body.Description;
}

/// <summary>The sorts of bodies of a national architecture.</summary>
public enum InstitutionCategory
{
    /// <summary>A standing body of several ministries, or a national committee.</summary>
    NationalCommittee,

    /// <summary>The office of the national focal point.</summary>
    FocalPointOffice,

    /// <summary>A national human rights institution.</summary>
    Nhri,

    /// <summary>A parliament, or one of its committees.</summary>
    Parliament,

    /// <summary>A court, or the prosecution service.</summary>
    Court,

    /// <summary>A body that oversees others: an ombudsman, an audit office, an inspectorate.</summary>
    Oversight,

    /// <summary>A ministry, or a department of one.</summary>
    Ministry,

    /// <summary>A local council or mechanism of peace.</summary>
    LocalMechanism,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>What is told of a body, beyond its columns.</summary>
public sealed class InstitutionBody
{
    public List<string> Members { get; set; } = [];

    public string? LegalBase { get; set; }

    public string? MeetingRhythm { get; set; }

    public string? TermsOfReference { get; set; }

    public string? Description { get; set; }
}
