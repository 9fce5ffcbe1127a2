using System.Text.Json;

namespace R2P.Schema.Tests.Sharing;

public sealed class WithdrawalTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Theory]
    [InlineData("observer")]
    [InlineData("kenya")]
    [InlineData("secretariat")]
    [InlineData("auditor")]
    [InlineData(null)]
    public async Task Afterwards_former_readers_find_nothing_by_id_list_count_or_revision(string? persona)
    {
        const string everything =
            """
            { practices(first: 100, where: { title: { eq: "To be withdrawn" } }) { totalCount nodes { id title version revisions { totalCount } } } }
            """;
        var nothing = (await network.DataAsync(persona, everything)).GetRawText();
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "To be withdrawn");
        var corrected = await _personas.ActAsync("ghana", "revisePractice", "practice", Personas.Step(published));

        var withdrawn = await WithdrawAsync("ghana", corrected);

        Assert.Equal(("WITHDRAWN", 5), Personas.State(withdrawn));
        Assert.Equal(nothing, (await network.DataAsync(persona, everything)).GetRawText());
        Assert.False(await _personas.SeesAsync(persona, Personas.Id(published)));
        await WithdrawnForGoodAsync(published);
    }

    [Fact]
    public async Task The_office_keeps_the_document_and_its_whole_history()
    {
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Kept");
        await WithdrawAsync("ghana", published);

        var kept = await _personas.SeeAsync(
            "ghana", Personas.Id(published), "status audience { kind } viewerCan revisions { nodes { version act reason document { status } } }");

        Assert.Equal(
            """
            {"status":"WITHDRAWN","audience":{"kind":"OFFICE"},"viewerCan":["ERASE"],"revisions":{"nodes":[{"version":3,"act":"withdrawDocument","reason":"No longer true","document":{"status":"PUBLISHED"}},{"version":2,"act":"publishPractice","reason":null,"document":{"status":"APPROVED"}},{"version":1,"act":"approvePractice","reason":null,"document":{"status":"PROPOSED"}}]}}
            """,
            kept.GetRawText());
    }

    [Fact]
    public async Task Former_readers_are_told_the_id_and_the_office_is_told_what_happened()
    {
        var cursor = (await network.DataAsync("ghana", "{ changeCursor }")).GetProperty("changeCursor").GetString();
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Recalled");
        await WithdrawAsync("ghana", published);
        const string changes =
            "query($after: Cursor!) { changes(after: $after) { nodes { type documentId version by { code } document { title } } } }";

        var observer = (await network.DataAsync("observer", changes, new { after = cursor })).GetProperty("changes").GetProperty("nodes");
        var ghana = (await network.DataAsync("ghana", changes, new { after = cursor })).GetProperty("changes").GetProperty("nodes");

        var told = Assert.Single(observer.EnumerateArray(), change => change.GetProperty("documentId").GetString() == Personas.Id(published));
        Assert.Equal(
            $$"""{"type":"DOCUMENT_RECALLED","documentId":"{{Personas.Id(published)}}","version":null,"by":null,"document":null}""", told.GetRawText());
        Assert.Contains(ghana.EnumerateArray(), change =>
            change.GetProperty("type").GetString() == "DOCUMENT_WITHDRAWN" && change.GetProperty("version").GetInt32() == 4);
    }

    [Fact]
    public async Task Only_the_office_that_owns_it_withdraws_once_and_with_a_reason()
    {
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Whose");
        var hidden = await _personas.ProposeAsync("ghana");

        var reader = await RefusedAsync("kenya", published);
        var stranger = await RefusedAsync("kenya", hidden);
        var silent = await RefusedAsync("ghana", published, reason: " ");
        var withdrawn = await WithdrawAsync("ghana", published);
        var twice = await RefusedAsync("ghana", withdrawn);

        Assert.Equal("NOT_ALLOWED", reader.GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", stranger.GetProperty("code").GetString());
        Assert.Equal("""["input","reason"]""", silent.GetProperty("path").GetRawText());
        Assert.Equal("INVALID_TRANSITION", twice.GetProperty("code").GetString());
    }

    private Task<JsonElement> WithdrawAsync(string persona, JsonElement document) => _personas.ActAsync(
        persona,
        "withdrawDocument",
        "document",
        new { id = Personas.Id(document), version = document.GetProperty("version").GetInt32(), reason = "No longer true" });

    private Task<JsonElement> RefusedAsync(string persona, JsonElement document, string reason = "Please") => _personas.RefusalAsync(
        persona,
        "withdrawDocument",
        "document",
        new { id = Personas.Id(document), version = document.GetProperty("version").GetInt32(), reason });

    /// <summary>The database itself keeps no token of a former reader, in no version.</summary>
    private async Task WithdrawnForGoodAsync(JsonElement document)
    {
        Assert.True(R2P.GraphQL.NodeId.TryParse(Personas.Id(document), out var id));
        await using var source = Npgsql.NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            "select count(*) from r2p.revision where document_id = $1 and exists (select from unnest(readers) token where token not like 'office:%')");
        command.Parameters.Add(new Npgsql.NpgsqlParameter<Guid> { TypedValue = id.Id });
        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
