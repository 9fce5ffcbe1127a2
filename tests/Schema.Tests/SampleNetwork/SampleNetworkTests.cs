using Microsoft.EntityFrameworkCore;
using Npgsql;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Tests;

namespace R2P.Schema.Tests;

public sealed class SampleNetworkTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Issuer = SampleDatabase.Issuer;

    private SampleDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ReferenceParties Parties => _database.Parties;

    private SampleNetworkLoader Sample => _database.Sample;

    public async ValueTask InitializeAsync() => _database = await SampleDatabase.CreateAsync(postgres);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Loads_the_parties_of_the_catalogue()
    {
        await Parties.LoadAsync(Cancellation);

        Assert.Equal(195, await CountAsync("party where kind = 'STATE'"));
        Assert.Equal(31, await CountAsync("party where kind = 'REGIONAL_ORGANIZATION'"));
        Assert.Equal(14, await CountAsync("party where kind = 'NETWORK'"));
        Assert.Equal(17, await CountAsync("party where kind = 'UN_ENTITY'"));
        Assert.Equal(54, await CountAsync("membership m join r2p.party b on b.id = m.body_id where b.code = 'AU'"));
        Assert.Equal(27, await CountAsync("membership m join r2p.party b on b.id = m.body_id where b.code = 'EU'"));
    }

    [Fact]
    public async Task Loads_the_parties_a_second_time_without_changing_anything()
    {
        await Parties.LoadAsync(Cancellation);

        Assert.Equal(0, await Parties.LoadAsync(Cancellation));
    }

    [Fact]
    public async Task Brings_the_parties_back_to_the_catalogue_and_leaves_what_people_entered()
    {
        await Parties.LoadAsync(Cancellation);
        await Sample.LoadAsync(Issuer, Cancellation);
        await ExecuteAsync("update r2p.party set name = 'Old name' where code = 'GHA'");
        await ExecuteAsync(
            "delete from r2p.membership m using r2p.party p, r2p.party b where p.id = m.party_id and b.id = m.body_id and p.code = 'GHA' and b.code = 'AU'");

        Assert.Equal(2, await Parties.LoadAsync(Cancellation));
        Assert.Equal(1, await CountAsync("party where code = 'GHA' and name = 'Ghana'"));
        Assert.Equal(4, await CountAsync("membership m join r2p.party b on b.id = m.body_id where b.code = 'GLOBAL_NETWORK_R2P_FOCAL_POINTS'"));
    }

    [Fact]
    public async Task Ends_a_membership_that_the_catalogue_no_longer_has()
    {
        await Parties.LoadAsync(Cancellation);
        var (party, body) = (ReferenceId.Party("DNK"), ReferenceId.Party("AU"));
        await ExecuteAsync(
            $"insert into r2p.membership (id, party_id, body_id, readers) values ('{ReferenceId.Membership("DNK", "AU")}', '{party}', '{body}', '{{public}}')");

        Assert.Equal(1, await Parties.LoadAsync(Cancellation));
        Assert.Equal(54, await CountAsync("membership m join r2p.party b on b.id = m.body_id where b.code = 'AU'"));
    }

    [Fact]
    public async Task Loads_the_sample_network_into_an_empty_database_only()
    {
        await Parties.LoadAsync(Cancellation);

        Assert.True(await Sample.LoadAsync(Issuer, Cancellation));
        var before = await CountAllAsync();
        Assert.False(await Sample.LoadAsync(Issuer, Cancellation));

        Assert.Equal(before, await CountAllAsync());
        Assert.Equal(
            new Dictionary<string, long>(StringComparer.Ordinal)
            {
                ["office"] = 13, ["person"] = 13, ["identity"] = 13, ["appointment"] = 13, ["assessment"] = 4,
                ["practice"] = 47, ["lesson"] = 19, ["source_case"] = 19, ["revision"] = 0,
                ["peer_review"] = 1, ["review_call"] = 1, ["review_offer"] = 1, ["reviewed_version"] = 1,
            },
            before);
    }

    [Fact]
    public async Task Loads_it_once_when_two_instances_start_together()
    {
        await Task.WhenAll(Parties.LoadAsync(Cancellation), Parties.LoadAsync(Cancellation));

        var loaded = await Task.WhenAll(Sample.LoadAsync(Issuer, Cancellation), Sample.LoadAsync(Issuer, Cancellation));

        Assert.Single(loaded, true);
        Assert.Equal(13, await CountAsync("person"));
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_it_fails_and_begins_afresh()
    {
        await Parties.LoadAsync(Cancellation);
        await ExecuteAsync("alter table r2p.assessment add constraint broken check (country <> 'DNK')");
        await Assert.ThrowsAsync<DbUpdateException>(() => Sample.LoadAsync(Issuer, Cancellation));
        Assert.Equal(0, await CountAsync("person"));

        await ExecuteAsync("alter table r2p.assessment drop constraint broken");
        Assert.True(await Sample.LoadAsync(Issuer, Cancellation));
    }

    private async Task<Dictionary<string, long>> CountAllAsync()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        string[] tables =
        [
            "office", "person", "identity", "appointment", "assessment", "practice", "lesson", "source_case", "revision",
            "peer_review", "review_call", "review_offer", "reviewed_version",
        ];
        foreach (var table in tables)
        {
            counts[table] = await CountAsync(table);
        }

        return counts;
    }

    private async Task<long> CountAsync(string from)
    {
        await using var source = NpgsqlDataSource.Create(_database.OwnerConnectionString);
        await using var command = source.CreateCommand("select count(*) from r2p." + from);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
