using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Access;

namespace R2P.Schema.Tests.Access;

/// <summary>Who read what of the documents that were shared by name or with a handling rule is on record before the answer leaves.</summary>
public sealed class ReadingRecordTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private static readonly object ToDesk = new { kind = "NAMED", organizations = new[] { "AU" } };

    private readonly Personas _personas = new(network);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reading_of_a_document_that_was_shared_by_name_is_recorded_and_no_other()
    {
        var named = await PublishAsync(ToDesk);
        var open = await PublishAsync(Personas.ToMembers);
        var before = await ReadingsAsync();

        await _personas.SeeAsync("au-desk", open, "title");
        await _personas.SeeAsync("ghana", named, "title");
        Assert.Equal(before, await ReadingsAsync());

        var seen = await _personas.SeeAsync("au-desk", named, "title");
        Assert.Equal("Peace councils", seen.GetProperty("title").GetString());
        var record = Assert.Single((await ReadingsAsync()).Skip(before.Count));
        Assert.Equal($"R2P desk of the African Union (sample): {KeyOf(named)}", record);
    }

    [Fact]
    public async Task A_list_is_one_record_whatever_was_selected_of_its_documents()
    {
        await PublishAsync(ToDesk);
        await PublishAsync(ToDesk);
        var before = await ReadingsAsync();

        var data = await network.DataAsync("au-desk", "{ practices(first: 2) { nodes { title } } }");

        Assert.Equal(2, data.GetProperty("practices").GetProperty("nodes").GetArrayLength());
        var record = Assert.Single((await ReadingsAsync()).Skip(before.Count));
        Assert.Equal(2, record.Split(':')[1].Split(',').Length);
    }

    [Fact]
    public async Task Many_readings_at_once_do_not_wait_for_each_other_s_connections()
    {
        const int readers = 60; // Three times the connections of the pool.
        var named = await PublishAsync(ToDesk);
        var before = await ReadingsAsync();

        var seen = await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => _personas.SeeAsync("au-desk", named, "title")));

        Assert.All(seen, document => Assert.Equal("Peace councils", document.GetProperty("title").GetString()));
        Assert.Equal(before.Count + readers, (await ReadingsAsync()).Count);
    }

    /// <summary>While one is under way the others gather. Each is a record of its own.</summary>
    [Fact]
    public async Task Readings_that_are_to_be_recorded_at_the_same_time_are_committed_together()
    {
        var named = KeyOf(await PublishAsync(ToDesk));
        var before = await ReadingsAsync();
        var desk = await network.Services.GetRequiredService<ViewerDirectory>().FindAsync(NetworkFixture.Principal("au-desk"), Cancellation);
        var record = network.Services.GetRequiredService<ReadingRecord>();
        var read = new RestrictedRead(Guid.Parse(named), [ReaderToken.Organization("AU")]);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => record.NoteAsync(desk, [read], Cancellation)));

        Assert.Equal(Enumerable.Repeat($"R2P desk of the African Union (sample): {named}", 5), (await ReadingsAsync()).Skip(before.Count));
        Assert.InRange(await CommitsAsync(last: 5), 1, 2);
    }

    [Fact]
    public async Task A_count_reads_no_document()
    {
        await PublishAsync(ToDesk);
        var before = await ReadingsAsync();

        await network.DataAsync("au-desk", "{ practices { totalCount } }");

        Assert.Equal(before, await ReadingsAsync());
    }

    [Fact]
    public async Task What_can_t_be_recorded_is_not_answered()
    {
        var named = await PublishAsync(ToDesk);
        await OwnerAsync("revoke execute on function r2p.note_readings(int[], uuid[], uuid[], uuid[]) from r2p_service");
        try
        {
            var answer = await network.AskAsync("au-desk", "query($id: ID!) { node(id: $id) { id ... on Practice { title } } }", new { id = named });

            Assert.DoesNotContain("Peace councils", answer.ToString(), StringComparison.Ordinal);
            Assert.Contains("INTERNAL", answer.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            await OwnerAsync("grant execute on function r2p.note_readings(int[], uuid[], uuid[], uuid[]) to r2p_service");
        }
    }

    private async Task<string> PublishAsync(object audience) =>
        (await _personas.PublishPracticeAsync("ghana", audience)).GetProperty("id").GetString()!;

    private async Task<List<string>> ReadingsAsync()
    {
        await using var connection = new NpgsqlConnection(network.Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select o.name || ': ' || array_to_string(r.document_ids, ',') from r2p.reading r left join r2p.office o on o.id = r.office_id order by r.id",
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var readings = new List<string>();
        while (await reader.ReadAsync())
        {
            readings.Add(reader.GetString(0));
        }

        return readings;
    }

    /// <summary>In how many transactions the last so many readings were recorded.</summary>
    private async Task<long> CommitsAsync(int last)
    {
        await using var connection = new NpgsqlConnection(network.Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select count(distinct r.by) from (select xmin::text as by from r2p.reading order by id desc limit $1) r", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = last });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string KeyOf(string id) => NodeId.TryParse(id, out var key) ? key.Id.ToString() : id;

    private async Task OwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(network.Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
