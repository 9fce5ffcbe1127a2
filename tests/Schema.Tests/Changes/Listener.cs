using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Tests.Changes;

/// <summary>
/// A persona's open subscription, as a transport takes it: in the stream, or past it where the service can tell at once. What it is told is taken one by one.
/// </summary>
internal sealed class Listener : IAsyncDisposable
{
    public const string Fields = "cursor type kind version documentId by { party { code } } document { id title }";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly CancellationTokenSource _cut;
    private readonly Channel<ResponseResult> _told = Channel.CreateUnbounded<ResponseResult>();
    private readonly Task _listening;

    private Listener(SubscriptionResult subscription, CancellationTokenSource cut)
    {
        _cut = cut;
        subscription.TrySend = TrySend;
        _listening = ListenAsync(subscription.Responses);
    }

    /// <summary>How many responses came past the stream.</summary>
    public int ToldAtOnce { get; private set; }

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
        if (!await _told.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken))
        {
            return null;
        }

        using var response = await _told.Reader.ReadAsync(TestContext.Current.CancellationToken);
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
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        await _cut.CancelAsync();
        await _listening;
        return !_told.Reader.TryRead(out _);
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
        await _listening;
        _cut.Dispose();
    }

    private bool TrySend(ResponseResult response)
    {
        ToldAtOnce++;
        return _told.Writer.TryWrite(response);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whoever takes the next response meets it.")]
    private async Task ListenAsync(IAsyncEnumerable<ResponseResult> responses)
    {
        try
        {
            await foreach (var response in responses.WithCancellation(_cut.Token))
            {
                await _told.Writer.WriteAsync(response);
            }

            _told.Writer.Complete();
        }
        catch (Exception failure)
        {
            _told.Writer.Complete(failure);
        }
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
