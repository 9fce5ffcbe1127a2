using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>
/// A meeting of a network or of organizations, or a session or debate of a forum: its agenda, who was there, what was concluded and what follows.
/// Life: planned → held → closed.
/// </summary>
public sealed class Meeting : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Meeting;

    /// <summary>What kind of meeting it is.</summary>
    [Filterable]
    public MeetingKind MeetingKind { get; set; }

    /// <summary>The forum whose session or debate it is (a code of the catalogue, such as <c>UN_GA</c>); null if it is none.</summary>
    [Filterable, Sortable]
    public string? Forum { get; set; }

    /// <summary>The network that meets (a code of the catalogue); null if none does.</summary>
    [Filterable]
    public string? Network { get; set; }

    /// <summary>The series that it belongs to, in words that all its meetings share; null if it stands alone.</summary>
    [Filterable, Sortable]
    public string? Series { get; set; }

    /// <summary>The day on which it begins.</summary>
    [Filterable, Sortable]
    public DateOnly StartsOn { get; set; }

    /// <summary>The day on which it ends; null if it is over on the first.</summary>
    [Filterable, Sortable]
    public DateOnly? EndsOn { get; set; }

    /// <summary>The States that it is about (ISO 3166-1 alpha-3).</summary>
    [Filterable]
    public string[] Countries { get; set; } = [];

    [GraphQLIgnore]
    public Guid[] AttendedIds { get; set; } = [];

    /// <summary>How many people were there; null until that is on record.</summary>
    public int? ParticipantCount { get; set; }

    [GraphQLIgnore]
    public int? PanelPeople { get; set; }

    [GraphQLIgnore]
    public int? PanelWomen { get; set; }

    [GraphQLIgnore]
    public required MeetingBody Body
    {
        get => field ??= StoredJson.Read<MeetingBody>(StoredBody);
        set;
    }

    /// <summary>Where it takes place; null if that is not said.</summary>
    [JsonMember(nameof(Body))]
    public string? Place => Body.Place;

    /// <summary>What is talked about, in order.</summary>
    [JsonMember(nameof(Body)), ListSize(AssumedSize = 20)]
    public IReadOnlyList<AgendaItem> Agenda => Body.Agenda;

    /// <summary>What was concluded (Markdown); null until it was held.</summary>
    [JsonMember(nameof(Body))]
    public string? Conclusions => Body.Conclusions;
}

/// <summary>What a meeting says, beyond its columns.</summary>
public sealed class MeetingBody
{
    public string? Place { get; set; }

    public List<AgendaItem> Agenda { get; set; } = [];

    public string? Conclusions { get; set; }
}

/// <summary>An item of an agenda.</summary>
public sealed class AgendaItem
{
    /// <summary>What it is about.</summary>
    public required string Title { get; set; }

    /// <summary>What there is to say about it beforehand (Markdown).</summary>
    public string? Text { get; set; }
}

/// <summary>What kind of meeting it is.</summary>
public enum MeetingKind
{
    /// <summary>A network of focal points meets.</summary>
    Network,

    /// <summary>A working group meets.</summary>
    WorkingGroup,

    /// <summary>Organizations or offices talk with each other.</summary>
    Dialogue,

    /// <summary>A session or debate of a forum, such as the General Assembly.</summary>
    ForumSession,
}
