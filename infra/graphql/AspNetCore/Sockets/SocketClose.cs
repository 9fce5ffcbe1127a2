using System.Globalization;
using System.Net.WebSockets;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>
/// Why the server ends a socket. The 44xx codes are those of the graphql-transport-ws protocol, 4500 the one its clients know for a
/// failed server; 4413 is ours: the client may come back and resume. The reason is shown to developers.
/// </summary>
internal sealed record SocketClose(int Code, string Reason)
{
    public static readonly SocketClose Normal = new(1000, "");
    public static readonly SocketClose GoingAway = new(1001, "The server is shutting down");
    public static readonly SocketClose Unauthorized = new(4401, "Unauthorized");
    public static readonly SocketClose Forbidden = new(4403, "Forbidden");
    public static readonly SocketClose Expired = new(4403, "Forbidden: the token has expired");
    public static readonly SocketClose SubprotocolNotAcceptable = new(4406, "Subprotocol not acceptable");
    public static readonly SocketClose InitTimeout = new(4408, "Connection initialisation timeout");
    public static readonly SocketClose SlowConsumer = new(4413, "Slow consumer: results were not taken in time");
    public static readonly SocketClose TooManyInits = new(4429, "Too many initialisation requests");
    public static readonly SocketClose Failed = new(4500, "Internal server error");

    public static SocketClose Invalid(string why) => new(4400, Shorten(why));

    public static SocketClose DuplicateId(string id) => new(4409, Shorten($"Subscriber for {id} already exists"));

    public static SocketClose MessageTooBig(int limit) => new(
        (int)WebSocketCloseStatus.MessageTooBig,
        string.Create(CultureInfo.InvariantCulture, $"A message is larger than {limit} bytes"));

    /// <summary>RFC 6455 §5.5: a control frame carries at most 125 bytes, two of which are the code.</summary>
    private static string Shorten(string reason)
    {
        var length = reason.Length;
        while (System.Text.Encoding.UTF8.GetByteCount(reason.AsSpan(0, length)) > 123)
        {
            length -= char.IsLowSurrogate(reason[length - 1]) ? 2 : 1;
        }

        return reason[..length];
    }
}
