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

    /// <summary>Items that come at once of a list that is read piece by piece (<see cref="IAsyncEnumerable{T}"/>). Default 10,000.</summary>
    public int MaxReadItems { get; set; } = 10_000;

    /// <summary>Aliases of a document. Default 500.</summary>
    public int MaxAliases { get; set; } = 500;

    /// <summary>Directives of a document. Default 500.</summary>
    public int MaxDirectives { get; set; } = 500;

    /// <summary>Directives at one place of a document: on one field, say. Default 16.</summary>
    public int MaxDirectivesPerLocation { get; set; } = 16;

    /// <summary>Items of a list in a document or in variables. Default 1,000.</summary>
    public int MaxListItems { get; set; } = 1_000;

    /// <summary>Values in the variables of a request, counting lists and objects and all that they hold. Default 10,000.</summary>
    public int MaxVariableValues { get; set; } = 10_000;

    /// <summary>Objects that an operation may come to at most, each with its weight (see Limits/README.md). Default 50,000.</summary>
    public int MaxTypeCost { get; set; } = 50_000;

    /// <summary>Calls of resolvers that an operation may come to at most, each with its weight. Default 50,000.</summary>
    public int MaxFieldCost { get; set; } = 50_000;

    /// <summary>How many items the cost of a list counts for which neither a page nor <c>@listSize</c> says more. Default 10.</summary>
    public int AssumedListSize { get; set; } = 10;

    /// <summary>Who may read the schema from the service. Default: everyone.</summary>
    public IntrospectionPolicy Introspection { get; set; }

    /// <summary>Errors after which validation stops. Default 100, as graphql-js.</summary>
    public int MaxValidationErrors { get; set; } = 100;

    /// <summary>Steps that validation may take before it refuses a document. Default 1,000,000.</summary>
    public int MaxValidationSteps { get; set; } = 1_000_000;

    /// <summary>Operation plans kept. Default 1,000.</summary>
    public int PlanCacheSize { get; set; } = 1_000;

    /// <summary>Time of one query or mutation. Default 30 seconds.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Documents that requests name instead of sending them.</summary>
    public PersistedOptions Persisted { get; } = new();

    /// <summary>What observers are told.</summary>
    public TelemetryOptions Telemetry { get; } = new();
}
