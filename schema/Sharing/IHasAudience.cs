namespace R2P.Schema.Sharing;

/// <summary>What is shared by an act: a document, or a part of one that has an audience of its own.</summary>
public interface IHasAudience
{
    Guid Id { get; }

    Guid OwnerId { get; }

    string[] Readers { get; set; }

    Audience Audience { get; set; }

    DateTimeOffset? ExpiresAt { get; set; }
}
