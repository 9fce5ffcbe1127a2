using R2P.GraphQL;

namespace R2P.Schema.Acts;

/// <summary>What every mutation answers. A mutation's own payload adds the document, read anew with the viewer's own eyes.</summary>
public abstract class ActPayload(ActResult result)
{
    /// <summary>The id of what the act made or changed.</summary>
    [GraphQLIgnore]
    public Guid? Id { get; } = result.Id;

    /// <summary>The id that the client gave the mutation, unchanged.</summary>
    public string? ClientMutationId { get; } = result.ClientMutationId;

    /// <summary>Why nothing happened; empty if the act was done.</summary>
    public IReadOnlyList<IUserError> Errors { get; } = result.Errors;
}
