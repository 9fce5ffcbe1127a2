using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Attachments;
using R2P.Schema.Catalogue;
using R2P.Schema.Recalls;
using R2P.Schema.Transfer;

namespace R2P.Schema.Tests.Leaks;

/// <summary>The service's domain on one database.</summary>
internal sealed class NetworkDatabase(DocumentStoreOptions options, TimeProvider time, Action<IServiceCollection>? change = null) : IAsyncDisposable
{
    private readonly ServiceProvider _services = NetworkFixture.Compose(options, time, Broad, Faults, change);

    /// <summary>What went wrong inside of any service.</summary>
    public static FaultLog Faults { get; } = new();

    private IOperationExecutor Executor => _services.GetRequiredService<IOperationExecutor>();

    public async Task StartAsync()
    {
        await _services.GetRequiredService<EventLog>().StartAsync(CancellationToken.None);
        await _services.GetRequiredService<CatalogueKeeper>().ReadAsync(CancellationToken.None);
    }

    /// <summary>The response to a persona (null: nobody).</summary>
    public async Task<JsonElement> AskAsync(string? persona, string query, object? variables = null) =>
        NetworkFixture.Read(await Executor.ExecuteAsync(NetworkFixture.Request(persona, query, variables), CancellationToken.None));

    /// <summary>What an export sends, and whether it was refused.</summary>
    public async Task<string> ExportAsync(string? persona, string query, string format)
    {
        var (status, sent) = await SendAsync(persona, routes => routes.MapExport("/export"), request =>
        {
            request.ContentType = "application/json";
            request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { query }));
            request.Headers.Accept = format;
        });
        return $"{status}\n{sent}";
    }

    /// <summary>Adds a file to a document.</summary>
    /// <returns>Its id; null if it was refused.</returns>
    public async Task<string?> AttachAsync(string persona, string document)
    {
        var (status, sent) = await SendAsync(persona, routes => routes.MapAttachments(), request =>
        {
            request.QueryString = QueryString.Create([KeyValuePair.Create("document", (string?)document), KeyValuePair.Create("name", (string?)"notes.txt")]);
            request.ContentType = "application/octet-stream";
            request.Body = new MemoryStream("Grazing by the river."u8.ToArray());
        });
        return status == StatusCodes.Status201Created ? JsonElement.Parse(sent).GetProperty("id").GetString() : null;
    }

    /// <summary>What the first of some endpoints answers.</summary>
    private async Task<(int Status, string Sent)> SendAsync(string? persona, Action<IEndpointRouteBuilder> map, Action<HttpRequest> write)
    {
        await using var scope = _services.CreateAsyncScope();
        var routes = new Routes(scope.ServiceProvider);
        map(routes);
        using var sent = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = NetworkFixture.Principal(persona),
            Request = { Method = HttpMethods.Post },
            Response = { Body = sent },
        };
        write(context.Request);
        await routes.DataSources.SelectMany(source => source.Endpoints).First().RequestDelegate!(context);
        await context.Response.BodyWriter.FlushAsync();
        return (context.Response.StatusCode, Encoding.UTF8.GetString(sent.ToArray()));
    }

    /// <summary>What a subscription tells until it has been silent for a while.</summary>
    public async Task<IReadOnlyList<string>> ListenAsync(string? persona, string subscription, object variables, int expected)
    {
        using var enough = new CancellationTokenSource();
        var told = new List<string>();
        if (await Executor.ExecuteAsync(NetworkFixture.Request(persona, subscription, variables), enough.Token) is not SubscriptionResult stream)
        {
            return told;
        }

        enough.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            await foreach (var response in stream.Responses.WithCancellation(enough.Token))
            {
                told.Add(NetworkFixture.Read(response).ToString());
                if (told.Count >= expected)
                {
                    // Whatever comes beyond what the log's query told is a difference, too.
                    enough.CancelAfter(TimeSpan.FromMilliseconds(200));
                }
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // It said all that it had to say.
        }

        return told;
    }

    /// <summary>Those who could read what has expired are told so.</summary>
    public Task TellExpiredAsync() => _services.GetRequiredService<ExpiredShares>().TellAsync(CancellationToken.None);

    /// <summary>The database was made anew under the same name: its connections lead nowhere.</summary>
    public void ForgetConnections() => _services.GetRequiredService<DocumentStore>().Service.Clear();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>What is compared is broad on purpose.</summary>
    private static void Broad(GraphQLOptions graphql)
    {
        graphql.MaxTypeCost = graphql.MaxFieldCost = int.MaxValue;
        graphql.MaxFields = graphql.MaxAliases = graphql.MaxTokens = 200_000;
    }

    /// <summary>Endpoints without a host.</summary>
    private sealed class Routes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}

/// <summary>Keeps what services log as an error: what a client is told of it says nothing.</summary>
internal sealed class FaultLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>The latest.</summary>
    public string Latest => _faults.LastOrDefault() ?? "";

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _faults.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
        // It holds nothing.
    }
}

/// <summary>The clock, until it is stopped.</summary>
internal sealed class StoppableTime : TimeProvider
{
    private DateTimeOffset? _stoppedAt;

    public void Stop() => _stoppedAt = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _stoppedAt ?? System.GetUtcNow();
}
