using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>The network meets, talks in series, follows the forums, and keeps what was said.</summary>
public sealed class Meetings(Network network) : IClassFixture<Network>
{
    private const string OfNetwork = "GLOBAL_NETWORK_R2P_FOCAL_POINTS";
    private const string Meeting = "meeting { id version status }";
    private static readonly object ToNetwork = new { kind = "NETWORK", networks = new[] { OfNetwork } };

    [Fact]
    [Row("B6", "`planMeeting`, `answerMeetingInvitation`, `recordMeeting`, `completeFollowUp`, `closeMeeting`", without: "recordMeeting")]
    public async Task A_network_meeting_has_agenda_documents_attendance_conclusions_and_what_follows()
    {
        var ghana = await network.OfficeAsync("GHA_FOCAL_POINT");
        var paper = await network.ActAsync("secretariat", "proposePractice", new
        {
            title = "Paper for the meeting", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "A draft.",
        }, "practice { id }");
        var planned = await network.ActAsync("secretariat", "planMeeting", new
        {
            title = "Meeting with everything", meetingKind = "WORKING_GROUP", network = OfNetwork, startsOn = "2999-03-01", audience = ToNetwork,
            agenda = new[] { new { title = "Early warning" }, new { title = "Next steps" } }, documents = new[] { paper.Id() }, invited = new[] { ghana },
        }, Meeting);
        await network.ActAsync("ghana", "answerMeetingInvitation", new { meetingId = planned.Id(), attending = true }, Meeting);
        Assert.Contains(planned.Id(), await network.InboxAsync("ghana", "MEETING_TO_ATTEND"));

        var held = await network.ActAsync("secretariat", "recordMeeting", new
        {
            id = planned.Id(), version = 1, conclusions = "Warn earlier.", attended = new[] { ghana }, participantCount = 31,
            followUp = new[] { new { text = "Collect examples", forOffice = ghana, dueOn = "2999-06-01" } },
        }, "meeting { id version status followUp { id } }");
        Assert.Equal("HELD", held.Status());
        var item = held.GetProperty("followUp")[0].Id();
        await network.ActAsync("ghana", "completeFollowUp", new { id = item, result = "Nine examples" }, "followUp { doneAt }");
        await network.ActAsync("secretariat", "closeMeeting", new { id = held.Id(), version = held.Version() }, Meeting);

        const string all = "agenda { title } documents { id } attended { code } participantCount conclusions followUp { text result }";
        Assert.Equal(
            """{"agenda":[{"title":"Early warning"},{"title":"Next steps"}],"documents":[],"attended":[{"code":"GHA_FOCAL_POINT"}],"participantCount":31,"conclusions":"Warn earlier.","followUp":[{"text":"Collect examples","result":"Nine examples"}]}""",
            (await ReadAsync("denmark", planned, all)).GetRawText());
        Assert.Equal(1, (await ReadAsync("secretariat", planned, all)).GetProperty("documents").GetArrayLength());
        Assert.False(await network.SeesAsync("observer", planned.Id()));
        Assert.False(await network.SeesAsync("observer", item));
    }

    [Fact]
    [Row("B66", "`planMeeting(panel:)`, `recordMeeting(panel:)`, `Meeting.panel`, inbox `PANEL_WITHOUT_WOMEN`", without: "recordMeeting")]
    public async Task A_host_is_reminded_of_women_on_its_panels_and_the_record_says_how_many_there_were()
    {
        var planned = await network.ActAsync("secretariat", "planMeeting", new
        {
            title = "Meeting with a panel", meetingKind = "NETWORK", network = OfNetwork, startsOn = "2999-04-01", audience = ToNetwork,
            panel = new { people = 4, women = 0 },
        }, Meeting);
        Assert.Contains(planned.Id(), await network.InboxAsync("secretariat", "PANEL_WITHOUT_WOMEN"));

        var revised = await network.ActAsync(
            "secretariat", "reviseMeeting", new { id = planned.Id(), version = planned.Version(), panel = new { people = 4, women = 2 } }, Meeting);
        Assert.DoesNotContain(planned.Id(), await network.InboxAsync("secretariat", "PANEL_WITHOUT_WOMEN"));
        await network.ActAsync("secretariat", "recordMeeting", new
        {
            id = planned.Id(), version = revised.Version(), conclusions = "Warn earlier.", panel = new { people = 5, women = 3 },
        }, Meeting);

        Assert.Equal(
            """{"panel":{"people":5,"women":3,"withoutWomen":false}}""",
            (await ReadAsync("denmark", planned, "panel { people women withoutWomen }")).GetRawText());
        Assert.False(await network.SeesAsync("observer", planned.Id()));
    }

    [Fact]
    [Row("B32", "`planMeeting(series:)`, `recordMeeting`, `meetings(where: { series })`", without: "planMeeting")]
    public async Task Standing_talks_are_a_series_with_notes_for_those_who_talk()
    {
        var europe = await network.OfficeAsync("EU_R2P_DESK");
        foreach (var day in new[] { "2997-01-15", "2997-02-15" })
        {
            var talk = await network.ActAsync("au-desk", "planMeeting", new
            {
                title = $"Talk of {day}", meetingKind = "DIALOGUE", series = "Monthly talks of two desks", startsOn = day, invited = new[] { europe },
            }, Meeting);
            await network.ActAsync("au-desk", "recordMeeting", new { id = talk.Id(), version = 1, conclusions = $"Notes of {day}" }, Meeting);
        }

        const string series = """{ meetings(where: { series: { eq: "Monthly talks of two desks" } }, order: [{ startsOn: ASC }]) { totalCount nodes { startsOn conclusions } } }""";
        Assert.Equal(
            """{"totalCount":2,"nodes":[{"startsOn":"2997-01-15","conclusions":"Notes of 2997-01-15"},{"startsOn":"2997-02-15","conclusions":"Notes of 2997-02-15"}]}""",
            (await network.DataAsync("eu-desk", series)).GetProperty("meetings").GetRawText());
        Assert.Equal(0, (await network.DataAsync("kenya", series)).GetProperty("meetings").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    [Row(
        "A14 B39",
        "`planMeeting(forum:)`, `meetings(where: { forum, startsOn })`, `recordMeeting`, `recordStatement`, `statements`",
        without: "recordStatement")]
    public async Task Sessions_and_debates_stand_in_a_calendar_with_decisions_to_follow_up_and_an_archive_of_statements()
    {
        var debate = await network.ActAsync("secretariat", "planMeeting", new
        {
            title = "Debate of the Assembly", meetingKind = "FORUM_SESSION", forum = "UN_GA", startsOn = "2996-06-20", audience = Network.ToMembers,
        }, Meeting);
        var calendar = await network.DataAsync("observer", """
            { meetings(where: { forum: { in: ["UN_GA", "UN_SC", "UN_HRC", "UN_PBC"] }, startsOn: { gte: "2996-06-01", lte: "2996-06-30" } }) { nodes { id forum startsOn } } }
            """);
        Assert.Contains(calendar.GetProperty("meetings").GetProperty("nodes").EnumerateArray(), session => session.Id() == debate.Id());

        var spoken = await network.ActAsync("denmark", "recordStatement", new
        {
            meetingId = debate.Id(), title = "Statement of Denmark", text = "A formal agenda item, please.", audience = Network.ToEveryone,
            tags = new[] { "PILLAR_I" },
        }, "statement { id }");
        var position = await network.ActAsync("denmark", "recordStatement", new
        {
            meetingId = debate.Id(), title = "Our position, for the network", text = "What we would accept.", audience = ToNetwork,
        }, "statement { id }");
        await network.ActAsync("secretariat", "recordMeeting", new
        {
            id = debate.Id(), version = 1, conclusions = "The Assembly decided to keep the item.",
            followUp = new[] { new { text = "Report on it next year", dueOn = "2997-06-01" } },
        }, Meeting);

        Assert.True(await network.SeesAsync(null, spoken.Id()));
        Assert.True(await network.SeesAsync("ghana", position.Id()));
        Assert.False(await network.SeesAsync("observer", position.Id()));
        var archive = await network.DataAsync(null, """{ statements(where: { title: { eq: "Statement of Denmark" } }) { nodes { id office { code } } } }""");
        Assert.Contains(archive.GetProperty("statements").GetProperty("nodes").EnumerateArray(), statement => statement.Id() == spoken.Id());
        var decided = await ReadAsync("observer", debate, "conclusions followUp { text dueOn office { code } }");
        Assert.Equal("The Assembly decided to keep the item.", decided.GetProperty("conclusions").GetString());
        Assert.Equal("2997-06-01", decided.GetProperty("followUp")[0].GetProperty("dueOn").GetString());
    }

    [Fact]
    [Row("A6", "`party { members }`, `offices`, `meetings(where: { network })`, `practices`, `recordStatement(network:)`", without: "recordStatement")]
    public async Task The_network_has_a_directory_meetings_a_shared_library_and_a_voice_of_its_own()
    {
        var shared = await network.DataAsync("denmark", """
            {
              party(code: "GLOBAL_NETWORK_R2P_FOCAL_POINTS") { members { member { code offices { code } } } }
              ghana: party(code: "GHA") { memberships { body { code } } }
              practices(first: 1) { nodes { id } }
            }
            """);
        Assert.Contains("GHA_FOCAL_POINT", shared.GetProperty("party").GetRawText(), StringComparison.Ordinal);
        Assert.True(shared.GetProperty("ghana").GetProperty("memberships").GetArrayLength() > 1); // A focal point can belong to more than one.
        Assert.Equal(1, shared.GetProperty("practices").GetProperty("nodes").GetArrayLength());

        var meeting = await network.ActAsync("secretariat", "planMeeting", new
        {
            title = "Annual meeting with a statement", meetingKind = "NETWORK", network = OfNetwork, startsOn = "2999-09-01", audience = ToNetwork,
        }, Meeting);
        var joint = await network.ActAsync("secretariat", "recordStatement", new
        {
            meetingId = meeting.Id(), title = "Joint statement", text = "We stand together.", audience = Network.ToEveryone, network = OfNetwork,
        }, "statement { id network }");
        Assert.True(await network.SeesAsync(null, joint.Id()));
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("denmark", "recordStatement", new
        {
            meetingId = meeting.Id(), title = "In your name", text = "No.", audience = Network.ToEveryone, network = OfNetwork,
        }));
        Assert.True(await network.SeesAsync("ghana", meeting.Id()));
        Assert.False(await network.SeesAsync("au-desk", meeting.Id()));
    }

    [Fact]
    [Row("A15", "`parties`, `catalogue { informationSources unEntities }`, `offerAssistance` and `planMeeting` by a desk of theirs", without: "parties")]
    public async Task Entities_of_the_United_Nations_are_registered_as_parties_and_as_sources()
    {
        var known = await network.DataAsync(null, """
            {
              parties(where: { code: { in: ["UN_OHCHR", "UN_OCHA", "UN_UNHCR", "UN_DPPA", "UN_PEACE_OPERATIONS"] } }) { totalCount nodes { __typename code } }
              catalogue { informationSources { code } unEntities { code } }
            }
            """);

        Assert.Equal(5, known.GetProperty("parties").GetProperty("totalCount").GetInt32());
        Assert.All(
            known.GetProperty("parties").GetProperty("nodes").EnumerateArray(), party => Assert.Equal("UnEntity", party.GetProperty("__typename").GetString()));
        Assert.Contains("SRC_OHCHR", known.GetProperty("catalogue").GetProperty("informationSources").GetRawText(), StringComparison.Ordinal);

        var offer = await network.ActAsync("un-desk", "offerAssistance", new
        {
            title = "Training in the Framework", what = "Two courses a year.", category = "CAPACITY_BUILDING", form = "EFFECTIVE_GOVERNANCE",
            audience = Network.ToMembers,
        }, "offer { id }");
        Assert.True(await network.SeesAsync("kenya", offer.Id()));
        var briefing = await network.ActAsync("un-desk", "planMeeting", new
        {
            title = "Briefing of two desks", meetingKind = "DIALOGUE", startsOn = "2999-03-01", invited = new[] { await network.OfficeAsync("AU_R2P_DESK") },
        }, Meeting);
        Assert.True(await network.SeesAsync("au-desk", briefing.Id()));
        Assert.False(await network.SeesAsync("kenya", briefing.Id()));
    }

    private async Task<JsonElement> ReadAsync(string persona, JsonElement meeting, string fields) => (await network.DataAsync(
        persona, $"query($id: ID!) {{ node(id: $id) {{ ... on Meeting {{ {fields} }} }} }}", new { id = meeting.Id() })).GetProperty("node");
}
