namespace R2P.GraphQL;

/// <summary>Finds objects as they were. Where it is among the services, <c>nodes</c> can be asked for a moment.</summary>
public interface IPastNodes
{
    /// <summary>The objects of those ids as they stood at a moment, in their order; null for one that is not to be seen, or keeps no past.</summary>
    Task<IReadOnlyList<object?>> FindAsync(IReadOnlyList<NodeId?> ids, DateTimeOffset moment, CancellationToken cancellation);
}
