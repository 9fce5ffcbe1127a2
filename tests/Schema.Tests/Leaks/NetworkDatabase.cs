using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Tests.Leaks;

/// <summary>The service's domain on one database, at a time that stands still.</summary>
internal sealed class NetworkDatabase(DocumentStoreOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly ServiceProvider _services = NetworkFixture.Compose(options, time, graphql =>
    {
        // What is compared is broad on purpose.
        graphql.MaxTypeCost = graphql.MaxFieldCost = int.MaxValue;
        graphql.MaxFields = graphql.MaxAliases = graphql.MaxTokens = 200_000;
    });

    private IOperationExecutor Executor => _services.GetRequiredService<IOperationExecutor>();

    public Task StartAsync() => _services.GetRequiredService<EventLog>().StartAsync(CancellationToken.None);

    /// <summary>The response to a persona (null: nobody).</summary>
    public async Task<JsonElement> AskAsync(string? persona, string query, object? variables = null) =>
        NetworkFixture.Read(await Executor.ExecuteAsync(NetworkFixture.Request(persona, query, variables), CancellationToken.None));

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

    /// <summary>The database was made anew under the same name: its connections lead nowhere.</summary>
    public void ForgetConnections() => _services.GetRequiredService<DocumentStore>().Service.Clear();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>A time that does not pass.</summary>
internal sealed class StandingTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
