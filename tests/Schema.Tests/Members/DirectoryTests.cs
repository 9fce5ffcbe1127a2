using System.Text.Json;

namespace R2P.Schema.Tests.Members;

public sealed class DirectoryTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    [Theory]
    [InlineData("KEN", "State")]
    [InlineData("AU", "RegionalOrganization")]
    [InlineData("GLOBAL_NETWORK_R2P_FOCAL_POINTS", "Network")]
    [InlineData("UN_OHCHR", "UnEntity")]
    [InlineData("SAMPLE_PEACE_FORUM_KENYA", "CivilSocietyOrganization")]
    public async Task A_party_is_found_by_its_code_and_by_its_id(string code, string type)
    {
        var party = (await network.DataAsync(null, "query($code: String!) { party(code: $code) { __typename id name } }", new { code })).GetProperty("party");

        var node = await network.DataAsync(
            null, "query($id: ID!) { node(id: $id) { ... on Party { __typename id name } } }", new { id = party.Text("id") });

        Assert.Equal(type, party.Text("__typename"));
        Assert.Equal(party.GetRawText(), node.GetProperty("node").GetRawText());
    }

    [Fact]
    public async Task A_code_that_nobody_has_finds_nothing()
    {
        var data = await network.DataAsync("kenya", """{ party(code: "XXX") { id } office(code: "XXX") { id } offices(party: "XXX") { totalCount } }""");

        Assert.Equal("""{"party":null,"office":null,"offices":{"totalCount":0}}""", data.GetRawText());
    }

    [Fact]
    public async Task Offices_are_listed_by_party()
    {
        var data = await network.DataAsync(null, """{ offices(party: "KEN") { totalCount nodes { code party { code } } } }""");

        Assert.Equal(
            """{"totalCount":2,"nodes":[{"code":"KEN_NATIONAL_COMMITTEE","party":{"code":"KEN"}},{"code":"KEN_FOCAL_POINT","party":{"code":"KEN"}}]}""",
            data.GetProperty("offices").GetRawText());
    }

    [Theory]
    [InlineData(
        "ghana", "[{\"role\":\"NATIONAL_FOCAL_POINT\",\"status\":\"ACTIVE\",\"person\":{\"displayName\":\"Focal point of Denmark (sample)\"}}]", "false")]
    [InlineData(
        "observer", "[{\"role\":\"NATIONAL_FOCAL_POINT\",\"status\":\"ACTIVE\",\"person\":{\"displayName\":\"Focal point of Denmark (sample)\"}}]", "false")]
    [InlineData("auditor", "[]", "null")]
    [InlineData("admin", "[]", "null")]
    [InlineData(null, "[]", "null")]
    public async Task Members_see_who_holds_an_office_and_others_are_not_told_that_it_is_vacant(string? persona, string holders, string vacant)
    {
        var data = await network.DataAsync(
            persona, """{ office(code: "DNK_FOCAL_POINT") { vacant holders { role status person { displayName } } } }""");

        Assert.Equal($$"""{"vacant":{{vacant}},"holders":{{holders}}}""", data.GetProperty("office").GetRawText());
    }

    [Fact]
    public async Task An_office_whose_last_holder_resigned_is_vacant_and_keeps_its_history()
    {
        const string office = """{ office(code: "EU_R2P_DESK") { vacant holders { id version } appointments { status person { appointments { office { code } } } } } }""";
        var before = (await network.DataAsync("ghana", office)).GetProperty("office");
        await network.EndAsync("eu-desk", Assert.Single(before.GetProperty("holders").EnumerateArray()));

        Assert.Equal(
            """{"vacant":true,"holders":[],"appointments":[{"status":"ENDED","person":{"appointments":[{"office":{"code":"EU_R2P_DESK"}}]}}]}""",
            (await network.DataAsync("ghana", office)).GetProperty("office").GetRawText());
    }

    [Fact]
    public async Task A_person_is_found_by_id_by_members_only()
    {
        var data = await network.DataAsync("ghana", """{ office(code: "KEN_FOCAL_POINT") { holders { person { id } } } }""");
        var id = data.GetProperty("office").GetProperty("holders")[0].GetProperty("person").Text("id");
        const string query = "query($id: ID!) { node(id: $id) { ... on Person { displayName appointments { role } } } }";

        Assert.Equal(
            """{"displayName":"Focal point of Kenya (sample)","appointments":[{"role":"NATIONAL_FOCAL_POINT"}]}""",
            (await network.DataAsync("observer", query, new { id })).GetProperty("node").GetRawText());
        Assert.Equal(JsonValueKind.Null, (await network.DataAsync(null, query, new { id })).GetProperty("node").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await network.DataAsync("admin", query, new { id })).GetProperty("node").ValueKind);
    }
}
