using System.Text.Json;
using System.Text.RegularExpressions;

namespace R2P.Scenario.Tests;

/// <summary>The network as its members have it: over HTTP, each with a token of their own.</summary>
public sealed class Network
{
    public Network(SharedService shared)
        : this(shared.Process)
    {
    }

    internal Network(ServiceProcess service) => Service = service;

    public static readonly object ToMembers = new { kind = "MEMBERS" };
    public static readonly object ToEveryone = new { kind = "PUBLIC" };
    public static readonly object ToAfrica = new { kind = "REGION", organizations = new[] { "AU" } };

    /// <summary>A root field, or an endpoint's path, that this network is to be without; null for none.</summary>
    public string? Without { get; init; }

    /// <summary>Whether somebody asked for what this network is without.</summary>
    public bool Missed { get; private set; }

    public ServiceProcess Service { get; }

    /// <summary>What a persona (null: nobody) is answered, whatever it is.</summary>
    public async Task<Answer> AskAsync(string? persona, string query, object? variables = null)
    {
        if (Without is { } field && Regex.IsMatch(query, $@"\b{field}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            Missed = true;
            query = "{ thisFieldWasSwitchedOff }";
            variables = null;
        }

        return await Service.AskAsync(persona, query, variables);
    }

    /// <summary>What a persona (null: nobody) is answered by an endpoint beside <c>/graphql</c>.</summary>
    public Task<Answer> SendAsync(string? persona, string path, HttpContent body, string? accept = null)
    {
        if (Without is { } missing && path.StartsWith(missing, StringComparison.Ordinal))
        {
            Missed = true;
            path = "/switched-off";
        }

        return Service.SendAsync(HttpMethod.Post, path, Service.TokenOf(persona), body, accept);
    }

    /// <summary>The data that a persona is answered, without any error.</summary>
    public async Task<JsonElement> DataAsync(string? persona, string query, object? variables = null) =>
        (await AskAsync(persona, query, variables)).Data;

    /// <summary>What an act comes to: the field of its payload that is asked for, <c>document</c> say. It must not be refused.</summary>
    /// <param name="persona">Who acts.</param>
    /// <param name="act">The mutation.</param>
    /// <param name="inputType">The type of its input; by default named after the act.</param>
    /// <param name="input">The input.</param>
    /// <param name="answer">What of the payload is wanted, with its fields: <c>alert { id version }</c>.</param>
    public async Task<JsonElement> ActAsync(string persona, string act, object input, string answer, string? inputType = null)
    {
        var payload = await PayloadAsync(persona, act, input, answer, inputType);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty(answer[..answer.IndexOfAny([' ', '{'])]);
    }

    /// <summary>The code of the one reason why an act is refused.</summary>
    public async Task<string?> RefusalAsync(string persona, string act, object input, string? inputType = null)
    {
        var payload = await PayloadAsync(persona, act, input, "__typename", inputType);
        return Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString();
    }

    /// <summary>Whether a persona finds a thing by its id.</summary>
    public async Task<bool> SeesAsync(string? persona, string id) =>
        (await DataAsync(persona, "query($id: ID!) { node(id: $id) { id } }", new { id })).GetProperty("node").ValueKind != JsonValueKind.Null;

    /// <summary>The id of an office by its code, such as <c>KEN_FOCAL_POINT</c>.</summary>
    public async Task<string> OfficeAsync(string code) =>
        (await DataAsync("observer", "query($code: String!) { office(code: $code) { id } }", new { code }))
            .GetProperty("office").GetProperty("id").GetString()!;

    private async Task<JsonElement> PayloadAsync(string persona, string act, object input, string answer, string? inputType)
    {
        var type = inputType ?? $"{char.ToUpperInvariant(act[0])}{act[1..]}Input";
        var query = $"mutation($input: {type}!) {{ {act}(input: $input) {{ {answer} errors {{ code message path }} }} }}";
        return (await DataAsync(persona, query, new { input })).GetProperty(act);
    }
}

/// <summary>What tests read of documents.</summary>
internal static class Documents
{
    public static string Id(this JsonElement document) => document.GetProperty("id").GetString()!;

    public static int Version(this JsonElement document) => document.GetProperty("version").GetInt32();

    public static string? Status(this JsonElement document) => document.GetProperty("status").GetString();
}
