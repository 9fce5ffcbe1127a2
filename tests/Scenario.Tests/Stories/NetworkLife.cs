using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Networks and organizations: who belongs to them, whom they reach, who knows what.</summary>
public sealed class NetworkLife(Network network) : IClassFixture<Network>
{
    private static readonly object ToLatinAmerica = new { kind = "NETWORK", networks = new[] { "LATIN_AMERICAN_NETWORK" } };
    private static readonly object ToGaamac = new { kind = "NETWORK", networks = new[] { "GAAMAC" } };

    [Fact]
    [Row("A4", "`recordMembership`, `suspendMembership`, `endMembership`, audience `REGION`", without: "recordMembership")]
    public async Task An_organization_has_desks_of_its_own_and_members_that_join_are_suspended_and_leave()
    {
        var member = await network.StateAsync("HTI");
        var shared = await network.PublishToAsync("au-desk", Network.ToAfrica);
        var own = await network.ActAsync(member, "draftAssessment", new { title = "Not shared with the desk" }, "assessment { id }");
        Assert.False(await network.SeesAsync(member, shared.Id()));
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("eu-desk", "recordMembership", new { party = "HTI", body = "AU" }));

        var membership = await network.ActAsync(
            "au-desk", "recordMembership", new { party = "HTI", body = "AU" }, "membership { id version joinedOn leftOn member { code } body { code } }");
        Assert.Equal("HTI", membership.GetProperty("member").GetProperty("code").GetString());
        Assert.True(await network.SeesAsync(member, shared.Id()));
        Assert.False(await network.SeesAsync("au-desk", own.Id()));

        var suspended = await network.ActAsync("au-desk", "suspendMembership", Seen(membership), "membership { id version suspendedFrom }");
        Assert.NotNull(suspended.GetProperty("suspendedFrom").GetString());
        Assert.False(await network.SeesAsync(member, shared.Id()));
        var lifted = await network.ActAsync(
            "au-desk",
            "suspendMembership",
            new { id = suspended.Id(), version = suspended.Version(), to = suspended.GetProperty("suspendedFrom").GetString() },
            "membership { id version }");
        Assert.True(await network.SeesAsync(member, shared.Id()));

        var left = await network.ActAsync(member, "endMembership", Seen(lifted), "membership { id version leftOn }");
        Assert.NotNull(left.GetProperty("leftOn").GetString());
        Assert.False(await network.SeesAsync(member, shared.Id()));
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("observer", "endMembership", Seen(left)));
    }

    [Fact]
    [Row("A7 D10", "`describeNetwork`, `Network.languages`, `openOffice(ministry:)`, audience `NETWORK`", without: "describeNetwork")]
    public async Task A_network_works_in_its_own_languages_with_focal_points_of_States_and_of_ministries()
    {
        var secretariat = await network.SecretariatAsync("LATIN_AMERICAN_NETWORK");
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync(
            "secretariat", "describeNetwork", new { network = "LATIN_AMERICAN_NETWORK", languages = new[] { "en" } }));
        await network.ActAsync(
            secretariat,
            "describeNetwork",
            new { network = "LATIN_AMERICAN_NETWORK", languages = new[] { "es", "pt" }, programme = "Formación" },
            "network { id }");
        var seen = (await network.DataAsync(
            null, "{ party(code: \"LATIN_AMERICAN_NETWORK\") { ... on Network { languages programme members { member { code } } } } }")).GetProperty("party");
        Assert.Equal("""["es","pt"]""", seen.GetProperty("languages").GetRawText());
        Assert.Equal("Formación", seen.GetProperty("programme").GetString());
        Assert.Contains(seen.GetProperty("members").EnumerateArray(), row => row.GetProperty("member").GetProperty("code").GetString() == "CRI");

        var office = await network.OpenOfficeAsync("costa-rica", "CRI", "Ministerio de Justicia");
        var name = Founding.NewName("ministerio");
        await network.AppointAsync("costa-rica", office, name, "NATIONAL_FOCAL_POINT", secretariat);
        var practice = await network.PublishToAsync(secretariat, ToLatinAmerica, "es");
        Assert.True(await network.SeesAsync("costa-rica", practice.Id()));
        Assert.True(await network.SeesAsync(name, practice.Id()));
        Assert.False(await network.SeesAsync("denmark", practice.Id()));
        Assert.False(await network.SeesAsync("secretariat", practice.Id()));

        // Who speaks for one ministry appoints nobody for the State.
        var ofState = await network.OfficeAsync("CRI_FOCAL_POINT");
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync(
            name, "proposeAppointment", new { office = ofState, person = Founding.Person(Founding.NewName("no")), role = "NATIONAL_CONTRIBUTOR" }));
    }

    [Fact]
    [Row("A8", "`inviteMember`, `answerInvitation`, `MembershipRights`", without: "inviteMember")]
    public async Task A_network_has_members_that_are_no_States_with_rights_that_are_said()
    {
        var secretariat = await network.SecretariatAsync("GAAMAC");
        var reads = await InviteAsync(secretariat, "GAAMAC", "SAMPLE_PEACE_FORUM_KENYA", "READS");
        var practice = await network.PublishToAsync(secretariat, ToGaamac);
        Assert.False(await network.SeesAsync("civil-society-kenya", practice.Id()));
        Assert.False(await network.SeesAsync("kenya", reads.Id()));
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync(secretariat, "answerInvitation", Answer(reads, true)));
        await network.ActAsync("civil-society-kenya", "answerInvitation", Answer(reads, true), "invitation { status }");
        var listed = await InviteAsync(secretariat, "GAAMAC", "SAMPLE_PREVENTION_INSTITUTE", "LISTED");
        await network.ActAsync("observer", "answerInvitation", Answer(listed, true), "invitation { status }");

        Assert.True(await network.SeesAsync("civil-society-kenya", practice.Id()));
        Assert.False(await network.SeesAsync("observer", practice.Id()));
        var members = (await network.DataAsync(
            null, "{ party(code: \"GAAMAC\") { members { rights member { __typename code } } } }")).GetProperty("party").GetProperty("members");
        Assert.Contains(
            members.EnumerateArray(),
            row => row.GetRawText() == """{"rights":"LISTED","member":{"__typename":"CivilSocietyOrganization","code":"SAMPLE_PREVENTION_INSTITUTE"}}""");
    }

    [Fact]
    [Row("A9", "`RegionalOrganization.isNetwork`, audiences `REGION` and `NETWORK`", without: "publishPractice")]
    public async Task One_body_is_an_organization_and_a_network_at_once()
    {
        var body = (await network.DataAsync(null, "{ party(code: \"ICGLR\") { __typename ... on RegionalOrganization { isNetwork } } }")).GetProperty("party");
        Assert.Equal("""{"__typename":"RegionalOrganization","isNetwork":true}""", body.GetRawText());
        var neighbour = await network.StateAsync("UGA");

        var inRegion = await network.PublishToAsync("kenya", new { kind = "REGION", organizations = new[] { "ICGLR" } });
        var inNetwork = await network.PublishToAsync("kenya", new { kind = "NETWORK", networks = new[] { "ICGLR" } });

        foreach (var id in new[] { inRegion.Id(), inNetwork.Id() })
        {
            Assert.True(await network.SeesAsync(neighbour, id));
            Assert.False(await network.SeesAsync("ghana", id));
            Assert.False(await network.SeesAsync("au-desk", id));
        }
    }

    [Fact]
    [Row("B4", "`networkCoverage`, `inviteMember`, `answerInvitation`, `pairOffices`, `answerPairing`, `inbox`", without: "networkCoverage")]
    public async Task A_network_sees_whom_it_reaches_invites_and_pairs_newcomers_with_peers()
    {
        const string global = "GLOBAL_NETWORK_R2P_FOCAL_POINTS";
        var newcomer = await network.StateOfAsync("CHL", "LATIN_AMERICAN_NETWORK");
        Assert.Contains("CHL", await CoverageAsync("secretariat", "notMembers"));
        Assert.Contains("CRI", await CoverageAsync("denmark", "withFocalPoint"));
        Assert.Equal(
            "null",
            (await network.DataAsync("observer", $"{{ networkCoverage(network: \"{global}\") {{ region {{ code }} }} }}"))
                .GetProperty("networkCoverage").GetRawText());

        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("secretariat", "recordMembership", new { party = "CHL", body = global }));
        var invitation = await InviteAsync("secretariat", global, "CHL", "READS");
        Assert.Contains("CHL", await CoverageAsync("secretariat", "notMembers"));
        Assert.Contains(invitation.Id(), await network.InboxAsync(newcomer, "INVITATION_TO_ANSWER"));
        await network.ActAsync(newcomer, "answerInvitation", Answer(invitation, true), "invitation { status }");
        Assert.DoesNotContain(invitation.Id(), await network.InboxAsync(newcomer, "INVITATION_TO_ANSWER"));
        Assert.Contains("CHL", await CoverageAsync(newcomer, "members"));
        Assert.Contains("CHL", await CoverageAsync(newcomer, "withFocalPoint"));

        var office = Assert.Single(await network.HoldsAsync(newcomer));
        var pairing = await network.ActAsync(
            "secretariat",
            "pairOffices",
            new { network = global, newcomer = office, peer = await network.OfficeAsync("CRI_FOCAL_POINT"), purpose = "The first year." },
            "pairing { id version status }");
        Assert.False(await network.SeesAsync("denmark", pairing.Id()));
        var half = await network.ActAsync(newcomer, "answerPairing", Answer(pairing, true), "pairing { id version status }");
        Assert.Equal("PROPOSED", half.Status());
        Assert.DoesNotContain(pairing.Id(), await network.InboxAsync(newcomer, "PAIRING_TO_ANSWER"));
        Assert.Contains(pairing.Id(), await network.InboxAsync("costa-rica", "PAIRING_TO_ANSWER"));
        var active = await network.ActAsync("costa-rica", "answerPairing", Answer(half, true), "pairing { id version status }");
        Assert.Equal("ACTIVE", active.Status());
        Assert.Equal("ENDED", (await network.ActAsync("costa-rica", "answerPairing", Answer(active, false), "pairing { id version status }")).Status());
    }

    [Fact]
    [Row("B5", "`updateProfile`, `offices(party:, expertise:, theme:, language:)`", without: "updateProfile")]
    public async Task Colleagues_find_each_other_and_each_decides_who_reads_the_details()
    {
        var state = await network.StateAsync("SEN");
        var office = await network.OpenOfficeAsync(state, "SEN");
        var (name, skill) = (Founding.NewName("found"), Founding.NewName("mediation"));
        await network.AppointAsync(state, office, name, "NATIONAL_FOCAL_POINT");
        await network.ActAsync(name, "updateProfile", new
        {
            add = new object[]
            {
                new { topic = "EXPERTISE", value = $"Local {skill} over land", audience = Network.ToMembers },
                new { topic = "LANGUAGE", value = "wo", audience = Network.ToMembers },
                new { topic = "THEME", value = "SECURITY_SECTOR", audience = Network.ToMembers },
                new { topic = "PHONE", value = "+221 555 0100", audience = new { kind = "NAMED", states = new[] { "GHA" } } },
            },
        }, "office { id }");

        var search = $"{{ offices(party: \"SEN\", expertise: \"{skill}\", theme: \"SECURITY_SECTOR\", language: \"wo\") {{ nodes {{ id profile {{ id topic value }} }} }} }}";
        Assert.Equal(["EXPERTISE", "LANGUAGE", "THEME"], await TopicsAsync("observer", search));
        Assert.Equal(["EXPERTISE", "LANGUAGE", "PHONE", "THEME"], await TopicsAsync("ghana", search));
        Assert.Empty((await network.DataAsync(null, search)).GetProperty("offices").GetProperty("nodes").EnumerateArray());

        var phone = (await network.DataAsync(name, search)).GetProperty("offices").GetProperty("nodes")[0].GetProperty("profile").EnumerateArray()
            .Single(detail => detail.GetProperty("topic").GetString() == "PHONE");
        await network.ActAsync(name, "updateProfile", new { remove = new[] { phone.Id() } }, "office { id }");
        Assert.Equal(["EXPERTISE", "LANGUAGE", "THEME"], await TopicsAsync("ghana", search));
        Assert.False(await network.SeesAsync("ghana", phone.Id()));
    }

    private async Task<IReadOnlyList<string?>> TopicsAsync(string persona, string search)
    {
        var found = Assert.Single((await network.DataAsync(persona, search)).GetProperty("offices").GetProperty("nodes").EnumerateArray());
        return [.. found.GetProperty("profile").EnumerateArray().Select(detail => detail.GetProperty("topic").GetString()).Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string?>> CoverageAsync(string persona, string group)
    {
        var regions = (await network.DataAsync(
            persona,
            $"{{ networkCoverage(network: \"GLOBAL_NETWORK_R2P_FOCAL_POINTS\") {{ region {{ code }} {group} {{ code }} }} }}")).GetProperty("networkCoverage");
        return [.. regions.EnumerateArray().SelectMany(region => region.GetProperty(group).EnumerateArray()).Select(state => state.GetProperty("code").GetString())];
    }

    private Task<JsonElement> InviteAsync(string persona, string body, string party, string rights) =>
        network.ActAsync(persona, "inviteMember", new { body, party, message = "Join us.", rights }, "invitation { id version status }");

    private static object Answer(JsonElement row, bool accept) => new { id = row.Id(), version = row.Version(), accept };

    private static object Seen(JsonElement row) => new { id = row.Id(), version = row.Version() };
}
