using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Validation;

/// <summary>Ends a validation that reached a limit; never leaves the <see cref="DocumentValidator"/>.</summary>
internal sealed class ValidationAbortedException(IReadOnlyList<GraphQLError> errors) : Exception("Validation aborted.")
{
    /// <summary>What the validation answers with.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
