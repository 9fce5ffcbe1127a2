using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>
/// A call for input: questions, a deadline, and who may answer, which is whoever reads it. Each submission has readers of its own. Life: open → closed.
/// </summary>
public sealed class Consultation : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Consultation;

    /// <summary>The States that it is about (ISO 3166-1 alpha-3).</summary>
    [Filterable]
    public string[] Countries { get; set; } = [];

    [GraphQLIgnore]
    public Guid[] InvitedIds { get; set; } = [];

    /// <summary>Until when submissions are taken, changed and withdrawn.</summary>
    [Filterable, Sortable]
    public DateTimeOffset ClosesAt { get; set; }

    [GraphQLIgnore]
    public required ConsultationBody Body
    {
        get => field ??= StoredJson.Read<ConsultationBody>(StoredBody);
        set;
    }

    /// <summary>What the input is for (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string Purpose => Body.Purpose;

    /// <summary>What is asked.</summary>
    [JsonMember(nameof(Body)), ListSize(AssumedSize = 20)]
    public IReadOnlyList<ConsultationQuestion> Questions => Body.Questions;

    /// <summary>What came of the consultation, in the convener's words (Markdown); null until it is closed.</summary>
    [JsonMember(nameof(Body))]
    public string? Report => Body.Report;
}

/// <summary>What a consultation says, beyond its columns.</summary>
public sealed class ConsultationBody
{
    public required string Purpose { get; set; }

    public List<ConsultationQuestion> Questions { get; set; } = [];

    public string? Report { get; set; }
}

/// <summary>A question of a consultation.</summary>
public sealed class ConsultationQuestion
{
    /// <summary>A short key by which submissions answer it.</summary>
    public required string Key { get; set; }

    /// <summary>The question.</summary>
    public required string Text { get; set; }
}
