using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Errors;

namespace R2P.Api.Authentication;

/// <summary>
/// A token that was presented but is not valid, or can't be checked now, is refused; its bearer is never taken for an anonymous caller.
/// </summary>
internal static class InvalidTokenRefusal
{
    private static readonly object Uncheckable = new();

    private static readonly GraphQLError NotValid = new(
        "The bearer token is not valid: it may have expired, or be meant for another service.", ErrorCodes.Unauthenticated);

    private static readonly GraphQLError NotCheckable = new(
        "The bearer token can't be checked, because the authority that issues tokens does not answer. Try again later.",
        ErrorCodes.Unauthenticated);

    /// <summary>Notes that it is not the token's fault.</summary>
    public static void NoteUncheckable(HttpContext context) => context.Items[Uncheckable] = true;

    public static void UseInvalidTokenRefusal(this WebApplication app) => app.Use(static async (context, next) =>
    {
        if (context.Request.Headers.Authorization.Count == 0 || context.User.Identity is { IsAuthenticated: true })
        {
            await next(context);
        }
        else if (context.Items.ContainsKey(Uncheckable))
        {
            await GraphQLErrorResponse.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, NotCheckable);
        }
        else
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await GraphQLErrorResponse.WriteAsync(context, StatusCodes.Status401Unauthorized, NotValid);
        }
    });
}
