namespace R2P.Schema.Members;

/// <summary>A row with an id.</summary>
public interface IHasId
{
    Guid Id { get; }
}
