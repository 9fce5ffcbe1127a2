using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>
/// One socket of the graphql-transport-ws protocol, from its handshake to its end. Messages are read one after the other; operations run beside
/// them. Whoever first finds a reason to close decides it; then the operations stop and the close frame goes out.
/// </summary>
internal sealed class SocketConnection : IDisposable
{
    private static readonly HashSet<OperationKind> AllKinds =
        [OperationKind.Query, OperationKind.Mutation, OperationKind.Subscription];

    private readonly HttpContext _context;
    private readonly WebSocket _socket;
    private readonly SocketSettings _settings;
    private readonly TaskCompletionSource<SocketClose> _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ended = new();
    private readonly SocketReader _reader;
    private readonly SocketWriter _writer;
    private readonly SocketOperations _operations;
    private readonly ITimer _initTimer;
    private TokenExpiry? _expiry;
    private bool _initReceived;
    private ClaimsPrincipal? _user;

    public SocketConnection(HttpContext context, WebSocket socket, SocketSettings settings)
    {
        (_context, _socket, _settings) = (context, socket, settings);
        var options = settings.Transport;
        _reader = new SocketReader(socket, settings.Limits.MaxRequestBytes);
        _writer = new SocketWriter(socket, options.SlowConsumerTimeout, settings.Time, () => Close(SocketClose.SlowConsumer));
        _operations = new SocketOperations(
            settings.Executor, _writer, settings.Failures, options.MaxOperationsPerSocket, _ended.Token);
        _initTimer = settings.Time.CreateTimer(
            _ => Close(SocketClose.InitTimeout), state: null, options.ConnectionInitTimeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Serves the socket until it is closed by either side, lost, or <paramref name="stopping"/>.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        await using var stop = stopping.Register(() => Close(SocketClose.GoingAway));
        await using var lost = _context.RequestAborted.Register(() => Close(SocketClose.Normal));
        var reading = ReadAsync();
        var close = await _closing.Task;
        await _ended.CancelAsync();
        await FinishAsync(close, reading);
        await _operations.WhenEndedAsync();
    }

    public void Dispose()
    {
        _initTimer.Dispose();
        _expiry?.Dispose();
        _reader.Dispose();
        _writer.Dispose();
        _ended.Dispose();
    }

    /// <summary>Ends the socket with this close code, unless it is already ending.</summary>
    public void Close(SocketClose close) => _closing.TrySetResult(close);

    [SuppressMessage("Design", "CA1031", Justification = "The boundary of a socket: what is unexpected is logged, and the socket closed.")]
    private async Task ReadAsync()
    {
        try
        {
            while (!_closing.Task.IsCompleted && await _reader.ReadAsync() is { } message)
            {
                await HandleAsync(message);
            }

            Close(SocketClose.Normal);
        }
        catch (SocketCloseException exception)
        {
            Close(exception.Close);
        }
        catch (TransportException exception)
        {
            Close(SocketClose.Invalid(exception.Message));
        }
        catch (Exception exception) when (_closing.Task.IsCompleted || exception is WebSocketException)
        {
            Close(SocketClose.Normal);
        }
        catch (Exception exception)
        {
            _settings.Failures.Report(exception);
            Close(SocketClose.Failed);
        }
    }

    private ValueTask HandleAsync(ReadOnlyMemory<byte> json)
    {
        var maxDepth = _settings.Limits.MaxDepth;
        var message = ClientMessage.Parse(json.Span, maxDepth);
        switch (message.Type)
        {
            case ClientMessageType.ConnectionInit:
                return InitializeAsync(message.Payload);
            case ClientMessageType.Ping:
                var pong = message.Payload.IsEmpty ? ServerMessage.Pong : ServerMessage.PongWith(message.Payload);
                return _writer.SendAsync(pong, _ended.Token);
            case ClientMessageType.Subscribe when _user is null:
                throw new SocketCloseException(SocketClose.Unauthorized);
            case ClientMessageType.Subscribe:
                var request = RequestJson.Parse(message.Payload, maxDepth).ToRequest(_user, AllKinds, incremental: true);
                return _operations.StartAsync(message.Id!, request);
            case ClientMessageType.Complete:
                _operations.Complete(message.Id!);
                return ValueTask.CompletedTask;
            default:
                return ValueTask.CompletedTask;
        }
    }

    private ValueTask InitializeAsync(ReadOnlySpan<byte> payload)
    {
        if (_initReceived)
        {
            throw new SocketCloseException(SocketClose.TooManyInits);
        }

        _initReceived = true;
        _initTimer.Dispose();
        return AuthenticateAsync(payload.IsEmpty ? null : RequestJson.ParseMap(payload, "payload", _settings.Limits.MaxDepth));
    }

    private async ValueTask AuthenticateAsync(System.Text.Json.JsonElement? payload)
    {
        var user = await _settings.Authenticator.AuthenticateAsync(_context, payload, _ended.Token)
            ?? throw new SocketCloseException(SocketClose.Forbidden);
        _expiry = TokenExpiry.Watch(user, _settings.Time, () => Close(SocketClose.Expired));
        _user = user;
        await _writer.SendAsync(ServerMessage.ConnectionAck, _ended.Token);
    }

    /// <summary>RFC 6455 §7: says why, waits for the client's answer for a while, and cuts the connection if there is none.</summary>
    private async Task FinishAsync(SocketClose close, Task reading)
    {
        using var patience = new CancellationTokenSource(_settings.Transport.CloseTimeout, _settings.Time);
        await using var cut = patience.Token.Register(_socket.Abort);
        try
        {
            await _writer.CloseAsync(close, patience.Token);
            await reading;
            await _reader.DrainAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            _socket.Abort();
        }

        await reading;
    }
}
