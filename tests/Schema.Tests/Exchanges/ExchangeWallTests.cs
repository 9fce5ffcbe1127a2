using Npgsql;
using R2P.GraphQL;
using R2P.Schema.Members;

namespace R2P.Schema.Tests.Exchanges;

/// <summary>What the database itself refuses, whatever an act might forget.</summary>
public sealed class ExchangeWallTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);
    private readonly Desks _desks = new(network);

    [Fact]
    public async Task Who_takes_no_part_reads_and_writes_nothing()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Wall", "EU_R2P_DESK");
        var sent = await _desks.SendAsync("au-desk", exchange, new { text = "Inside" });

        Assert.Equal(0, await RunAsync("KEN_FOCAL_POINT", "update r2p.exchange_message set text = 'x' where id = $1", Key(sent)));
        Assert.Equal(0, await RunAsync("KEN_FOCAL_POINT", "update r2p.exchange set title = 'x', version = version + 1 where id = $1", Key(exchange)));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync("KEN_FOCAL_POINT", Insert("exchange_message"), Key(exchange)));
        Assert.Equal("42501", refused.SqlState);
    }

    [Fact]
    public async Task A_reader_changes_no_draft_and_nobody_what_was_sent()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Wall of drafts", "EU_R2P_DESK");
        var draft = await _personas.ActAsync(
            "au-desk", "draftMessage", "message", new { exchangeId = Personas.Id(exchange), message = new { text = "Draft" } }, "id");
        var sent = await _desks.SendAsync("au-desk", exchange, new { text = "Sent" });
        const string change = "update r2p.exchange_message set text = 'x' where id = $1";

        Assert.Equal(0, await RunAsync("EU_R2P_DESK", change, Key(draft)));
        Assert.Equal(0, await RunAsync("EU_R2P_DESK", change, Key(sent)));
        Assert.Equal(1, await RunAsync("AU_R2P_DESK", change, Key(draft)));
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync("AU_R2P_DESK", change, Key(sent)))).SqlState);
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(
            "AU_R2P_DESK", "update r2p.exchange_message set readers = readers || 'members'::text where id = $1", Key(draft)))).SqlState);
    }

    private static Guid Key(System.Text.Json.JsonElement row) =>
        NodeId.TryParse(Personas.Id(row), out var id) ? id.Id : throw new InvalidOperationException("No id.");

    private static string Insert(string table) =>
        $"""
        insert into r2p.{table} (id, exchange_id, owner_id, author_id, version, status, to_everybody, to_ids, text, onward_sharing, document_links, created_at, readers)
        select gen_random_uuid(), $1, '{ReferenceId.Office("KEN_FOCAL_POINT")}', '{ReferenceId.Of("person", "sample:kenya")}', 1, 'SENT', true, array[]::uuid[], 'x',
            false, array[]::text[], now(), array['office:{ReferenceId.Office("AU_R2P_DESK")}']
        """;

    /// <summary>Runs a statement as the service does for the holders of an office; nothing of it is kept.</summary>
    private async Task<int> RunAsync(string office, string sql, Guid id)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var enter = new NpgsqlCommand("set local role r2p_service", connection);
        await enter.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var tokens = new NpgsqlCommand("select set_config('r2p.tokens', $1, true)", connection);
        tokens.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{{members,office:{ReferenceId.Office(office)}}}" });
        await tokens.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
