using System.Text.Json;
using R2P.GraphQL;
using R2P.Schema.Members;

namespace R2P.Schema.Tests.Exchanges;

/// <summary>What personas do in exchanges.</summary>
internal sealed class Desks(NetworkFixture network)
{
    public const string Message = "id version status text from { code } to { code }";
    private readonly Personas _personas = new(network);

    public static string Office(string code) => new NodeId("Office", ReferenceId.Office(code)).ToString();

    public Task<JsonElement> OpenAsync(string persona, string title, params string[] with) => _personas.ActAsync(
        persona, "openExchange", "exchange", new { title, purpose = "Tell each other in time.", with = with.Select(Office) });

    public Task<JsonElement> SendAsync(string persona, JsonElement exchange, object message, string fields = Message) =>
        _personas.ActAsync(persona, "sendMessage", "message", new { exchangeId = Personas.Id(exchange), message }, fields);

    public Task<JsonElement> ReplyAsync(string persona, JsonElement to, object message, string fields = Message) =>
        _personas.ActAsync(persona, "replyTo", "message", new { messageId = Personas.Id(to), message }, fields);

    /// <summary>The exchange as it stands for a persona, to act on in the version that it has now.</summary>
    public Task<JsonElement> NowAsync(string persona, JsonElement exchange) => _personas.SeeAsync(persona, Personas.Id(exchange), "id version status");

    public async Task<JsonElement> LookAsync(string? persona, JsonElement exchange, string fields) => (await network.DataAsync(
        persona, $"query($id: ID!) {{ node(id: $id) {{ ... on Exchange {{ {fields} }} }} }}", new { id = Personas.Id(exchange) })).GetProperty("node");

    public async Task<JsonElement> NodeAsync(string? persona, string id, string type, string fields) => (await network.DataAsync(
        persona, $"query($id: ID!) {{ node(id: $id) {{ ... on {type} {{ {fields} }} }} }}", new { id })).GetProperty("node");

    public async Task<IReadOnlyList<(string? Reason, string? Subject, string? DueOn)>> InboxAsync(string persona)
    {
        var data = await network.DataAsync(persona, "{ inbox { items(first: 200) { reason subjectId dueOn } } }");
        return
        [
            .. data.GetProperty("inbox").GetProperty("items").EnumerateArray().Select(item => (
                item.GetProperty("reason").GetString(), item.GetProperty("subjectId").GetString(), item.GetProperty("dueOn").GetString())),
        ];
    }
}
