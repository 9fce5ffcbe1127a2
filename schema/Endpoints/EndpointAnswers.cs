using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Errors;
using R2P.Schema.Access;
using R2P.Schema.Acts;

namespace R2P.Schema.Endpoints;

/// <summary>What the endpoints beside <c>/graphql</c> have in common: who asks, and how they refuse. They speak the error format of GraphQL.</summary>
internal static class EndpointAnswers
{
    /// <summary>Runs an endpoint, and answers what it refuses.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails once the client has gone is of no interest to anybody.")]
    public static async Task AnswerAsync(this HttpContext context, RequestDelegate endpoint)
    {
        try
        {
            await endpoint(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (ActRefusedException refusal) when (!context.Response.HasStarted)
        {
            await context.RefuseAsync(StatusOf(refusal.Errors[0].Code), EnumText.Of(refusal.Errors[0].Code), refusal.Errors[0].Message);
        }
        catch (EndpointException refusal) when (!context.Response.HasStarted)
        {
            await context.RefuseAsync(refusal.Status, refusal.Code, refusal.Message);
        }
        catch (GraphQLException refusal) when (!context.Response.HasStarted)
        {
            await GraphQLErrorResponse.WriteAsync(context, StatusCodes.Status400BadRequest, refusal.Error);
        }
        catch (BadHttpRequestException refusal) when (!context.Response.HasStarted)
        {
            await context.RefuseAsync(refusal.StatusCode, ErrorCodes.BadRequest, "The request could not be read.");
        }
    }

    /// <summary>Finds out who asks: for everything that the request's services do from here on.</summary>
    public static async Task<Viewer> EnterAsync(this HttpContext context)
    {
        var services = context.RequestServices;
        var viewer = await services.GetRequiredService<ViewerDirectory>().FindAsync(context.User, context.RequestAborted);
        services.GetRequiredService<ViewerScope>().Viewer = viewer;
        return viewer;
    }

    /// <summary>The same for an endpoint that needs a token, and a body of a type that no foreign page can make a browser send unasked.</summary>
    /// <exception cref="EndpointException">One of them is missing.</exception>
    public static Task<Viewer> EnterToWriteAsync(this HttpContext context, string bodyType)
    {
        context.RequireToken([bodyType]);
        return context.EnterAsync();
    }

    /// <summary>
    /// The same for one whose body may be long in coming: reads it whole, from those alone who have a right to send it, and only then finds out for whom
    /// the services work. Rights may have ended meanwhile.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="bodyTypes">The types that the body may have.</param>
    /// <param name="toDo">What the caller wants to do.</param>
    /// <param name="mayDo">Whether an appointment can be enough for it.</param>
    /// <param name="spool">Reads the body.</param>
    /// <exception cref="ActRefusedException">NOT_ALLOWED, before the body is read.</exception>
    public static async Task<Stream> EnterWithBodyAsync(
        this HttpContext context, string[] bodyTypes, string toDo, Func<ViewerAppointment, bool> mayDo, Func<Task<Stream>> spool)
    {
        context.RequireToken(bodyTypes);
        var caller = await context.RequestServices.GetRequiredService<ViewerDirectory>().FindAsync(context.User, context.RequestAborted);
        if (!caller.Appointments.Any(mayDo))
        {
            throw Refuse.NotAllowed(toDo);
        }

        var body = await spool();
        await context.EnterAsync();
        return body;
    }

    private static void RequireToken(this HttpContext context, string[] bodyTypes)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            throw new EndpointException(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "A valid token is needed.");
        }

        if (!bodyTypes.Contains(context.Request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            throw new EndpointException(
                StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadRequest, $"Send the body as {string.Join(" or ", bodyTypes)}.");
        }
    }

    private static Task RefuseAsync(this HttpContext context, int status, string code, string message) =>
        GraphQLErrorResponse.WriteAsync(context, status, new GraphQLError(message, code));

    private static int StatusOf(UserErrorCode code) => code switch
    {
        UserErrorCode.NotFound => StatusCodes.Status404NotFound,
        UserErrorCode.NotAllowed => StatusCodes.Status403Forbidden,
        UserErrorCode.Conflict or UserErrorCode.InvalidTransition => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}

/// <summary>What an endpoint refuses, whoever asks.</summary>
public sealed class EndpointException(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status that says so.</summary>
    public int Status { get; } = status;

    /// <summary>A stable code to decide by.</summary>
    public string Code { get; } = code;
}
