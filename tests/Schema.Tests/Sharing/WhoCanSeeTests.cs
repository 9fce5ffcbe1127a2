using System.Text.Json;

namespace R2P.Schema.Tests.Sharing;

public sealed class WhoCanSeeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Query =
        """
        query($id: ID!, $audience: AudienceInput) { whoCanSee(id: $id, audience: $audience) {
          grants { ...grant } added { ...grant } errors { code path message } } }
        fragment grant on AccessGrant { kind code reason offices { code } persons { displayName } }
        """;

    private readonly Personas _personas = new(network);

    [Fact]
    public async Task The_owner_is_told_by_which_reason_who_sees_it()
    {
        var published = await _personas.PublishPracticeAsync("denmark", Personas.ToAfrica);

        var answer = await AskAsync("denmark", Personas.Id(published));

        Assert.Equal(["OFFICE DNK_FOCAL_POINT", "REGION AU_R2P_DESK GHA_FOCAL_POINT KEN_FOCAL_POINT"], Summary(answer.GetProperty("grants")));
        Assert.Equal(
            "Whoever holds a desk of African Union, and the national focal points of its member States.",
            answer.GetProperty("grants")[1].GetProperty("reason").GetString());
        Assert.Equal("AU", answer.GetProperty("grants")[1].GetProperty("code").GetString());
        Assert.Equal(0, answer.GetProperty("added").GetArrayLength());
    }

    [Fact]
    public async Task Those_who_are_explained_are_those_who_see_it()
    {
        var published = await _personas.PublishPracticeAsync("denmark", Personas.ToAfrica);
        var answer = await AskAsync("denmark", Personas.Id(published));
        var named = answer.GetProperty("grants").EnumerateArray()
            .SelectMany(grant => grant.GetProperty("persons").EnumerateArray())
            .Select(person => person.GetProperty("displayName").GetString())
            .ToHashSet();

        foreach (var persona in SampleNetwork.SamplePersonas.Names)
        {
            var name = (await network.DataAsync(persona, "{ viewer { displayName } }")).GetProperty("viewer").GetProperty("displayName").GetString();
            Assert.Equal(await _personas.SeesAsync(persona, Personas.Id(published)), named.Contains(name));
        }
    }

    [Fact]
    public async Task A_dry_run_names_who_would_be_added_and_changes_nothing()
    {
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToAfrica);

        var answer = await AskAsync("ghana", Personas.Id(published), new { kind = "NETWORK", networks = new[] { "GLOBAL_NETWORK_R2P_FOCAL_POINTS" } });

        Assert.Equal(["NETWORK CRI_FOCAL_POINT DNK_FOCAL_POINT GLOBAL_NETWORK_SECRETARIAT"], Summary(answer.GetProperty("added")));
        Assert.False(await _personas.SeesAsync("costa-rica", Personas.Id(published)));
    }

    [Fact]
    public async Task What_is_wrong_with_the_audience_of_a_dry_run_is_said()
    {
        var proposed = await _personas.ProposeAsync("ghana");

        var answer = await AskAsync("ghana", Personas.Id(proposed), new { kind = "NAMED", states = new[] { "XXX" } });

        Assert.Equal(["OFFICE GHA_FOCAL_POINT"], Summary(answer.GetProperty("grants")));
        Assert.Equal(
            """[{"code":"INVALID_INPUT","path":["input","audience","states","0"],"message":"Unknown State \u0022XXX\u0022."}]""",
            answer.GetProperty("errors").GetRawText().Replace("\\\"", "\\u0022", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_open_to_everyone_is_not_spelt_out()
    {
        var published = await _personas.PublishPracticeAsync("ghana", new { kind = "PUBLIC" });

        var answer = await AskAsync("ghana", Personas.Id(published));

        Assert.Equal(["OFFICE GHA_FOCAL_POINT", "PUBLIC"], Summary(answer.GetProperty("grants")));
    }

    [Theory]
    [InlineData("kenya")]
    [InlineData("observer")]
    [InlineData("auditor")]
    [InlineData(null)]
    public async Task Everyone_else_gets_the_answer_of_a_document_that_does_not_exist(string? persona)
    {
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers);
        var hidden = await _personas.ProposeAsync("ghana");
        var unknown = new R2P.GraphQL.NodeId("Practice", Guid.CreateVersion7()).ToString();
        var wrongAudience = new { kind = "NAMED" };

        var nothing = (await AskAsync(persona, unknown, wrongAudience)).GetRawText();

        Assert.Equal("""{"grants":[],"added":[],"errors":[]}""", nothing);
        Assert.Equal(nothing, (await AskAsync(persona, Personas.Id(published), wrongAudience)).GetRawText());
        Assert.Equal(nothing, (await AskAsync(persona, Personas.Id(hidden), wrongAudience)).GetRawText());
    }

    private static IEnumerable<string> Summary(JsonElement grants) => grants.EnumerateArray().Select(grant => string.Join(
        ' ',
        [
            grant.GetProperty("kind").GetString()!,
            .. grant.GetProperty("offices").EnumerateArray().Select(office => office.GetProperty("code").GetString()!).Order(),
        ]));

    private async Task<JsonElement> AskAsync(string? persona, string id, object? audience = null) =>
        (await network.DataAsync(persona, Query, new { id, audience })).GetProperty("whoCanSee");
}
