using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;

namespace R2P.Schema.Tests.Members;

/// <summary>Exactly which tokens each persona holds, and what dates do to them.</summary>
public sealed class TokenTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    [Theory]
    [InlineData(
        "ghana",
        "members network:GLOBAL_NETWORK_R2P_FOCAL_POINTS office:GHA_FOCAL_POINT person:ghana public region:AU region:ECOWAS seal:GHA_FOCAL_POINT state:GHA")]
    [InlineData("kenya", "members network:GLOBAL_NETWORK_R2P_FOCAL_POINTS network:ICGLR network:ICGLR_GENOCIDE_COMMITTEES office:KEN_FOCAL_POINT person:kenya public region:AU region:COMESA region:EAC region:ICGLR region:IGAD seal:KEN_FOCAL_POINT state:KEN")]
    [InlineData("costa-rica", "members network:GLOBAL_NETWORK_R2P_FOCAL_POINTS network:LATIN_AMERICAN_NETWORK office:CRI_FOCAL_POINT person:costa-rica public region:CELAC region:OAS region:SICA seal:CRI_FOCAL_POINT state:CRI")]
    [InlineData("denmark", "members network:GLOBAL_NETWORK_R2P_FOCAL_POINTS office:DNK_FOCAL_POINT person:denmark public region:COE region:EU region:OSCE seal:DNK_FOCAL_POINT state:DNK")]
    [InlineData("kenya-contributor", "members office:KEN_NATIONAL_COMMITTEE person:kenya-contributor public seal:KEN_NATIONAL_COMMITTEE state:KEN")]
    [InlineData("au-desk", "members office:AU_R2P_DESK org:AU person:au-desk public region:AU seal:AU_R2P_DESK")]
    [InlineData("eu-desk", "members office:EU_R2P_DESK org:EU person:eu-desk public region:EU seal:EU_R2P_DESK")]
    [InlineData("un-desk", "members office:UN_OSAPG_DESK org:UN_OSAPG person:un-desk public seal:UN_OSAPG_DESK")]
    [InlineData(
        "secretariat",
        "members network:GLOBAL_NETWORK_R2P_FOCAL_POINTS office:GLOBAL_NETWORK_SECRETARIAT person:secretariat public seal:GLOBAL_NETWORK_SECRETARIAT")]
    [InlineData("civil-society-kenya", "members office:SAMPLE_PEACE_FORUM_KENYA_DESK person:civil-society-kenya public seal:SAMPLE_PEACE_FORUM_KENYA_DESK")]
    [InlineData("observer", "members office:SAMPLE_PREVENTION_INSTITUTE_DESK person:observer public seal:SAMPLE_PREVENTION_INSTITUTE_DESK")]
    [InlineData("auditor", "person:auditor public")]
    [InlineData("admin", "person:admin public")]
    public async Task Each_persona_holds_exactly_these(string persona, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', (await TokensAsync(persona, "select 1")).Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Who_holds_a_token_is_whoever_has_it_among_their_own()
    {
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);

        Assert.Empty(await database.ScalarAsync<string[]>(
            """
            with held as (select p.id, t.token from r2p.person p, unnest(r2p.tokens_of(p.id)) t (token) where t.token <> 'public'),
                 told as (select h.person_id, h.token from (select distinct token from held) w, r2p.holders_of(array[w.token]) h)
            select array(select token || ' ' || id from ((table held except table told) union all (table told except table held)) as differing)
            """));
    }

    [Theory]
    [InlineData("left_on = current_date", false)]
    [InlineData("left_on = current_date + 1", true)]
    [InlineData("joined_on = current_date", true)]
    [InlineData("joined_on = current_date + 1", false)]
    [InlineData("joined_on = null", true)]
    [InlineData("suspended_from = current_date", false)]
    [InlineData("suspended_from = current_date + 1", true)]
    [InlineData("suspended_from = current_date - 9, suspended_to = current_date", true)]
    [InlineData("suspended_from = current_date - 9, suspended_to = current_date + 1", false)]
    public async Task A_membership_counts_from_its_beginning_to_its_end_unless_suspended(string change, bool counts)
    {
        var tokens = await TokensAsync(
            "kenya",
            $"update r2p.membership m set {change} from r2p.party p, r2p.party b where p.id = m.party_id and b.id = m.body_id and p.code = 'KEN' and b.code = 'GLOBAL_NETWORK_R2P_FOCAL_POINTS'");

        Assert.Equal(counts, tokens.Contains("network:GLOBAL_NETWORK_R2P_FOCAL_POINTS"));
        Assert.Contains("state:KEN", tokens);
    }

    [Theory]
    [InlineData("starts_at = now() + interval '1 hour'", false)]
    [InlineData("starts_at = now()", true)]
    [InlineData("ends_at = now()", false)]
    [InlineData("ends_at = now() + interval '1 hour'", true)]
    [InlineData("status = 'PROPOSED'", false)]
    [InlineData("status = 'ENDED'", false)]
    public async Task An_appointment_that_does_not_count_leaves_what_is_public(string change, bool counts)
    {
        var tokens = await TokensAsync("kenya", $"update r2p.appointment set {change} where person_id = '{PersonId("kenya")}'");

        Assert.Equal(counts, tokens.Contains("state:KEN"));
        if (!counts)
        {
            Assert.Equal(["public"], tokens);
        }
    }

    private static Guid PersonId(string persona) => ReferenceId.Of("person", SamplePersonas.SubjectOf(persona));

    /// <summary>The persona's tokens after a change that is rolled back, with codes in place of the ids.</summary>
    private async Task<string[]> TokensAsync(string persona, string change)
    {
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await database.ExecuteAsync("begin");
        await database.ExecuteAsync(change);
        var tokens = await database.ScalarAsync<string[]>(
            $"""
            select array(
                select coalesce('office:' || o.code, 'seal:' || sealed.code, replace(token, 'person:{PersonId(persona)}', 'person:{persona}'))
                from unnest(r2p.tokens_of('{PersonId(persona)}')) token left join r2p.office o on token = 'office:' || o.id
                left join (r2p.office_seal s join r2p.office sealed on sealed.id = s.office_id) on token = 'seal:' || s.seal)
            """);
        await database.ExecuteAsync("rollback");
        return tokens;
    }
}
