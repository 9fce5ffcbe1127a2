namespace R2P.GraphQL.AspNetCore;

/// <summary>How the endpoint treats its clients' sockets. What a request may cost stands in <see cref="GraphQLOptions"/>, for every transport.</summary>
public sealed class GraphQLTransportOptions
{
    /// <summary>
    /// The origins, as <c>https://example.org</c>, whose pages may open a WebSocket beside those of the service's own host; <c>*</c> stands for
    /// every origin. Clients that send no Origin are no browsers and always may. For HTTP, configure CORS in the host.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>How long a socket may take to send <c>connection_init</c> before it is closed with 4408. Default 10 seconds.</summary>
    public TimeSpan ConnectionInitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a silent socket is pinged, and how long it may take to answer before it counts as dead. Default 20 seconds.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long a client may take no byte of what is ready for it before it is closed with 4413. Until then its operations wait:
    /// a socket holds one message of each operation, never a queue. Default 10 seconds.
    /// </summary>
    public TimeSpan SlowConsumerTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the closing handshake may take before the connection is cut. Default 5 seconds.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Operations that may run on one socket at a time. Default 100.</summary>
    public int MaxOperationsPerSocket { get; set; } = 100;
}
