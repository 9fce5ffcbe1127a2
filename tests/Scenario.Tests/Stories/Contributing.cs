using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>What civil society contributes, protected towards everyone but the one receiver.</summary>
public sealed class Contributing(Network network) : IClassFixture<Network>
{
    private const string Fields = "contribution { id version status text answer signature }";

    [Fact]
    [Row("A18 B67", "`inviteContribution`, `submitContribution`, `answerContribution`, `inbox`", without: "inviteContribution")]
    public async Task By_invitation_civil_society_contributes_to_an_assessment_and_sees_what_became_of_it()
    {
        var draft = await network.DraftAsync("kenya", "With civil society");
        var invitation = await network.ActAsync("kenya", "inviteContribution", new
        {
            assessmentId = draft.Id(), office = await network.OfficeAsync("SAMPLE_PEACE_FORUM_KENYA_DESK"), question = "What do the districts say?",
        }, "invitation { id }");
        Assert.False(await network.SeesAsync("civil-society-kenya", draft.Id()));
        Assert.Contains(invitation.Id(), await network.InboxAsync("civil-society-kenya"));

        var given = await network.ActAsync("civil-society-kenya", "submitContribution", new
        {
            title = "From the districts", text = "Land is the worry.", invitationId = invitation.Id(),
        }, Fields);
        Assert.Contains(given.Id(), await network.InboxAsync("kenya"));
        Assert.False(await network.SeesAsync("kenya-contributor", given.Id()));
        await network.ActAsync(
            "kenya", "answerContribution", new { id = given.Id(), version = 1, outcome = "TAKEN_UP_IN_PART", answer = "In the finding on RF_03." }, Fields);

        var seen = await network.NodeAsync("civil-society-kenya", given.Id(), "... on Contribution { status answer }");
        Assert.Equal(("TAKEN_UP_IN_PART", "In the finding on RF_03."), (seen.Status(), seen.Text("answer")));
        Assert.DoesNotContain(given.Id(), await network.InboxAsync("kenya"));
    }

    [Fact]
    [Row("A18 B67", "`registerOrganization`, `accreditOffice`, `Office.accreditedBy`", without: "registerOrganization")]
    public async Task An_organization_is_registered_accredited_by_the_State_that_it_asked_and_speaks_for_itself()
    {
        var (code, name) = (Founding.NewCode("FORUM"), Founding.NewName("forum"));
        var office = (await network.ActAsync(
            "secretariat", "registerOrganization", new { code, name = "Forum of the lake", accreditor = "KEN" }, "office { id party { __typename } }")).Id();
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("ghana", "accreditOffice", new { office }));
        var accredited = await network.ActAsync("kenya", "accreditOffice", new { office }, "office { accreditedBy { code } }");
        Assert.Equal("KEN", accredited.GetProperty("accreditedBy").Text("code"));
        await network.AppointAsync("kenya", office, name, "CIVIL_SOCIETY_CONTRIBUTOR");

        var given = await network.ActAsync(name, "submitContribution", new
        {
            title = "From the lake", text = "Boats are burnt at night.", country = "KEN", receiver = await network.OfficeAsync("UN_OSAPG_DESK"),
        }, Fields);

        Assert.True(await network.SeesAsync("un-desk", given.Id()));
        Assert.False(await network.SeesAsync("kenya", given.Id()));
    }

    [Fact]
    [Row("A18 D2 B48", "`submitContribution(receiver:, signature: SEALED)`, `withdrawContribution`", without: "submitContribution")]
    public async Task A_State_can_neither_open_nor_list_nor_count_what_is_told_of_it_elsewhere()
    {
        const string list = """{ contributions(where: { country: { eq: "KEN" } }, first: 100) { totalCount nodes { id } } }""";
        var before = (await network.DataAsync("denmark", list)).GetRawText();
        var given = await network.ActAsync("civil-society-kenya", "submitContribution", new
        {
            title = "What nobody says aloud", text = "The forces themselves are feared.", country = "KEN", signature = "SEALED",
            receiver = await network.OfficeAsync("UN_OSAPG_DESK"),
        }, Fields);

        Assert.Equal("A contributor who is not named", given.Text("signature"));
        Assert.DoesNotContain((await network.DataAsync("kenya", list)).Nodes("contributions"), row => row.Id() == given.Id());
        foreach (var persona in new[] { "kenya", "kenya-contributor", "au-desk", "secretariat", "observer", "auditor", "admin", "denmark" })
        {
            Assert.False(await network.SeesAsync(persona, given.Id()), persona);
        }

        Assert.Equal(before, (await network.DataAsync("denmark", list)).GetRawText());
        Assert.Equal(
            "NOT_FOUND",
            await network.RefusalAsync("kenya", "answerContribution", new { id = given.Id(), version = 1, outcome = "NOT_TAKEN_UP", answer = "?" }));
        var received = await network.NodeAsync("un-desk", given.Id(), "... on Contribution { text sealed author { code } }");
        Assert.Equal("The forces themselves are feared.", received.Text("text"));
        Assert.Equal("null", received.GetProperty("author").GetRawText());

        await network.ActAsync("civil-society-kenya", "withdrawContribution", new { id = given.Id(), version = 1 }, Fields);
        Assert.Equal("null", (await network.NodeAsync("un-desk", given.Id(), "... on Contribution { text }")).GetProperty("text").GetRawText());
    }
}
