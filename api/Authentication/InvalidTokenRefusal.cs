using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Errors;

namespace R2P.Api.Authentication;

/// <summary>A token that was presented but is not valid is refused; its bearer is never taken for an anonymous caller.</summary>
internal static class InvalidTokenRefusal
{
    public static void UseInvalidTokenRefusal(this WebApplication app) => app.Use(static async (context, next) =>
    {
        if (context.Request.Headers.Authorization.Count > 0 && context.User.Identity is not { IsAuthenticated: true })
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await GraphQLErrorResponse.WriteAsync(
                context,
                StatusCodes.Status401Unauthorized,
                new GraphQLError("The bearer token is not valid: it may have expired, or be meant for another service.", ErrorCodes.Unauthenticated));
            return;
        }

        await next(context);
    });
}
