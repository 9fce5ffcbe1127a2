using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Execution;

/// <summary>Counts what one operation leaves for later, against <see cref="GraphQLOptions.MaxPendingParts"/>.</summary>
internal sealed class PendingAllowance(int limit)
{
    private long _left = limit;

    /// <summary>Takes from what is left.</summary>
    /// <exception cref="GraphQLException">It is not enough.</exception>
    public void Spend(long parts)
    {
        _left -= parts;
        if (_left < 0)
        {
            throw new GraphQLException($"More than {limit} parts of the response would come later.", ErrorCodes.PendingLimitExceeded);
        }
    }
}
