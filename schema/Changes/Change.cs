using System.Linq.Expressions;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Audit;
using R2P.Schema.Sharing;

namespace R2P.Schema.Changes;

/// <summary>
/// Something that happened to a document, in its review, or to a call for reviewers. What it shows of the document is what you may see when it is
/// delivered to you, which may be newer than what happened.
/// </summary>
public sealed class Change
{
    private ReviewEvent? _review;

    /// <summary>The change's own id, the same however often it is told.</summary>
    [ID]
    public Guid Id { get; init; }

    /// <summary>What happened.</summary>
    public ChangeType Type => ChangeTypes.Parse(EventType);

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The global id of the document, or of whatever else it was; of a review, that of the document that is reviewed.</summary>
    [ID]
    public string DocumentId => AuditEntry.IdOf(Kind is { } kind ? EnumText.Of(kind) : SubjectKind, DocumentKey);

    /// <summary>The kind of the document; null if it is about no document, such as a call for reviewers, or a pledge that is gone.</summary>
    public DocumentKind? Kind => Review?.Kind ?? (EnumText.TryParse<DocumentKind>(SubjectKind, out var kind) ? kind : null);

    /// <summary>
    /// The document's version after the change; of a review, the version that is reviewed. Null if all that is told is that the document is gone.
    /// </summary>
    public int? Version => IsTombstone ? null : Review?.Version ?? EventVersion;

    /// <summary>The place in the log.</summary>
    [GraphQLIgnore]
    public long Position { get; init; }

    /// <summary>What the event happened to: a document, or a review.</summary>
    [GraphQLIgnore]
    public Guid SubjectId { get; init; }

    [GraphQLIgnore]
    public required string SubjectKind { get; init; }

    [GraphQLIgnore]
    public required string EventType { get; init; }

    [GraphQLIgnore]
    public int? EventVersion { get; init; }

    [GraphQLIgnore]
    public Guid? OfficeId { get; init; }

    [GraphQLIgnore]
    public required string Data { get; init; }

    /// <summary>What is told to those who can't read the document any more: its id, and no more.</summary>
    [GraphQLIgnore]
    public bool IsTombstone => EventType == ChangeTypes.Recalled || EventType == ChangeTypes.Erased;

    /// <summary>What is told of a review; null if the change is one of a document.</summary>
    [GraphQLIgnore]
    public ReviewEvent? Review => SubjectKind == ReviewEvent.SubjectKind
        ? _review ??= StoredJson.Read<ReviewEvent>(Data)
        : null;

    /// <summary>The review that the change is about.</summary>
    [GraphQLIgnore]
    public Guid? ReviewId => SubjectKind == ReviewEvent.SubjectKind ? SubjectId : null;

    [GraphQLIgnore]
    public Guid DocumentKey => Review?.Document ?? SubjectId;

    /// <summary>The office that acted; null where it may not be told.</summary>
    [GraphQLIgnore]
    public Guid? ByOfficeId => IsTombstone || Review is { Sealed: true } ? null : OfficeId;

    /// <summary>What was read together with the change; null if nothing was.</summary>
    internal ChangeAhead? Ahead { get; set; }

    /// <summary>A change as the log's entry tells it.</summary>
    internal static Expression<Func<StoredEvent, Change>> OfEvent { get; } = entry => new Change
    {
        Id = entry.Id,
        Position = entry.Position,
        EventType = entry.Type,
        SubjectId = entry.DocumentId!.Value,
        SubjectKind = entry.DocumentKind!,
        EventVersion = entry.Version,
        At = entry.At,
        OfficeId = entry.OfficeId,
        Data = entry.Data,
    };

    private static Func<StoredEvent, Change> Read { get; } = OfEvent.Compile();

    internal static Change Of(StoredEvent entry) => Read(entry);
}
