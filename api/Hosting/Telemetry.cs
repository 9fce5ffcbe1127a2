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

    /// <summary>Starts sending; null, and nothing listens, if no endpoint is configured.</summary>
    public static Telemetry? Start(IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[EndpointVariable]))
        {
            return null;
        }

        var name = configuration[NameVariable] is { Length: > 0 } configured ? configured : DefaultName;
        var traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService(name))
            .AddSource(TelemetryOptions.Name, SpanDiscretion.WebSource, SpanDiscretion.DatabaseSource)
            .AddProcessor(new SpanDiscretion())
            .AddOtlpExporter()
            .Build();
        var metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService(name))
            .AddMeter(TelemetryOptions.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
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
