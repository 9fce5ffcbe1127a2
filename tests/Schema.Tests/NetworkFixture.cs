using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;
using R2P.Schema.SampleNetwork;
using R2P.Tests;

namespace R2P.Schema.Tests;

/// <summary>The whole domain on a database of its own, with the sample network; asked as the personas ask, through the GraphQL executor.</summary>
public sealed class NetworkFixture(PostgresFixture postgres) : IAsyncLifetime
{
    internal const string Issuer = "https://issuer.example";
    private ServiceProvider? _services;

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The network has not started.");

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>For a test that needs a network of its own.</summary>
    public PostgresFixture Postgres => postgres;

    private IOperationExecutor Executor => Services.GetRequiredService<IOperationExecutor>();

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync("sample network", FillAsync, MigrationSource.FromAssembly(typeof(SchemaServices).Assembly));
        _services = Compose(Database.Options);
        await Services.GetRequiredService<EventLog>().StartAsync(CancellationToken.None);
    }

    internal static async Task FillAsync(TestDatabase database)
    {
        await using var services = Compose(database.Options);
        await services.LoadNetworkAsync(Issuer);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    /// <summary>The response to a persona (null: nobody) as JSON: <c>data</c>, <c>errors</c>.</summary>
    public async Task<JsonElement> AskAsync(string? persona, string query, object? variables = null)
    {
        var result = await Executor.ExecuteAsync(Request(persona, query, variables), TestContext.Current.CancellationToken);
        return Read(result);
    }

    /// <summary>The <c>data</c> of a response that must have no errors.</summary>
    public async Task<JsonElement> DataAsync(string? persona, string query, object? variables = null)
    {
        var response = await AskAsync(persona, query, variables);
        Assert.False(response.TryGetProperty("errors", out _), response.ToString());
        return response.GetProperty("data");
    }

    /// <summary>The responses of a subscription, as they come, until the token is cancelled.</summary>
    public async IAsyncEnumerable<JsonElement> SubscribeAsync(
        string? persona,
        string subscription,
        object? variables = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var result = await Executor.ExecuteAsync(Request(persona, subscription, variables), cancellation);
        if (result is not SubscriptionResult stream)
        {
            yield return Read(result);
            yield break;
        }

        await foreach (var response in stream.Responses.WithCancellation(cancellation))
        {
            yield return Read(response);
        }
    }

    /// <summary>The caller that a persona's token names.</summary>
    public static ClaimsPrincipal Principal(string? persona) => persona is null
        ? new ClaimsPrincipal(new ClaimsIdentity())
        : new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim("iss", Issuer), new Claim("sub", SamplePersonas.SubjectOf(persona))], authenticationType: "test"));

    /// <summary>The schema is the same on every database: it is built once for all tests.</summary>
    private static readonly Lazy<GraphQLSchema> SharedSchema = new(() =>
    {
        using var services = Describe().AddDocuments(_ => throw new InvalidOperationException("A schema needs no database.")).BuildServiceProvider();
        return services.GetRequiredService<GraphQLSchema>();
    });

    /// <summary>The domain's services on a database.</summary>
    internal static ServiceProvider Compose(
        DocumentStoreOptions options,
        TimeProvider? time = null,
        Action<GraphQLOptions>? limits = null,
        ILoggerProvider? log = null,
        Action<IServiceCollection>? change = null)
    {
        var services = Describe()
            .AddLogging(logging => logging.AddProvider(log ?? NullLoggerProvider.Instance))
            .AddSingleton(time ?? TimeProvider.System)
            .AddDocuments(_ => options)
            .AddSingleton(SharedSchema.Value)
            .Configure(limits ?? (_ => { }));
        change?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static IServiceCollection Describe() => new ServiceCollection()
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
        .AddNetwork()
        .AddGraphQL(graphql => graphql.AddNetwork());

    internal static GraphQLRequest Request(string? persona, string query, object? variables) => new()
    {
        Query = Encoding.UTF8.GetBytes(query),
        Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables, JsonSerializerOptions.Web),
        User = Principal(persona),
    };

    internal static JsonElement Read(OperationResult result)
    {
        switch (result)
        {
            case ResponseResult response:
                using (response)
                {
                    return JsonElement.Parse(System.Buffers.BuffersExtensions.ToArray(response.Utf8Json));
                }

            case RequestErrorResult refused:
                return JsonSerializer.SerializeToElement(
                    new { errors = refused.Errors.Select(error => new { error.Message, error.Code, error.Locations, error.Path }) },
                    JsonSerializerOptions.Web);
            default:
                throw new InvalidOperationException($"Unexpected {result.GetType().Name}.");
        }
    }
}
