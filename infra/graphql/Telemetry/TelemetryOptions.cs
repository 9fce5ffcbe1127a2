namespace R2P.GraphQL.Telemetry;

/// <summary>What spans say beyond the default. They are made by the source, and figures by the meter, named <see cref="Name"/>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The name of the engine's <see cref="System.Diagnostics.ActivitySource"/> and <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Name = "R2P.GraphQL";

    /// <summary>Whether a request's span carries the document's text. It may hold literals, and those somebody's data. Default false.</summary>
    public bool RecordDocuments { get; set; }

    /// <summary>
    /// Whether a request's span is called after its operation (<c>query Inbox</c>) and not after its type alone (<c>query</c>). Clients choose the
    /// names: only where the documents are registered is their number bounded. Default false, as the conventions advise.
    /// </summary>
    public bool NameSpansByOperation { get; set; }
}
