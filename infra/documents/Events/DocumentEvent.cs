using System.Text.Json;
using System.Text.Json.Serialization;

namespace R2P.Documents;

/// <summary>Something that happened, to be appended to the log.</summary>
/// <param name="Type">What happened, in the words of the domain.</param>
/// <param name="Readers">Who may hear of it: the event's own readers, not the document's.</param>
public sealed record DocumentEvent(string Type, IReadOnlyList<string> Readers)
{
    /// <summary>The document that it happened to, if any.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>The kind of that document.</summary>
    public string? DocumentKind { get; init; }

    /// <summary>The document's version after it.</summary>
    public int? Version { get; init; }

    /// <summary>True when somebody may see more or less from now on: every follower looks again what it may see.</summary>
    public bool ChangesAccess { get; init; }

    /// <summary>True when nobody may learn from the log who did it: neither person nor office are kept with the event.</summary>
    public bool HidesActor { get; init; }

    /// <summary>The content, a JSON object. Wiped when the document is erased.</summary>
    public JsonElement? Data { get; init; }
}

/// <summary>An event of the log without its content: enough to route it.</summary>
/// <param name="Position">Its place in the log. Never shown to a client bare: see <see cref="EventCursor"/>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Type">What happened.</param>
/// <param name="DocumentId">The document that it happened to, if any.</param>
/// <param name="DocumentKind">The kind of that document.</param>
/// <param name="Readers">Who may hear of it.</param>
/// <param name="ChangesAccess">True when somebody may see more or less from then on.</param>
/// <param name="At">When it was appended, by the database's clock.</param>
/// <param name="OfficeId">The office that acted; null if that is hidden, or nobody's office did.</param>
public sealed record EventHeader(
    long Position,
    Guid Id,
    string Type,
    Guid? DocumentId,
    string? DocumentKind,
    IReadOnlyList<string> Readers,
    bool ChangesAccess,
    DateTimeOffset At,
    Guid? OfficeId);

/// <summary>An event as <c>r2p.append_events</c> takes it.</summary>
internal sealed record EventInput(
    Guid Id,
    string Type,
    Guid? DocumentId,
    string? DocumentKind,
    int? Version,
    IReadOnlyList<string> Readers,
    bool ChangesAccess,
    bool HidesActor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonElement Data);
