using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Tests.Changes;

/// <summary>A persona's open subscription; what it is told is taken one by one.</summary>
internal sealed class Listener : IAsyncDisposable
{
    public const string Fields = "cursor type kind version documentId by { party { code } } document { id title }";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly CancellationTokenSource _cut;
    private readonly IAsyncEnumerator<ResponseResult> _responses;
    private Task<bool> _coming = Task.FromResult(true);

    private Listener(SubscriptionResult subscription, CancellationTokenSource cut) =>
        (_responses, _cut) = (subscription.Responses.GetAsyncEnumerator(cut.Token), cut);

    /// <summary>Subscribes to a field; when this returns, nothing that happens is missed any more.</summary>
    public static async Task<Listener> StartAsync(NetworkFixture network, string? persona, string field = "changes", string fields = Fields)
    {
        var cut = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var result = await ExecuteAsync(network, persona, $"{field} {{ {fields} }}", cut.Token);
        return new Listener(Assert.IsType<SubscriptionResult>(result), cut);
    }

    /// <summary>The error with which a subscription is refused.</summary>
    public static async Task<string> RefusalAsync(NetworkFixture network, string? persona, string field)
    {
        var result = await ExecuteAsync(network, persona, $"{field} {{ {Fields} }}", TestContext.Current.CancellationToken);
        var error = Assert.Single(Assert.IsType<RequestErrorResult>(result).Errors);
        return $"{error.Code} {string.Join('/', error.Path ?? [])}: {error.Message}";
    }

    /// <summary>The whole response that comes next; null when the stream has ended.</summary>
    public async Task<JsonElement?> ResponseAsync()
    {
        _coming = _responses.MoveNextAsync().AsTask();
        if (!await _coming.WaitAsync(Patience, TestContext.Current.CancellationToken))
        {
            return null;
        }

        using var response = _responses.Current;
        return JsonElement.Parse(response.Utf8Json.ToArray());
    }

    /// <summary>The change that comes next.</summary>
    public async Task<JsonElement> NextAsync()
    {
        var response = await ResponseAsync() ?? throw new InvalidOperationException("The stream has ended.");
        Assert.False(response.TryGetProperty("errors", out _), response.ToString());
        return response.GetProperty("data").EnumerateObject().Single().Value;
    }

    /// <summary>The changes that come next, in words: <c>ASSESSMENT_PUBLISHED 4 by GHA: Title</c>.</summary>
    public async Task<string[]> NextAsync(int count)
    {
        var changes = new string[count];
        for (var i = 0; i < count; i++)
        {
            changes[i] = Words(await NextAsync());
        }

        return changes;
    }

    /// <summary>Whether nothing comes for a while; the subscription is cut afterwards.</summary>
    public async Task<bool> IsSilentAsync()
    {
        var next = _responses.MoveNextAsync().AsTask();
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        await _cut.CancelAsync();
        return !await next;
    }

    /// <summary>A change in words.</summary>
    public static string Words(JsonElement change)
    {
        var version = change.GetProperty("version") is { ValueKind: JsonValueKind.Number } number ? $" {number}" : "";
        var by = change.GetProperty("by") is { ValueKind: JsonValueKind.Object } office
            ? $" by {office.GetProperty("party").GetProperty("code").GetString()}"
            : "";
        var title = change.GetProperty("document") is { ValueKind: JsonValueKind.Object } document
            ? $": {document.GetProperty("title").GetString()}"
            : "";
        return $"{change.GetProperty("type").GetString()}{version}{by}{title}";
    }

    /// <summary>The connection is cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _cut.CancelAsync();
        await ((Task)_coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _responses.DisposeAsync();
        _cut.Dispose();
    }

    private static ValueTask<OperationResult> ExecuteAsync(
        NetworkFixture network, string? persona, string selection, CancellationToken cancellation) =>
        network.Services.GetRequiredService<IOperationExecutor>().ExecuteAsync(
            new GraphQLRequest
            {
                Query = Encoding.UTF8.GetBytes($"subscription {{ {selection} }}"),
                User = NetworkFixture.Principal(persona),
            },
            cancellation);
}
