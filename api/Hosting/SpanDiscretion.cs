using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace R2P.Api.Hosting;

/// <summary>
/// Keeps from a collector what is none of its business. Of the framework's and the driver's spans it leaves the attributes named here: a URL's query may
/// hold a stream's token or somebody's variables, and an address or a browser's name tells who asked.
/// </summary>
internal sealed class SpanDiscretion : BaseProcessor<Activity>
{
    public const string WebSource = "Microsoft.AspNetCore";
    public const string DatabaseSource = "Npgsql";

    private static readonly FrozenSet<string> Allowed = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method",
        RequestSpans.Status,
        RequestSpans.Route,
        "network.protocol.version",
        "url.scheme",
        "db.system",
        "db.system.name",
        "db.namespace",
        "db.operation.name",
        "db.query.text",
        "db.response.status_code",
        "error.type");

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name is not (WebSource or DatabaseSource))
        {
            return;
        }

        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Allowed.Contains(name))
            {
                data.SetTag(name, null);
            }
        }

        // What the service asks its database by itself, again and again, belongs to no request.
        if (data.Source.Name == DatabaseSource && data.ParentId is null)
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
