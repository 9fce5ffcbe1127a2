using Microsoft.AspNetCore.Http;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>
/// GraphQL over HTTP, "Status Codes", for a well-formed request that was not executed. Where the current draft (422 for an invalid
/// operation, 294 for partial success) and the conformance audits (400 and 200) differ, the audits decide.
/// </summary>
internal static class ResponseStatus
{
    public static int Of(IReadOnlyList<GraphQLError> errors, ResponseMediaType mediaType, string method)
    {
        var code = errors.Count > 0 ? errors[0].Code : ErrorCodes.Internal;
        return code switch
        {
            ErrorCodes.Internal => StatusCodes.Status500InternalServerError,
            ErrorCodes.Timeout => StatusCodes.Status503ServiceUnavailable,
            ErrorCodes.OperationNotAllowed when HttpMethods.IsGet(method) => StatusCodes.Status405MethodNotAllowed,
            ErrorCodes.BadRequest => StatusCodes.Status400BadRequest,
            _ when mediaType == ResponseMediaType.Json => StatusCodes.Status200OK,
            ErrorCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
            ErrorCodes.Forbidden => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status400BadRequest,
        };
    }
}
