using System.Text.Json;
using Npgsql;
using R2P.GraphQL;

namespace R2P.Schema.Tests.Search;

/// <summary>What is written to be found, and who finds it.</summary>
internal sealed class SearchDesk(NetworkFixture network)
{
    public static readonly object ToPublic = new { kind = "PUBLIC" };

    private readonly Personas _personas = new(network);

    /// <summary>A practice of an office, shared.</summary>
    public async Task<JsonElement> PublishAsync(
        string persona, object audience, string title, string whatWasDone = "Councils met.", string language = "en", string? country = null,
        string[]? tags = null)
    {
        var proposed = await ProposeAsync(persona, title, whatWasDone, language, country, tags);
        var approved = await _personas.ActAsync(persona, "approvePractice", "practice", Personas.Step(proposed));
        return await _personas.ActAsync(persona, "publishPractice", "practice", Personas.Step(approved, audience));
    }

    public Task<JsonElement> ProposeAsync(
        string persona, string title, string whatWasDone = "Councils met.", string language = "en", string? country = null, string[]? tags = null) =>
        _personas.ActAsync(persona, "proposePractice", "practice", new
        {
            title,
            whatWasDone,
            language,
            country,
            tags,
            policyOption = "POL_CONSTITUTIONAL_PROTECTION",
            pillar = "PILLAR_I",
            source = new { document = "SG_REPORT_2013_SUMMARY" },
        });

    /// <summary>The field <c>search</c> of a response without errors; more arguments as they stand in a query.</summary>
    public async Task<JsonElement> SearchAsync(string? persona, string text, string fields, string arguments = "first: 100") =>
        (await network.DataAsync(persona, Query(fields, arguments), new { text })).GetProperty("search");

    /// <summary>The titles of what is found, in their order.</summary>
    public async Task<string[]> TitlesAsync(string? persona, string text, string arguments = "first: 100") =>
        [.. (await SearchAsync(persona, text, "nodes { title }", arguments)).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetString()!)];

    /// <summary>The one error of a search, as "CODE message".</summary>
    public async Task<string> RefusalAsync(string text, string arguments = "first: 10")
    {
        var response = await network.AskAsync("ghana", Query("totalCount", arguments), new { text });
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        return $"{(error.TryGetProperty("extensions", out var extensions) ? extensions : error).GetProperty("code").GetString()} {error.GetProperty("message").GetString()}";
    }

    /// <summary>Changes the database as its owner, beyond the wall.</summary>
    /// <returns>How many rows were changed.</returns>
    public async Task<int> AsOwnerAsync(string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = CreateCommand(source, sql, values);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the database as its owner.</summary>
    public async Task<object?> ScalarAsync(string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = CreateCommand(source, sql, values);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public static Guid KeyOf(JsonElement document) => NodeId.TryParse(Personas.Id(document), out var id) ? id.Id : throw new InvalidOperationException();

    private static NpgsqlCommand CreateCommand(NpgsqlDataSource source, string sql, object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static string Query(string fields, string arguments) =>
        $"query($text: String!) {{ search(text: $text, {arguments}) {{ {fields} }} }}";
}
