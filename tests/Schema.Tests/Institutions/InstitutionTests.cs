namespace R2P.Schema.Tests.Institutions;

public sealed class InstitutionTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_body_changes_over_time_ends_and_keeps_its_past_for_its_readers()
    {
        var recorded = await _personas.ActAsync(
            "ghana", "recordInstitution", "institution",
            new { title = "Peace council", category = "LOCAL_MECHANISM", members = new[] { "Elders" }, audience = Personas.ToAfrica });
        Assert.Equal(("RECORDED", 1), Personas.State(recorded));
        var revised = await _personas.ActAsync(
            "ghana", "reviseInstitution", "institution", new { id = Personas.Id(recorded), version = 1, members = new[] { "Elders", "Youth" } });
        var ended = await _personas.ActAsync(
            "ghana", "endInstitution", "institution", new { id = Personas.Id(recorded), version = Personas.State(revised).Version, endedOn = "2024-05-01" });
        Assert.Equal(("CLOSED", 3), Personas.State(ended));

        Assert.Equal(
            """{"members":["Elders","Youth"],"endedOn":"2024-05-01","events":{"nodes":[{"type":"INSTITUTION_ENDED"},{"type":"INSTITUTION_REVISED"},{"type":"INSTITUTION_RECORDED"}]},"revisions":{"totalCount":2}}""",
            (await SeeAsync("kenya", Personas.Id(recorded))).GetRawText());
        foreach (var persona in new[] { "denmark", "observer", "secretariat", "auditor", "admin", null })
        {
            Assert.False(await _personas.SeesAsync(persona, Personas.Id(recorded)), persona);
        }
    }

    [Fact]
    public async Task Nobody_describes_the_bodies_of_another_State_nor_changes_what_is_not_theirs()
    {
        var foreign = await _personas.RefusalAsync("kenya", "recordInstitution", "institution", new { title = "Theirs", category = "COURT", country = "GHA" });
        Assert.Equal("The office of a State records what its own State did.", foreign.GetProperty("message").GetString());
        var recorded = await _personas.ActAsync(
            "ghana", "recordInstitution", "institution", new { title = "Ours", category = "COURT", audience = Personas.ToMembers });

        var refusal = await _personas.RefusalAsync("kenya", "endInstitution", "institution", new { id = Personas.Id(recorded), version = 1 });

        Assert.Equal("NOT_ALLOWED", refusal.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Unknown_codes_are_refused_with_their_paths()
    {
        var data = await network.DataAsync(
            "kenya",
            "mutation($input: RecordInstitutionInput!) { recordInstitution(input: $input) { errors { code path } } }",
            new { input = new { title = " ", category = "NHRI", inhibitors = new[] { "SECURITY_SECTOR", "NONE" }, members = new[] { "" } } });

        Assert.Equal(
            """[{"code":"INVALID_INPUT","path":["input","title"]},{"code":"INVALID_INPUT","path":["input","inhibitors","1"]},{"code":"INVALID_INPUT","path":["input","members","0"]}]""",
            data.GetProperty("recordInstitution").GetProperty("errors").GetRawText());
    }

    private async Task<System.Text.Json.JsonElement> SeeAsync(string persona, string id) => (await network.DataAsync(
        persona,
        "query($id: ID!) { node(id: $id) { ... on Institution { members endedOn events { nodes { type } } revisions { totalCount } } } }",
        new { id })).GetProperty("node");
}
