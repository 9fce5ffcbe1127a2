using System.Text.Json;

namespace R2P.Schema.Tests.Audit;

/// <summary>Auditors see who did and read what, without content; nobody else sees the trail.</summary>
public sealed class AuditTrailTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Trail =
        "query($subject: ID, $first: Int, $after: Cursor) { auditTrail(subject: $subject, first: $first, after: $after) { nodes { at act personId officeId subjectIds } pageInfo { hasNextPage endCursor } } }";

    private readonly Personas _personas = new(network);

    [Fact]
    public async Task The_auditor_sees_acts_and_readings_by_id()
    {
        var shared = await _personas.PublishPracticeAsync("ghana", new { kind = "NAMED", organizations = new[] { "AU" } }, "Audited secret");
        await _personas.SeeAsync("au-desk", Personas.Id(shared), "title");

        var trail = (await network.DataAsync("auditor", Trail, new { subject = Personas.Id(shared) })).GetProperty("auditTrail");

        Assert.Equal(
            ["READ", "PRACTICE_PUBLISHED", "PRACTICE_APPROVED", "PRACTICE_PROPOSED"],
            trail.GetProperty("nodes").EnumerateArray().Select(entry => entry.GetProperty("act").GetString()));
        Assert.All(trail.GetProperty("nodes").EnumerateArray(), entry =>
        {
            Assert.Equal(Personas.Id(shared), Assert.Single(entry.GetProperty("subjectIds").EnumerateArray()).GetString());
            Assert.NotEqual(JsonValueKind.Null, entry.GetProperty("personId").ValueKind);
        });
        Assert.DoesNotContain("Audited secret", trail.ToString(), StringComparison.Ordinal);
        Assert.False(await _personas.SeesAsync("auditor", Personas.Id(shared)));
    }

    [Theory]
    [InlineData("ghana")]
    [InlineData("secretariat")]
    [InlineData("admin")]
    [InlineData("observer")]
    [InlineData(null)]
    public async Task For_everybody_else_it_is_empty(string? persona)
    {
        await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "In the trail");

        var trail = (await network.DataAsync(persona, Trail)).GetProperty("auditTrail");

        Assert.Equal("""{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}""", trail.GetRawText());
    }

    [Fact]
    public async Task Its_pages_are_the_whole_trail_without_gap_or_double()
    {
        for (var i = 0; i < 3; i++)
        {
            var shared = await _personas.PublishPracticeAsync("ghana", new { kind = "NAMED", organizations = new[] { "AU" } });
            await _personas.SeeAsync("au-desk", Personas.Id(shared), "title");
        }

        var whole = (await network.DataAsync("auditor", Trail, new { first = 12 })).GetProperty("auditTrail").GetProperty("nodes");
        var paged = new List<string>();
        string? after = null;
        while (paged.Count < 12)
        {
            var page = (await network.DataAsync("auditor", Trail, new { first = 5, after })).GetProperty("auditTrail");
            paged.AddRange(page.GetProperty("nodes").EnumerateArray().Select(entry => entry.GetRawText()));
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        var counted = await network.DataAsync("auditor", "{ auditTrail(first: 1) { totalCount } }");
        Assert.True(counted.GetProperty("auditTrail").GetProperty("totalCount").GetInt32() >= 12);
        Assert.Equal(whole.EnumerateArray().Select(entry => entry.GetRawText()), paged.Take(12));
        var foreign = await network.AskAsync("auditor", Trail, new { after = "not-a-cursor" });
        Assert.Equal("BAD_REQUEST", foreign.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }
}
