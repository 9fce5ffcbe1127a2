using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Members;

namespace R2P.Schema.Consultations;

/// <summary>
/// An answer to a consultation. Until the consultation is closed, its convener and its author read it; then whoever the author chose. Unless it is
/// published under a name, only the convener and the author's own office know who wrote it.
/// </summary>
public sealed class Submission : IReadable, IHasId
{
    /// <summary>The submission's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid ConsultationId { get; set; }

    /// <summary>The convener's office.</summary>
    [GraphQLIgnore]
    public Guid OwnerId { get; set; }

    /// <summary>The office that signs; null if the author is not shown.</summary>
    [GraphQLIgnore]
    public Guid? OfficeId { get; set; }

    /// <summary>By whom it is signed, in words.</summary>
    public required string Signature { get; set; }

    /// <summary>Counts the changes, from 1.</summary>
    public int Version { get; set; }

    /// <summary>Whether it stands.</summary>
    [Filterable]
    public SubmissionStatus Status { get; set; }

    /// <summary>How far it goes once the consultation is closed, as its author chose.</summary>
    [Filterable]
    public PublicationChoice Publication { get; set; }

    /// <summary>For whom it speaks besides its author: kinds of actors (codes of the catalogue), never persons. They have consented.</summary>
    [Filterable]
    public string[] CommunityActors { get; set; } = [];

    /// <summary>What it says beyond the single questions (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>Its answers to the questions.</summary>
    public List<QuestionAnswer> Answers { get; set; } = [];

    /// <summary>When it was made.</summary>
    [Filterable, Sortable]
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it went beyond its convener and its author; null if it has not.</summary>
    [Filterable]
    public DateTimeOffset? ReleasedAt { get; set; }

    [GraphQLIgnore]
    public string[] OwnReaders { get; set; } = [];

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>An answer to one question of a consultation.</summary>
public sealed class QuestionAnswer
{
    /// <summary>The question's key.</summary>
    public required string Question { get; set; }

    /// <summary>The answer (Markdown).</summary>
    public required string Text { get; set; }
}

/// <summary>Whether a submission stands.</summary>
public enum SubmissionStatus
{
    /// <summary>It stands.</summary>
    Submitted,

    /// <summary>Its author took it back: only their office reads it.</summary>
    Withdrawn,
}

/// <summary>How far a submission goes once its consultation is closed, from the narrowest to the widest.</summary>
public enum PublicationChoice
{
    /// <summary>To the convener, and nobody else.</summary>
    Private,

    /// <summary>To the readers of the consultation, without its author: only the convener knows who that is.</summary>
    Anonymous,

    /// <summary>To the readers of the consultation, with its author's name.</summary>
    Named,

    /// <summary>To everyone, with its author's name.</summary>
    Public,
}

/// <summary>Who wrote a submission: a row that the author's office and the convener read.</summary>
public sealed class SubmissionAuthor : IReadable
{
    public Guid SubmissionId { get; set; }

    public Guid OfficeId { get; set; }

    public Guid PersonId { get; set; }

    public string[] Readers { get; set; } = [];
}

/// <summary>What became of a submission; its author and the convener read it. A changed answer has the next version.</summary>
public sealed class SubmissionAnswer : IReadable
{
    [GraphQLIgnore]
    public Guid SubmissionId { get; set; }

    /// <summary>Counts the changes of the answer, from 1.</summary>
    public int Version { get; set; }

    /// <summary>What became of it.</summary>
    public SubmissionOutcome Outcome { get; set; }

    /// <summary>Why, or where it went (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>When this version of the answer was given.</summary>
    public DateTimeOffset AnsweredAt { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>What became of a submission.</summary>
public enum SubmissionOutcome
{
    /// <summary>It was taken up.</summary>
    TakenUp,

    /// <summary>Some of it was taken up.</summary>
    PartlyTakenUp,

    /// <summary>It was read, and not taken up.</summary>
    NotTakenUp,
}
