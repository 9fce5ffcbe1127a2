using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using R2P.GraphQL.Telemetry;

namespace R2P.Api.Hosting;

/// <summary>Sends spans and metrics to an OpenTelemetry collector, if one is configured by the variables that OpenTelemetry has for that.</summary>
internal sealed class Telemetry(TracerProvider traces, MeterProvider metrics) : IDisposable
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string NameVariable = "OTEL_SERVICE_NAME";
    private const string DefaultName = "r2p-api";

    private const string DriverMeter = "Npgsql";

    /// <summary>Of the driver's attributes those that are no connection string.</summary>
    private static readonly string[] DriverTags = ["db.client.connection.state", "error.type"];

    /// <summary>The framework's switch under which its spans have no attributes: on by default.</summary>
    private const string BareWebSpans = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    /// <summary>Whether there is a collector to send to.</summary>
    public static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[EndpointVariable]);

    /// <summary>Starts sending; null, and nothing listens, if no endpoint is configured.</summary>
    public static Telemetry? Start(IConfiguration configuration)
    {
        if (!IsConfigured(configuration))
        {
            return null;
        }

        AppContext.SetSwitch(BareWebSpans, false);
        var name = configuration[NameVariable] is { Length: > 0 } configured ? configured : DefaultName;
        var traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService(name))
            .AddSource(TelemetryOptions.Name, SpanDiscretion.WebSource, SpanDiscretion.DatabaseSource)
            .AddProcessor(new SpanDiscretion())
            .AddOtlpExporter()
            .Build();
        var metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService(name))
            .AddMeter(TelemetryOptions.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", DriverMeter, "System.Runtime")
            .AddView(instrument => instrument.Meter.Name == DriverMeter ? new MetricStreamConfiguration { TagKeys = DriverTags } : null)
            .AddOtlpExporter()
            .Build();
        return new Telemetry(traces, metrics);
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }
}
