using R2P.GraphQL;
using R2P.Schema.Tests.Members;

namespace R2P.Schema.Tests.Changes;

/// <summary>A stream ends at once when a body that opened a part of it opens it no more.</summary>
public sealed class EndedMembershipTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string GlobalNetwork = "GLOBAL_NETWORK_R2P_FOCAL_POINTS";
    private readonly Desk _desk = new(network);

    [Fact]
    public async Task When_a_membership_is_suspended_the_streams_of_its_holders_end_before_anything_else_happens()
    {
        var membership = await MembershipAsync("GHA", GlobalNetwork);
        await using var ghana = await Listener.StartAsync(network, "ghana");
        await using var kenya = await Listener.StartAsync(network, "kenya");
        await _desk.RingAsync();
        Assert.Equal("ASSESSMENT_PUBLISHED 4 by CRI: Bell", (await ghana.NextAsync(1))[0]);
        await kenya.NextAsync(1);

        await ActAsync("secretariat", "suspendMembership", new { id = membership, version = 1 });

        Assert.Equal(Ended(GlobalNetwork), (await ghana.ResponseAsync())!.Value.GetProperty("errors").GetRawText());
        Assert.Null(await ghana.ResponseAsync());
        await _desk.RingAsync();
        Assert.Equal(["ASSESSMENT_PUBLISHED 4 by CRI: Bell"], await kenya.NextAsync(1));
    }

    [Fact]
    public async Task When_a_membership_ends_who_comes_back_hears_of_nothing_that_it_opened()
    {
        var membership = await MembershipAsync("DNK", "EU");
        await using var denmark = await Listener.StartAsync(network, "denmark");
        await _desk.RingAsync();
        var cursor = (await denmark.NextAsync()).GetProperty("cursor").GetString();

        await ActAsync("eu-desk", "endMembership", new { id = membership, version = 1 });
        Assert.Equal(Ended("EU"), (await denmark.ResponseAsync())!.Value.GetProperty("errors").GetRawText());
        await using var back = await Listener.StartAsync(network, "denmark", $"""changes(after: "{cursor}")""");
        await new Personas(network).PublishPracticeAsync("eu-desk", new { kind = "REGION", organizations = new[] { "EU" } }, "For the region");
        await _desk.RingAsync();

        Assert.Equal(["ASSESSMENT_PUBLISHED 4 by CRI: Bell"], await back.NextAsync(1));
    }

    private static string Ended(string body) =>
        $$$"""[{"message":"{{{body}}} opens nothing to you any more. Subscribe again to follow what you may see now.","locations":[{"line":1,"column":16}],"path":["changes"],"extensions":{"code":"FORBIDDEN"}}]""";

    private async Task<string> MembershipAsync(string party, string body)
    {
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        var id = await database.ScalarAsync<Guid>(
            $"select m.id from r2p.membership m join r2p.party b on b.id = m.body_id join r2p.party p on p.id = m.party_id where b.code = '{body}' and p.code = '{party}'");
        return new NodeId("Membership", id).ToString();
    }

    private async Task ActAsync(string persona, string act, object input)
    {
        var type = $"{char.ToUpperInvariant(act[0])}{act[1..]}Input";
        var data = await network.DataAsync(persona, $"mutation($input: {type}!) {{ {act}(input: $input) {{ errors {{ code message }} }} }}", new { input });
        Assert.Equal("[]", data.GetProperty(act).GetProperty("errors").GetRawText());
    }
}
