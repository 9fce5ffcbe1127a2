using Microsoft.AspNetCore.Http;
using R2P.GraphQL.AspNetCore.Http;
using R2P.GraphQL.AspNetCore.Sse;

namespace R2P.GraphQL.AspNetCore;

/// <summary>
/// Keeps foreign web pages from making a visitor's browser send requests. A page may send a "simple" request unasked (Fetch standard, CORS
/// protocol); anything else the browser asks about first. A POST is never simple here, as it must be application/json.
/// </summary>
internal static class CrossSiteGuard
{
    /// <summary>The header that a client may send with a GET for no other purpose than to make it non-simple; its value does not matter.</summary>
    public const string PreflightHeader = "GraphQL-Require-Preflight";

    private static readonly string[] NonSimpleHeaders =
        ["Authorization", PreflightHeader, "Apollo-Require-Preflight", "X-Requested-With", SharedStreams.TokenHeader];

    /// <summary>Refuses a GET that a foreign page could have caused.</summary>
    public static void RefuseSimpleRequest(HttpRequest request)
    {
        if (!Array.Exists(NonSimpleHeaders, request.Headers.ContainsKey) && !RequestBody.IsJson(request.ContentType))
        {
            throw TransportErrors.PreflightMissing();
        }
    }

    /// <summary>
    /// Refuses a WebSocket that a page of another host opens: browsers send Origin with every handshake and ask nobody first.
    /// Only the authority is compared, as a proxy in front may have ended TLS.
    /// </summary>
    public static void RefuseForeignOrigin(HttpRequest request, IList<string> allowedOrigins)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || IsOwnOrigin(request, origin))
        {
            return;
        }

        if (!allowedOrigins.Contains("*", StringComparer.Ordinal) && !allowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            throw TransportErrors.ForeignOrigin(origin);
        }
    }

    private static bool IsOwnOrigin(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && Uri.TryCreate($"{uri.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own)
        && uri.Authority.Equals(own.Authority, StringComparison.OrdinalIgnoreCase);
}
