using R2P.GraphQL;
using R2P.GraphQL.Persisted;

namespace R2P.Api.Hosting;

/// <summary>The service's settings, from environment variables that begin with <c>R2P__</c> (see the README's table).</summary>
public sealed class ServiceOptions
{
    /// <summary>The port on the loopback interface. Default 5080.</summary>
    public int Port { get; set; } = 5080;

    /// <summary>Where the embedded database and the development key live. Default <c>.r2p</c> below the working directory.</summary>
    public string DataDirectory { get; set; } = ".r2p";

    /// <summary>Whether an empty database is filled with the sample network. Default true in Development, false elsewhere.</summary>
    public bool? SampleNetwork { get; set; }

    /// <summary>Who may read the schema from the service. Default: everyone in Development, who is signed in elsewhere.</summary>
    public IntrospectionPolicy? Introspection { get; set; }

    public DatabaseOptions Database { get; set; } = new();

    public AuthenticationOptions Authentication { get; set; } = new();

    /// <summary>The origins, beside the service's own, from which browsers may open WebSockets.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    public GraphQLSettings GraphQL { get; set; } = new();

    /// <summary>A database of one's own. Without it the service starts a private PostgreSQL.</summary>
    public sealed class DatabaseOptions
    {
        /// <summary>The login under which requests run: a member of <c>r2p_service</c>.</summary>
        public string? ServiceConnectionString { get; set; }

        /// <summary>The login that owns the tables and migrates them.</summary>
        public string? OwnerConnectionString { get; set; }

        /// <summary>The <c>bin</c> directory of the PostgreSQL that the private server runs; when null, the machine is searched.</summary>
        public string? BinariesDirectory { get; set; }

        /// <summary>Checks what belongs together.</summary>
        /// <exception cref="StartupException">One login is set, and the other is not.</exception>
        public void Validate()
        {
            if (ServiceConnectionString is null != OwnerConnectionString is null)
            {
                throw new StartupException(
                    "Set both R2P__Database__ServiceConnectionString and R2P__Database__OwnerConnectionString, or neither.");
            }
        }
    }

    /// <summary>Who signs the tokens.</summary>
    public sealed class AuthenticationOptions
    {
        /// <summary>The OpenID Connect issuer; its keys are found by discovery. Required outside Development.</summary>
        public string? Authority { get; set; }

        /// <summary>What a token must be meant for.</summary>
        public string Audience { get; set; } = "r2p-api";
    }

    /// <summary>In which forms GraphQL requests are taken.</summary>
    public sealed class GraphQLSettings
    {
        /// <summary>The folder of registered documents: <c>ID.graphql</c>, or maps from id to text in <c>*.json</c>.</summary>
        public string? DocumentsDirectory { get; set; }

        /// <summary>Whether the documents that <c>documents add</c> registers in the database run by their ids.</summary>
        public bool StoredDocuments { get; set; }

        /// <summary>What happens to documents that are not registered.</summary>
        public TrustedDocumentsMode TrustedDocuments { get; set; }

        /// <summary>Whether clients may teach the service documents by their hash.</summary>
        public bool AutomaticQueries { get; set; } = true;

        /// <summary>Requests that one POST may carry as a JSON array; with less than 2, arrays are refused.</summary>
        public int MaxBatchSize { get; set; } = 10;
    }

    /// <summary>Checks what belongs together.</summary>
    /// <exception cref="StartupException">A setting is missing or contradicts another.</exception>
    public void Validate(bool isDevelopment)
    {
        if (Port is < 0 or > 65535)
        {
            throw new StartupException($"R2P__Port is {Port}; a port lies between 0 and 65535.");
        }

        Database.Validate();
        if (GraphQL is { TrustedDocuments: TrustedDocumentsMode.Enforce, DocumentsDirectory: null, StoredDocuments: false })
        {
            throw new StartupException(
                "R2P__GraphQL__TrustedDocuments is Enforce, but there are no documents: set R2P__GraphQL__DocumentsDirectory or "
                + "R2P__GraphQL__StoredDocuments.");
        }

        if (Authentication.Authority is null && !isDevelopment)
        {
            throw new StartupException(
                "No OpenID Connect authority is configured. Set R2P__Authentication__Authority to the issuer's URL; "
                + "only in Development (DOTNET_ENVIRONMENT=Development) does the service sign tokens itself.");
        }

        if (Authentication.Authority is { } authority
            && !(Uri.TryCreate(authority, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || (isDevelopment && uri.Scheme == Uri.UriSchemeHttp))))
        {
            throw new StartupException("R2P__Authentication__Authority must be an https URL.");
        }
    }
}

/// <summary>The service can't start; the message says why and what to do.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
