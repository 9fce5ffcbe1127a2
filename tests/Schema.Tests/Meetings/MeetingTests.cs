using System.Text.Json;
using R2P.GraphQL;
using R2P.Schema.Tests.Exchanges;

namespace R2P.Schema.Tests.Meetings;

public sealed class MeetingTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Network = "GLOBAL_NETWORK_R2P_FOCAL_POINTS";
    private static readonly object ToNetwork = new { kind = "NETWORK", networks = new[] { Network } };
    private readonly Personas _personas = new(network);
    private readonly Desks _desks = new(network);

    [Fact]
    public async Task A_meeting_is_planned_held_and_closed_when_what_follows_is_done()
    {
        var planned = await PlanAsync("secretariat", "Whole life", ToNetwork);
        var revised = await _personas.ActAsync("secretariat", "reviseMeeting", "meeting", new
        {
            id = Personas.Id(planned), version = 1, startsOn = "2999-05-03", agenda = new[] { new { title = "Opening" }, new { title = "Lessons" } },
        }, "id version status ... on Meeting { startsOn agenda { title } place }");
        Assert.Equal("""{"startsOn":"2999-05-03","agenda":[{"title":"Opening"},{"title":"Lessons"}],"place":"Accra"}""", Rest(revised));

        var held = await _personas.ActAsync("secretariat", "recordMeeting", "meeting", new
        {
            id = Personas.Id(planned),
            version = 2,
            conclusions = "To meet again.",
            attended = new[] { Desks.Office("GHA_FOCAL_POINT"), Desks.Office("DNK_FOCAL_POINT") },
            participantCount = 40,
            followUp = new[] { new { text = "Send the list", forOffice = Desks.Office("GHA_FOCAL_POINT"), dueOn = "2999-06-01" } },
        }, "id version status ... on Meeting { conclusions participantCount attended { code } followUp { id text office { code } dueOn } }");
        Assert.Equal(("HELD", 3), Personas.State(held));
        var item = Personas.Id(held.GetProperty("followUp")[0]);
        Assert.Equal(2, held.GetProperty("attended").GetArrayLength());
        Assert.Contains(("TASK_DUE", item, "2999-06-01"), await _desks.InboxAsync("ghana"));
        Assert.Equal("INVALID_INPUT", await CodeAsync("secretariat", "closeMeeting", "meeting", new { id = Personas.Id(planned), version = 3 }));
        Assert.Equal("NOT_ALLOWED", await CodeAsync("denmark", "completeFollowUp", "followUp", new { id = item }));
        Assert.Equal("NOT_FOUND", await CodeAsync("au-desk", "completeFollowUp", "followUp", new { id = item }));

        await _personas.ActAsync("ghana", "completeFollowUp", "followUp", new { id = item, result = "Sent." }, "result doneAt");
        Assert.DoesNotContain(await _desks.InboxAsync("ghana"), entry => entry.Subject == item);
        var closed = await _personas.ActAsync("secretariat", "closeMeeting", "meeting", new { id = Personas.Id(planned), version = 3 });
        Assert.Equal(("CLOSED", 4), Personas.State(closed));
    }

    [Fact]
    public async Task A_meeting_tells_its_readers_how_many_are_on_its_panels_and_how_many_of_them_are_women()
    {
        var planned = await _personas.ActAsync("secretariat", "planMeeting", "meeting", new
        {
            title = "Panels", meetingKind = "NETWORK", startsOn = "2999-05-01", audience = ToNetwork, panel = new { people = 4, women = 0 },
        });
        Assert.Contains(("PANEL_WITHOUT_WOMEN", Personas.Id(planned), "2999-05-01"), await _desks.InboxAsync("secretariat"));
        Assert.DoesNotContain(await _desks.InboxAsync("ghana"), entry => entry.Reason == "PANEL_WITHOUT_WOMEN");

        await _personas.ActAsync(
            "secretariat", "reviseMeeting", "meeting", new { id = Personas.Id(planned), version = 1, panel = new { people = 5, women = 2 } });
        Assert.DoesNotContain(await _desks.InboxAsync("secretariat"), entry => entry.Reason == "PANEL_WITHOUT_WOMEN");
        Assert.Equal("""{"panel":{"people":5,"women":2,"withoutWomen":false}}""", await PanelAsync("ghana"));
        Assert.Equal("", await PanelAsync("au-desk"));

        var held = await _personas.ActAsync(
            "secretariat", "recordMeeting", "meeting",
            new { id = Personas.Id(planned), version = 2, conclusions = "Two could not come.", panel = new { people = 3, women = 0 } },
            "id ... on Meeting { panel { people women withoutWomen } }");
        Assert.Equal("""{"people":3,"women":0,"withoutWomen":true}""", held.GetProperty("panel").GetRawText());

        async Task<string> PanelAsync(string persona)
        {
            var seen = await _desks.NodeAsync(persona, Personas.Id(planned), "Meeting", "panel { people women withoutWomen }");
            return seen.ValueKind == JsonValueKind.Null ? "" : seen.GetRawText();
        }
    }

    [Theory]
    [InlineData(0, 0, "people")]
    [InlineData(2, 3, "women")]
    [InlineData(9, 1, "people")] // More than the eight who were there.
    public async Task Numbers_of_a_panel_that_can_t_be_are_refused(int people, int women, string field)
    {
        var planned = await PlanAsync("ghana", "Impossible panel", null, "CRI_FOCAL_POINT");

        var refused = await _personas.RefusalAsync("ghana", "recordMeeting", "meeting", new
        {
            id = Personas.Id(planned), version = 1, conclusions = "Agreed.", participantCount = 8, panel = new { people, women },
        });

        Assert.Equal($$"""["input","panel","{{field}}"]""", refused.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task What_was_planned_of_a_panel_stands_where_nothing_else_is_said_of_it()
    {
        var planned = await _personas.ActAsync("ghana", "planMeeting", "meeting", new
        {
            title = "As planned", meetingKind = "DIALOGUE", startsOn = "2999-05-01", panel = new { people = 2, women = 1 },
        });

        var held = await _personas.ActAsync(
            "ghana", "recordMeeting", "meeting", new { id = Personas.Id(planned), version = 1, conclusions = "Agreed." },
            "id ... on Meeting { panel { people women } }");

        Assert.Equal("""{"people":2,"women":1}""", held.GetProperty("panel").GetRawText());
    }

    [Fact]
    public async Task To_invite_to_a_meeting_of_named_offices_is_to_share_it_with_them()
    {
        var planned = await PlanAsync("ghana", "Named", null, "CRI_FOCAL_POINT");
        Assert.True(await _personas.SeesAsync("costa-rica", Personas.Id(planned)));
        Assert.False(await _personas.SeesAsync("denmark", Personas.Id(planned)));
        Assert.Contains(("MEETING_TO_ATTEND", Personas.Id(planned), "2999-05-01"), await _desks.InboxAsync("costa-rica"));

        await _personas.ActAsync(
            "ghana", "inviteToMeeting", "meeting", new { id = Personas.Id(planned), version = 1, offices = new[] { Desks.Office("DNK_FOCAL_POINT") } });
        await _personas.ActAsync(
            "denmark", "answerMeetingInvitation", "meeting", new { meetingId = Personas.Id(planned), attending = false, note = "Another duty." });

        Assert.DoesNotContain(await _desks.InboxAsync("denmark"), entry => entry.Subject == Personas.Id(planned));
        const string invitations = "invitations { office { code } status note }";
        Assert.Equal(
            """{"invitations":[{"office":{"code":"DNK_FOCAL_POINT"},"status":"DECLINED","note":"Another duty."}]}""",
            (await _desks.NodeAsync("denmark", Personas.Id(planned), "Meeting", invitations)).GetRawText());
        Assert.Equal(2, (await _desks.NodeAsync("ghana", Personas.Id(planned), "Meeting", invitations)).GetProperty("invitations").GetArrayLength());
        Assert.Equal(
            """{"invitations":[{"office":{"code":"CRI_FOCAL_POINT"},"status":"INVITED","note":null}]}""",
            (await _desks.NodeAsync("costa-rica", Personas.Id(planned), "Meeting", invitations)).GetRawText());
        Assert.Equal("NOT_FOUND", await CodeAsync("kenya", "answerMeetingInvitation", "meeting", new { meetingId = Personas.Id(planned), attending = true }));
    }

    [Fact]
    public async Task Whom_a_meeting_is_shared_with_by_inviting_them_gets_the_handling_that_was_asked_for()
    {
        object Plan(params string[] invited) => new
        {
            title = "Handled", meetingKind = "DIALOGUE", startsOn = "2999-05-01", invited = invited.Select(Desks.Office),
            handling = new { purpose = "Preparation", onwardSharing = false, expiresAt = "2999-12-31T00:00:00Z" },
        };
        var planned = await _personas.ActAsync("ghana", "planMeeting", "meeting", Plan("CRI_FOCAL_POINT"));

        Assert.Equal(
            """{"handling":{"purpose":"Preparation","expiresAt":"2999-12-31T00:00:00Z"}}""",
            (await _desks.NodeAsync("costa-rica", Personas.Id(planned), "Meeting", "handling { purpose expiresAt }")).GetRawText());
        var alone = await _personas.RefusalAsync("ghana", "planMeeting", "meeting", Plan());
        Assert.Equal("""["input","handling"]""", alone.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task An_answer_that_is_changed_keeps_what_was_answered_before()
    {
        var planned = await PlanAsync("ghana", "Answers", null, "CRI_FOCAL_POINT");
        await _personas.ActAsync(
            "costa-rica", "answerMeetingInvitation", "meeting", new { meetingId = Personas.Id(planned), attending = true, note = "Two of us." });
        await _personas.ActAsync("costa-rica", "answerMeetingInvitation", "meeting", new { meetingId = Personas.Id(planned), attending = false });

        Assert.Equal(
            """{"invitations":[{"status":"DECLINED","version":3,"formerAnswers":[{"status":"ATTENDING","note":"Two of us.","version":2}]}]}""",
            (await _desks.NodeAsync("ghana", Personas.Id(planned), "Meeting", "invitations { status version formerAnswers { status note version } }"))
                .GetRawText());
    }

    [Fact]
    public async Task Who_attended_are_offices_that_exist()
    {
        var planned = await PlanAsync("ghana", "Attended", null, "CRI_FOCAL_POINT");
        var refused = await _personas.RefusalAsync("ghana", "recordMeeting", "meeting", new
        {
            id = Personas.Id(planned), version = 1, conclusions = "All agreed.",
            attended = new[] { Desks.Office("CRI_FOCAL_POINT"), Desks.Office("NOBODYS_DESK") },
        });
        Assert.Equal("""["input","attended","1"]""", refused.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task Who_completes_what_somebody_completes_at_the_same_moment_is_told_so()
    {
        var planned = await PlanAsync("ghana", "At once", null, "CRI_FOCAL_POINT");
        var held = await _personas.ActAsync("ghana", "recordMeeting", "meeting", new
        {
            id = Personas.Id(planned), version = 1, conclusions = "Agreed.", followUp = new[] { new { text = "Write" } },
        }, "followUp { id }");
        var item = Personas.Id(held.GetProperty("followUp")[0]);
        Assert.True(NodeId.TryParse(item, out var id));
        await using var other = await Members.RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await other.ExecuteAsync($"begin; update r2p.meeting_follow_up set done_at = now() where id = '{id.Id}'");

        var late = CodeAsync("ghana", "completeFollowUp", "followUp", new { id = item });
        await other.UntilSomebodyWaitsAsync();
        await other.ExecuteAsync("commit");

        Assert.Equal("CONFLICT", await late);
    }

    [Fact]
    public async Task Nobody_is_invited_to_a_meeting_of_others()
    {
        var planned = await PlanAsync("secretariat", "Of the network", ToNetwork);

        var error = await _personas.RefusalAsync("secretariat", "inviteToMeeting", "meeting", new
        {
            id = Personas.Id(planned), version = 1, offices = new[] { Desks.Office("GHA_FOCAL_POINT"), Desks.Office("EU_R2P_DESK") },
        });

        Assert.Equal("""["input","offices","1"]""", error.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task A_statement_goes_where_it_says_and_not_where_the_meeting_goes()
    {
        var debate = await PlanAsync("secretariat", "Debate", ToNetwork);
        var kept = await StateAsync("ghana", debate, "Kept", new { kind = "NAMED", offices = new[] { Desks.Office("DNK_FOCAL_POINT") } });
        var open = await StateAsync("secretariat", debate, "Joint", new { kind = "PUBLIC" }, Network);

        Assert.Equal("Kept", (await _desks.NodeAsync("denmark", Personas.Id(kept), "MeetingStatement", "title")).GetProperty("title").GetString());
        foreach (var persona in new[] { "kenya", "secretariat", "observer", null })
        {
            Assert.Equal(JsonValueKind.Null, (await _desks.NodeAsync(persona, Personas.Id(kept), "MeetingStatement", "title")).ValueKind);
            var archive = await network.DataAsync(persona, """{ statements(where: { title: { in: ["Kept", "Joint"] } }) { totalCount nodes { title } } }""");
            Assert.Equal("""{"totalCount":1,"nodes":[{"title":"Joint"}]}""", archive.GetProperty("statements").GetRawText());
        }

        Assert.Equal(
            """{"title":"Joint","network":"GLOBAL_NETWORK_R2P_FOCAL_POINTS","office":{"code":"GLOBAL_NETWORK_SECRETARIAT"},"meeting":null,"deliveredOn":"2999-05-01"}""",
            (await _desks.NodeAsync(null, Personas.Id(open), "MeetingStatement", "title network office { code } meeting { id } deliveredOn")).GetRawText());
        var pretended = await CodeAsync("ghana", "recordStatement", "statement", new
        {
            meetingId = Personas.Id(debate), title = "Joint?", text = "We all", audience = new { kind = "PUBLIC" }, network = Network,
        });
        Assert.Equal("NOT_ALLOWED", pretended);
    }

    [Fact]
    public async Task Meetings_are_a_calendar_of_sessions_by_forum_and_day()
    {
        await PlanAsync("secretariat", "Calendar: second", new { kind = "MEMBERS" }, startsOn: "2998-09-02", forum: "UN_GA");
        await PlanAsync("secretariat", "Calendar: first", new { kind = "MEMBERS" }, startsOn: "2998-09-01", forum: "UN_HRC");
        await PlanAsync("secretariat", "Calendar: hidden", null, startsOn: "2998-09-03", forum: "UN_GA");

        var data = await network.DataAsync(
            "observer",
            """
            {
              all: meetings(where: { startsOn: { gte: "2998-09-01", lte: "2998-09-30" } }, order: [{ startsOn: ASC }]) { totalCount nodes { title } }
              assembly: meetings(where: { forum: { eq: "UN_GA" }, startsOn: { gte: "2998-01-01", lte: "2998-12-31" } }) { nodes { title meetingKind } }
            }
            """);

        Assert.Equal("""{"totalCount":2,"nodes":[{"title":"Calendar: first"},{"title":"Calendar: second"}]}""", data.GetProperty("all").GetRawText());
        Assert.Equal("""{"nodes":[{"title":"Calendar: second","meetingKind":"FORUM_SESSION"}]}""", data.GetProperty("assembly").GetRawText());
    }

    [Fact]
    public async Task What_it_is_about_is_shown_to_each_as_far_as_they_see_it_and_can_be_changed()
    {
        var (first, second) = (
            await _personas.ProposeAsync("secretariat", "First paper"),
            await _personas.PublishPracticeAsync("secretariat", Personas.ToMembers, "Second paper"));
        var planned = await _personas.ActAsync("secretariat", "planMeeting", "meeting", new
        {
            title = "About papers", meetingKind = "NETWORK", startsOn = "2999-05-01", audience = ToNetwork,
            documents = new[] { Personas.Id(first), Personas.Id(second) },
        }, "id version status ... on Meeting { documents { title } }");
        Assert.Equal("""[{"title":"First paper"},{"title":"Second paper"}]""", planned.GetProperty("documents").GetRawText());
        Assert.Equal(
            """{"documents":[{"title":"Second paper"}]}""",
            (await _desks.NodeAsync("ghana", Personas.Id(planned), "Meeting", "documents { title }")).GetRawText());

        var revised = await _personas.ActAsync("secretariat", "reviseMeeting", "meeting", new
        {
            id = Personas.Id(planned), version = 1, documents = new[] { Personas.Id(second) },
        }, "id version status ... on Meeting { documents { title } }");

        Assert.Equal("""[{"title":"Second paper"}]""", revised.GetProperty("documents").GetRawText());
    }

    [Fact]
    public async Task Taking_a_meeting_back_takes_its_follow_up_along()
    {
        var planned = await PlanAsync("secretariat", "Withdrawn", ToNetwork);
        var held = await _personas.ActAsync("secretariat", "recordMeeting", "meeting", new
        {
            id = Personas.Id(planned), version = 1, conclusions = "Quiet.",
            followUp = new[] { new { text = "Call", forOffice = Desks.Office("GHA_FOCAL_POINT") } },
        }, "id version status ... on Meeting { followUp { id } }");
        var item = Personas.Id(held.GetProperty("followUp")[0]);
        Assert.NotEqual(JsonValueKind.Null, (await _desks.NodeAsync("denmark", item, "MeetingFollowUp", "text")).ValueKind);

        await _personas.ActAsync("secretariat", "withdrawDocument", "document", new { id = Personas.Id(planned), version = 2, reason = "Wrong list" });

        Assert.Equal(JsonValueKind.Null, (await _desks.NodeAsync("denmark", item, "MeetingFollowUp", "text")).ValueKind);
        Assert.DoesNotContain(await _desks.InboxAsync("ghana"), entry => entry.Subject == item);
        Assert.NotEqual(JsonValueKind.Null, (await _desks.NodeAsync("secretariat", item, "MeetingFollowUp", "text")).ValueKind);
    }

    [Fact]
    public async Task What_is_wrong_is_said_all_at_once_and_only_who_decides_plans()
    {
        var data = await network.DataAsync(
            "ghana",
            """
            mutation { planMeeting(input: { title: "", meetingKind: NETWORK, startsOn: "2999-05-02", endsOn: "2999-05-01", forum: "KEN", network: "AU",
              countries: ["XXX"], agenda: [{ title: "" }] }) { errors { path } } }
            """);

        Assert.Equal(
            ["input.title", "input.forum", "input.network", "input.countries.0", "input.agenda.0.title", "input.endsOn"],
            data.GetProperty("planMeeting").GetProperty("errors").EnumerateArray()
                .Select(error => string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString()))));
        foreach (var persona in new[] { "kenya-contributor", "civil-society-kenya", "observer", "auditor", "admin" })
        {
            Assert.Equal(
                "NOT_ALLOWED", await CodeAsync(persona, "planMeeting", "meeting", new { title = "No", meetingKind = "DIALOGUE", startsOn = "2999-05-01" }));
        }
    }

    private static string Rest(JsonElement meeting) => JsonSerializer.Serialize(
        meeting.EnumerateObject().Where(field => field.Name is not ("id" or "version" or "status")).ToDictionary(field => field.Name, field => field.Value));

    private Task<JsonElement> PlanAsync(
        string persona, string title, object? audience, string? invited = null, string startsOn = "2999-05-01", string? forum = null) => _personas.ActAsync(
        persona,
        "planMeeting",
        "meeting",
        new
        {
            title,
            meetingKind = forum is null ? "NETWORK" : "FORUM_SESSION",
            startsOn,
            forum,
            place = "Accra",
            audience,
            invited = invited is null ? [] : new[] { Desks.Office(invited) },
        });

    private Task<JsonElement> StateAsync(string persona, JsonElement meeting, string title, object audience, string? network = null) => _personas.ActAsync(
        persona, "recordStatement", "statement", new { meetingId = Personas.Id(meeting), title, text = "We said so.", audience, network }, "id title");

    private async Task<string?> CodeAsync(string persona, string act, string answer, object input) =>
        (await _personas.RefusalAsync(persona, act, answer, input)).GetProperty("code").GetString();
}
