using Microsoft.Extensions.Logging;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.AspNetCore;

/// <summary>Turns an unexpected exception into what a client may see of it: a correlation id, under which the log has the rest.</summary>
internal sealed partial class TransportFailures(ILogger<TransportFailures> logger, TimeProvider time)
{
    public GraphQLError Report(Exception exception)
    {
        var correlationId = Guid.CreateVersion7(time.GetUtcNow());
        LogFailure(logger, exception, correlationId);
        return new GraphQLError("The request failed unexpectedly.", ErrorCodes.Internal)
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["correlationId"] = correlationId.ToString() },
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The GraphQL transport failed; correlation id {CorrelationId}")]
    private static partial void LogFailure(ILogger logger, Exception exception, Guid correlationId);
}
