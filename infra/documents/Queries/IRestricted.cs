namespace R2P.Documents;

/// <summary>A row whose being read is itself worth a record. A session notes which of them it read for others than their owner's office.</summary>
public interface IRestricted
{
    Guid Id { get; }

    Guid OwnerId { get; }

    bool IsRestricted { get; }
}
