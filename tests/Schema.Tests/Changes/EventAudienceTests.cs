using Npgsql;

namespace R2P.Schema.Tests.Changes;

/// <summary>Who may hear of an event is found for every kind of document.</summary>
public sealed class EventAudienceTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_that_has_authors_has_an_audience() => Assert.Equal(
        "",
        await AskAsync(
            """
            select coalesce(string_agg(k.kind, ', ' order by k.kind), '') from r2p.document_kind k
            where exists (select from pg_attribute a where a.attrelid = format('r2p.%I', k.table_name)::regclass and a.attname = 'author_ids')
                and k.kind <> 'PEER_REVIEW' and not (r2p.document_audience(k.kind, gen_random_uuid())).is_known
            """));

    [Fact]
    public async Task A_review_and_what_is_unknown_have_none() => Assert.Equal(
        "false, false, false",
        await AskAsync(
            """
            select string_agg((r2p.document_audience(kind, gen_random_uuid())).is_known::text, ', ')
            from (values ('PEER_REVIEW'), ('NEVER_HEARD_OF'), (null)) as given (kind)
            """));

    [Fact]
    public async Task A_kind_that_comes_later_has_one_too()
    {
        const string isKnown = "select (r2p.document_audience('LATE_KIND', gen_random_uuid())).is_known::text";
        await using var connection = await ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);

        Assert.Equal("false", await AskAsync(connection, isKnown));
        await using var command = new NpgsqlCommand(
            "create table r2p.late_kind (like r2p.lesson including defaults); select r2p.make_document_table('late_kind', 'LATE_KIND')", connection);
        await command.ExecuteNonQueryAsync(Cancellation);

        Assert.Equal("true", await AskAsync(connection, isKnown));
    }

    private async Task<string> AskAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        return await AskAsync(connection, sql);
    }

    private static async Task<string> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(network.Database.OwnerConnectionString);
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}
