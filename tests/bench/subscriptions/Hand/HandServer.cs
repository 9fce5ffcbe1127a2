using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace R2P.Bench.Subscriptions.Hand;

/// <summary>
/// The peer: a server for this one subscription, as a careful engineer writes it by hand on the same Kestrel. It takes the protocol's messages, believes
/// the token, and checks nothing else that the service checks.
/// </summary>
internal static class HandServer
{
    public static async Task<int> RunAsync(Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, settings.Port));
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        await using var app = builder.Build();
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString(settings));
        var audience = new HandAudience();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(20) });
        app.Map("/graphql", (HttpContext context) => ServeAsync(context, source, audience));
        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        await new HandFeed(source, audience).RunAsync(Database.ConnectionString(settings), app.Lifetime.ApplicationStopping);
        return 0;
    }

    private static async Task ServeAsync(HttpContext context, NpgsqlDataSource source, HandAudience audience)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync("graphql-transport-ws");
        string[] tokens = [];
        while (await ReadAsync(socket, context.RequestAborted) is { } message)
        {
            using (message)
            {
                switch (message.RootElement.GetProperty("type").GetString())
                {
                    case "connection_init":
                        tokens = await ReadTokensAsync(source, message.RootElement.GetProperty("payload").GetProperty("Authorization").GetString()!);
                        await socket.SendAsync("{\"type\":\"connection_ack\"}"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default);
                        break;
                    case "subscribe":
                        audience.Add(new HandSubscriber(socket, tokens));
                        break;
                }
            }
        }
    }

    private static async Task<JsonDocument?> ReadAsync(WebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return JsonDocument.Parse(buffer.AsMemory(0, length));
            }
        }
    }

    /// <summary>What a person holds, by the subject that the token names.</summary>
    private static async Task<string[]> ReadTokensAsync(NpgsqlDataSource source, string authorization)
    {
        using var claims = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(authorization.Split('.')[1]));
        await using var command = source.CreateCommand("select coalesce(r2p.tokens_of(person_id), '{public}') from r2p.identity where subject = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = claims.RootElement.GetProperty("sub").GetString()! });
        return (string[])(await command.ExecuteScalarAsync())!;
    }
}
