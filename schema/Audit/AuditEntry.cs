using R2P.GraphQL;
using R2P.Schema.Members;

namespace R2P.Schema.Audit;

/// <summary>One entry of the audit trail: what was done, or read, and by whom. Ids and no content.</summary>
public sealed class AuditEntry
{
    /// <summary>When it was done or read.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What was done, as the value of <c>ChangeType</c>; <c>READ</c> for a reading of restricted documents.</summary>
    public required string Act { get; init; }

    /// <summary>Who did it; null where that is sealed, and for a reader who was not signed in.</summary>
    [ID<Person>]
    public Guid? PersonId { get; init; }

    /// <summary>For which office.</summary>
    [ID<Office>]
    public Guid? OfficeId { get; init; }

    /// <summary>The documents, reviews and other things that it was about.</summary>
    [ID]
    public required IReadOnlyList<string> SubjectIds { get; init; }

    /// <summary>Where the entry stands among those of the same moment.</summary>
    [GraphQLIgnore]
    public required string Key { get; init; }

    /// <summary>The global id of what the tables call <paramref name="kind"/>: <c>PEER_REVIEW</c> is <c>PeerReview</c>.</summary>
    internal static string IdOf(string? kind, Guid id) =>
        new NodeId(string.Concat((kind ?? "UNKNOWN").Split('_').Select(word => $"{word[0]}{word[1..].ToLowerInvariant()}")), id).ToString();
}
