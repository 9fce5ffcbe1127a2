using Microsoft.Extensions.Logging;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>Turns exceptions into what the client may know. What was not expected is logged, once, under a correlation id.</summary>
internal sealed partial class ErrorReporter(ILogger logger, TimeProvider time)
{
    private readonly Dictionary<Exception, string> _logged = new(ReferenceEqualityComparer.Instance);

    /// <summary>The error of a field; a null exception stands for a null where none may be.</summary>
    public GraphQLError Report(Exception? exception, FieldPlan field) => exception switch
    {
        null => new GraphQLError($"Cannot return null for non-nullable field {field}.", ErrorCodes.NonNullViolation),
        GraphQLException known => known.Error,
        CoercionException refused => Unexpected(refused, refused.Message, field.ToString()),
        _ => Unexpected(exception, "The field could not be answered.", field.ToString()),
    };

    /// <summary>The error of a whole request.</summary>
    public GraphQLError Report(Exception exception) => exception is GraphQLException known
        ? known.Error
        : Unexpected(exception, "The request could not be answered.", "request");

    private GraphQLError Unexpected(Exception exception, string message, string where)
    {
        if (!_logged.TryGetValue(exception, out var correlationId))
        {
            correlationId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
            _logged.Add(exception, correlationId);
            LogUnexpected(logger, exception, where, correlationId);
        }

        return new GraphQLError(message, ErrorCodes.Internal)
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["correlationId"] = correlationId },
        };
    }

    [LoggerMessage(LogLevel.Error, "Unexpected failure of {Where}, answered with correlation id {CorrelationId}")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string where, string correlationId);
}
