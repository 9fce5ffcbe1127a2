using Microsoft.AspNetCore.Http;
using R2P.GraphQL.AspNetCore.Http;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Response;

namespace R2P.GraphQL.AspNetCore;

/// <summary>Answers an HTTP request with a GraphQL error body: for what a host refuses before GraphQL, as an invalid token.</summary>
public static class GraphQLErrorResponse
{
    /// <summary>Writes <c>{"errors":[…]}</c> in the media type that the client accepts (application/json if it accepts none of ours).</summary>
    public static Task WriteAsync(HttpContext context, int status, GraphQLError error) =>
        WriteAsync(context, status, ResponseMediaType.Negotiate(context.Request.Headers.Accept) ?? ResponseMediaType.Json, [error]);

    internal static async Task WriteAsync(
        HttpContext context,
        int status,
        ResponseMediaType mediaType,
        IReadOnlyList<GraphQLError> errors)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = mediaType.ContentType;
        response.ContentLength = null;
        DescribeRefusal(response, status);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        ErrorResponse.Write(response.BodyWriter, errors);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>Writes why a well-formed request was not executed, with the status of GraphQL over HTTP.</summary>
    internal static Task WriteAsync(
        HttpContext context, ResponseMediaType mediaType, ResponseMediaType statusesOf, RequestErrorResult refusal)
    {
        var status = ResponseStatus.Of(refusal.Errors, statusesOf, context.Request.Method);
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
        }

        return WriteAsync(context, status, mediaType, refusal.Errors);
    }

    /// <summary>The headers that RFC 9110 demands beside a status (§15.5.2, §15.5.6).</summary>
    private static void DescribeRefusal(HttpResponse response, int status)
    {
        if (status == StatusCodes.Status401Unauthorized && response.Headers.WWWAuthenticate.Count == 0)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (status == StatusCodes.Status405MethodNotAllowed && response.Headers.Allow.Count == 0)
        {
            response.Headers.Allow = "GET, POST, PUT, DELETE";
        }
    }
}
