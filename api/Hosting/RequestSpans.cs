using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace R2P.Api.Hosting;

/// <summary>Says of an HTTP request's span where the request went and how it ended; the framework itself says only how it came.</summary>
internal static class RequestSpans
{
    public const string Route = "http.route";
    public const string Status = "http.response.status_code";

    /// <summary>Completes the spans of requests, in a service that sends any.</summary>
    public static void UseRequestSpans(this WebApplication app)
    {
        if (Telemetry.IsConfigured(app.Configuration))
        {
            app.Use(CompleteAsync);
        }
    }

    private static async Task CompleteAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
        {
            return;
        }

        span.SetTag(Status, context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            span.SetTag(Route, route);
            span.DisplayName = $"{context.Request.Method} {route}";
        }
    }
}
