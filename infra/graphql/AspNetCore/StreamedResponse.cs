using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace R2P.GraphQL.AspNetCore;

/// <summary>A response that is sent piece by piece while it comes about.</summary>
internal static class StreamedResponse
{
    /// <summary>Begins it: neither we nor a proxy hold anything back.</summary>
    public static void Begin(HttpContext context, string contentType)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = contentType;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        // How long a client may take is our own limit, told by what it takes and not by how little there is to send.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }
}
