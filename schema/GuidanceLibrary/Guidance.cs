using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>
/// Doctrine or training material. Life: draft → published → superseded by a newer edition, which takes its place; the old one stays readable.
/// </summary>
public sealed class Guidance : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Guidance;

    /// <summary>What kind of material it is.</summary>
    [Filterable]
    public GuidanceType Type { get; set; }

    /// <summary>The body that stands behind it, by its name or its code in the catalogue.</summary>
    [Filterable, Sortable]
    public required string IssuingBody { get; set; }

    /// <summary>The edition, such as <c>2nd, 2024</c>.</summary>
    [Filterable]
    public required string Edition { get; set; }

    /// <summary>For whom it was written.</summary>
    [Filterable]
    public TrainingLevel Level { get; set; }

    /// <summary>From when it holds; null if it holds from its publication.</summary>
    [Filterable, Sortable]
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Until when it holds; null without an end.</summary>
    [Filterable, Sortable]
    public DateOnly? ValidTo { get; set; }

    [GraphQLIgnore]
    public Guid? SupersededById { get; set; }

    [GraphQLIgnore]
    public required GuidanceBody Body
    {
        get => field ??= StoredJson.Read<GuidanceBody>(StoredBody);
        set;
    }

    /// <summary>The material, or what it holds (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string Text => Body.Text;

    /// <summary>Where the whole of it can be read; null if it is all here.</summary>
    [JsonMember(nameof(Body))]
    public string? Url => Body.Url;
}

/// <summary>What guidance says, beyond its columns.</summary>
public sealed class GuidanceBody
{
    public required string Text { get; set; }

    public string? Url { get; set; }
}

/// <summary>Kinds of doctrine and training material.</summary>
public enum GuidanceType
{
    /// <summary>Doctrine or policy.</summary>
    Doctrine,

    /// <summary>A manual or handbook.</summary>
    Manual,

    /// <summary>A course of several sessions.</summary>
    Course,

    /// <summary>One session of training.</summary>
    Session,

    /// <summary>A checklist, a template, a simulation: a tool to work with.</summary>
    Toolkit,
}

/// <summary>For whom material or a course is meant.</summary>
public enum TrainingLevel
{
    /// <summary>Those who decide.</summary>
    SeniorDecisionMakers,

    /// <summary>Officials who plan and analyse.</summary>
    Officials,

    /// <summary>The military.</summary>
    Military,

    /// <summary>The police.</summary>
    Police,

    /// <summary>Those who train others.</summary>
    Trainers,

    /// <summary>Civil society and communities.</summary>
    CivilSociety,

    /// <summary>Officials of every level.</summary>
    AllLevels,
}
