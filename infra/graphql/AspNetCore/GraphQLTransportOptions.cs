namespace R2P.GraphQL.AspNetCore;

/// <summary>
/// How the endpoint treats its clients' sockets and event streams. What a request may cost stands in <see cref="GraphQLOptions"/>, for every transport.
/// </summary>
public sealed class GraphQLTransportOptions
{
    /// <summary>
    /// The origins, as <c>https://example.org</c>, whose pages may open a WebSocket beside those of the service's own host; <c>*</c> stands for
    /// every origin. Clients that send no Origin are no browsers and always may. For HTTP, configure CORS in the host.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Requests that one POST may carry as a JSON array; with less than 2, arrays are refused. Default 10.</summary>
    public int MaxBatchSize { get; set; } = 10;

    /// <summary>How long a socket may take to send <c>connection_init</c> before it is closed with 4408. Default 10 seconds.</summary>
    public TimeSpan ConnectionInitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a silent socket is pinged, and how long it may take to answer before it counts as dead; how often an event stream gets a
    /// comment. Default 20 seconds.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long a client may take no byte of what is ready for it before its socket is closed with 4413, or its event stream cut off. Until then
    /// its operations wait: one message of each is held, never a queue. Default 10 seconds.
    /// </summary>
    public TimeSpan SlowConsumerTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the closing handshake of a socket, or the end of an event stream, may take before the connection is cut. Default 5 seconds.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Operations that may run on one socket, or share one event stream, at a time. Default 100.</summary>
    public int MaxOperationsPerSocket { get; set; } = 100;

    /// <summary>How long a reserved event stream waits to be opened. Default 10 seconds.</summary>
    public TimeSpan EventStreamReservationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Event streams that one caller may have reserved or open, of those that operations share. Default 20.</summary>
    public int MaxEventStreamsPerCaller { get; set; } = 20;

    /// <summary>Event streams that may be reserved or open in all, of those that operations share. Default 10,000.</summary>
    public int MaxEventStreams { get; set; } = 10_000;
}
