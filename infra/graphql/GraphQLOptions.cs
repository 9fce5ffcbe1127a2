using R2P.GraphQL.Persisted;
using R2P.GraphQL.Telemetry;

namespace R2P.GraphQL;

/// <summary>What the engine may be asked for at most, and how long it may take. Every limit is answered with its code and figure.</summary>
public sealed class GraphQLOptions
{
    /// <summary>Bytes of an HTTP body or a WebSocket message. Default 1 MiB.</summary>
    public int MaxRequestBytes { get; set; } = 1024 * 1024;

    /// <summary>Tokens of a document (§2.1.6). Default 15,000.</summary>
    public int MaxTokens { get; set; } = 15_000;

    /// <summary>Nesting of selection sets, values and types in a document, and of variables. Default 64.</summary>
    public int MaxDepth { get; set; } = 64;

    /// <summary>Fields of an operation after its fragments are spread. Default 5,000.</summary>
    public int MaxFields { get; set; } = 5_000;

    /// <summary>
    /// Parts of one response that may be announced to come later: a <c>@defer</c> counts once for each object, a <c>@stream</c> once for each list.
    /// Default 10,000.
    /// </summary>
    public int MaxPendingParts { get; set; } = 10_000;

    /// <summary>Errors after which validation stops. Default 100, as graphql-js.</summary>
    public int MaxValidationErrors { get; set; } = 100;

    /// <summary>Steps that validation may take before it refuses a document. Default 2,000,000.</summary>
    public int MaxValidationSteps { get; set; } = 2_000_000;

    /// <summary>Operation plans kept. Default 1,000.</summary>
    public int PlanCacheSize { get; set; } = 1_000;

    /// <summary>Time of one query or mutation. Default 30 seconds.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Documents that requests name instead of sending them.</summary>
    public PersistedOptions Persisted { get; } = new();

    /// <summary>What observers are told.</summary>
    public TelemetryOptions Telemetry { get; } = new();
}
