using System.Text.Json;
using R2P.Schema.Tests.Members;

namespace R2P.Schema.Tests.Peers;

/// <summary>Holders of one office who opt in at the same moment.</summary>
public sealed class PeerRaceTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string OptIn =
        "mutation($input: OptInToPeerMatchingInput!) { optInToPeerMatching(input: $input) { profile { inhibitors } errors { code message } } }";

    private const string Suggestions = "{ suggestPeers { inhibitors } }";

    [Fact]
    public async Task Leave_one_profile_that_one_of_them_chose_and_no_failure()
    {
        string[] chosen = ["SECURITY_SECTOR", "MEDIA_CAPACITY"];
        await OptInAsync("kenya", "SECURITY_SECTOR");
        await OptInAsync("denmark", "MEDIA_CAPACITY");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => OptInAsync("ghana", chosen[i % 2])));

        Assert.All(answers, answer => Assert.Equal("[]", answer.GetProperty("errors").GetRawText()));
        var matches = (await network.DataAsync("ghana", Suggestions)).GetProperty("suggestPeers").EnumerateArray();
        Assert.Contains(Assert.Single(matches).GetProperty("inhibitors")[0].GetString(), chosen);
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        Assert.Equal(
            1,
            await database.ScalarAsync<long>("select count(*) from r2p.peer_profile p join r2p.office o on o.id = p.office_id where o.code = 'GHA_FOCAL_POINT'"));
    }

    private async Task<JsonElement> OptInAsync(string persona, string inhibitor) =>
        (await network.DataAsync(persona, OptIn, new { input = new { inhibitors = new[] { inhibitor } } })).GetProperty("optInToPeerMatching");
}
