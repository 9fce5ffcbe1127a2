using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace R2P.Api.Tests.Attacks;

/// <summary>What came of an attack: the code of the last error, "answered", an HTTP status or a close code; and how long that took.</summary>
internal sealed record Outcome(string What, TimeSpan Time);

/// <summary>Sends one request over each transport.</summary>
internal sealed class AttackClient(ServiceProcess service, string token) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http = new();
    private ClientWebSocket? _socket;
    private int _operations;

    public const string Answered = "answered";

    /// <summary>Refused before GraphQL, by status 414 or by hanging up.</summary>
    public const string TooLongForUrl = "too long for a URL";

    public Task<Outcome> PostAsync(Attack attack, string accept)
    {
        var body = attack.Utf8;
        return TimeAsync(async () =>
        {
            using var request = Request(HttpMethod.Post, service.Endpoint, accept);
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return await SendAsync(request);
        });
    }

    public Task<Outcome> GetAsync(Attack attack)
    {
        var address = new Uri(service.Endpoint + attack.Url);
        return TimeAsync(async () =>
        {
            using var request = Request(HttpMethod.Get, address, Answer.MediaType);
            try
            {
                return await SendAsync(request);
            }
            catch (HttpRequestException hungUp) when (hungUp.InnerException is IOException { InnerException: SocketException })
            {
                // The service answers as soon as a URL is too long and hangs up; a client that is still writing never reads that answer (RFC 9112 §9.6).
                return TooLongForUrl;
            }
        });
    }

    public async Task<Outcome> SubscribeAsync(Attack attack)
    {
        var socket = _socket?.State == WebSocketState.Open ? _socket : _socket = await OpenAsync();
        var message = Encoding.UTF8.GetBytes($$"""{"id":"{{_operations++}}","type":"subscribe","payload":{{attack.Json}}}""");
        return await TimeAsync(async () =>
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            while (true)
            {
                if (await ReceiveAsync(socket) is not { } answer)
                {
                    return $"closed with {(int?)socket.CloseStatus}";
                }

                switch (answer.GetProperty("type").GetString())
                {
                    case "error":
                        return CodeOf(answer.GetProperty("payload"));
                    case "complete":
                        return Answered;
                }
            }
        });
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _socket?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<Outcome> TimeAsync(Func<Task<string>> send)
    {
        var started = Stopwatch.GetTimestamp();
        var what = await send();
        return new Outcome(what, Stopwatch.GetElapsedTime(started));
    }

    private HttpRequestMessage Request(HttpMethod method, Uri address, string accept)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            body = body.Split('\n').First(line => line.StartsWith("data: {", StringComparison.Ordinal))["data: ".Length..];
        }

        return response.StatusCode == HttpStatusCode.RequestUriTooLong ? TooLongForUrl
            : JsonElement.Parse(body).TryGetProperty("errors", out var errors) ? CodeOf(errors)
            : Answered;
    }

    private static string CodeOf(JsonElement errors) =>
        errors[errors.GetArrayLength() - 1].GetProperty("extensions").GetProperty("code").GetString()!;

    private async Task<ClientWebSocket> OpenAsync()
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(service.Endpoint) { Scheme = "ws" }.Uri, CancellationToken.None);
        var init = JsonSerializer.SerializeToUtf8Bytes(new { type = "connection_init", payload = new { Authorization = $"Bearer {token}" } });
        await socket.SendAsync(init, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        Assert.Equal("connection_ack", (await ReceiveAsync(socket))?.GetProperty("type").GetString());
        return socket;
    }

    private static async Task<JsonElement?> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", patience.Token);
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonElement.Parse(message.ToArray());
            }
        }
    }
}
