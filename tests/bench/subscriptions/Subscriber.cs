using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace R2P.Bench.Subscriptions;

/// <summary>One client: a WebSocket with one subscription. Reads without parsing: the number of the event lies at a fixed place of each message.</summary>
internal sealed class Subscriber(string persona, string token) : IDisposable
{
    private const string Subscription =
        "subscription { changes(kinds: [ASSESSMENT]) { id cursor type version at by { name } "
        + "document { id kind title summary status version updatedAt tags ... on Assessment { country framework } } } }";

    /// <summary>
    /// Where the last twelve characters of the change's global id stand in a <c>next</c> message: the base64 of nine bytes, the last eight of which
    /// are the digits of the number.
    /// </summary>
    private static readonly int NumberAt = "{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"changes\":{\"id\":\"".Length + 40;

    private static readonly byte[] Receiving = new byte[256 * 1024];

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _rest = [];

    public string Persona => persona;

    public Socket Socket => _socket;

    /// <summary>Why the server closed the socket; null while it is open.</summary>
    public string? Closed { get; private set; }

    /// <summary>The numbers of the events in the order of their messages, and when each was received.</summary>
    public List<(int Number, long At)> Received { get; } = [];

    public long Bytes { get; private set; }

    /// <summary>Shakes hands and sends what has to be sent; answers are read with everything else.</summary>
    public void Connect(int port)
    {
        _socket.Connect(IPAddress.Loopback, port);
        Send(Encoding.ASCII.GetBytes(
            $"GET /graphql HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        var answer = ReadUntil("\r\n\r\n"u8);
        if (!answer.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(answer);
        }

        SendText($$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{token}}}"}}""");
        _ = ReadUntil("connection_ack\"}"u8);
        SendText($$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{Subscription}}}"}}""");
        _socket.Blocking = false;
    }

    /// <summary>Takes what has come.</summary>
    public void Read(long now)
    {
        _rest.CopyTo(Receiving, 0);
        var length = _rest.Length;
        var count = _socket.Receive(Receiving.AsSpan(length), SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return;
        }

        if (count == 0)
        {
            Closed ??= "connection lost";
            return;
        }

        Bytes += count;
        var all = Receiving.AsSpan(0, length + count);
        while (TryTakeFrame(ref all, out var opcode, out var payload))
        {
            Handle(opcode, payload, now);
        }

        _rest = all.ToArray();
    }

    public void Dispose() => _socket.Dispose();

    private void Handle(int opcode, ReadOnlySpan<byte> payload, long now)
    {
        switch (opcode)
        {
            case 1 when TryReadNumber(payload, out var number):
                Received.Add((number, now));
                break;
            case 1:
                Closed ??= Encoding.UTF8.GetString(payload);
                break;
            case 8:
                Closed ??= $"{BinaryPrimitives.ReadUInt16BigEndian(payload)} {Encoding.UTF8.GetString(payload[2..])}";
                break;
            case 9:
                SendFrame(0x8A, payload);
                break;
        }
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> message, out int number)
    {
        Span<byte> digits = stackalloc byte[9];
        number = 0;
        return message.Length > NumberAt + 12
            && Base64Url.TryDecodeFromUtf8(message.Slice(NumberAt, 12), digits, out _)
            && Utf8Parser.TryParse(digits[1..], out number, out var read, 'x')
            && read == 8;
    }

    /// <summary>RFC 6455 §5.2, for the unmasked whole messages of a server.</summary>
    private static bool TryTakeFrame(ref Span<byte> bytes, out int opcode, out ReadOnlySpan<byte> payload)
    {
        opcode = 0;
        payload = default;
        if (bytes.Length < 2)
        {
            return false;
        }

        var (head, length) = bytes[1] switch
        {
            < 126 => (2, (long)bytes[1]),
            126 when bytes.Length >= 4 => (4, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
            127 when bytes.Length >= 10 => (10, BinaryPrimitives.ReadInt64BigEndian(bytes[2..])),
            _ => (0, long.MaxValue),
        };
        if (bytes.Length - head < length)
        {
            return false;
        }

        opcode = bytes[0] & 0xF;
        payload = bytes.Slice(head, (int)length);
        bytes = bytes[(head + (int)length)..];
        return true;
    }

    private void SendText(string text) => SendFrame(0x81, Encoding.UTF8.GetBytes(text));

    /// <summary>A client masks its frames; with zeros, which changes nothing.</summary>
    private void SendFrame(byte first, ReadOnlySpan<byte> payload)
    {
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)payload.Length);
        Send(payload.Length < 126
            ? [first, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload]
            : [first, 0xFE, .. length, 0, 0, 0, 0, .. payload]);
    }

    private void Send(ReadOnlySpan<byte> bytes) => _socket.Send(bytes);

    private string ReadUntil(ReadOnlySpan<byte> end)
    {
        var length = 0;
        while (length == 0 || !Receiving.AsSpan(0, length).EndsWith(end))
        {
            var count = _socket.Receive(Receiving.AsSpan(length));
            length += count;
            if (count == 0)
            {
                break;
            }
        }

        return Encoding.UTF8.GetString(Receiving.AsSpan(0, length));
    }
}
