namespace R2P.Documents;

/// <summary>A row whose being read is itself worth a record. A session notes which of them it read for others than their owner's office.</summary>
public interface IRestricted : IReadable
{
    Guid Id { get; }

    Guid OwnerId { get; }

    bool IsRestricted { get; }
}

/// <summary>A restricted row that was read for others than its owner's office.</summary>
/// <param name="Id">The row.</param>
/// <param name="Readers">Its readers, as they were when it was read.</param>
public sealed record RestrictedRead(Guid Id, IReadOnlyList<string> Readers);
