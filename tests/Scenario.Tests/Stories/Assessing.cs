using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Assessing risk and resilience.</summary>
public sealed class Assessing(Network network) : IClassFixture<Network>
{
    [Fact]
    [Row("B7 C7 D1", "`draftAssessment`, `openDraft`, `askForPart`, `writePart`, `signOffPart`, `takeInPart`, `submitAssessment`, `approveAssessment`, `publishAssessment`, `reviseAssessment`, `assessmentChanges`", without: "signOffPart")]
    [Row("A2", "`openDraft`, `askForPart`, `signOffPart`", without: "openDraft")]
    public async Task A_State_assesses_itself_with_its_ministries_shares_by_an_act_and_revises_by_a_new_version()
    {
        var draft = await network.DraftAsync("kenya", "Assessed with the committee", new { title = "Assessed with the committee", ratings = Desk.Ratings() });
        await network.ActAsync("kenya", "openDraft", new { id = draft.Id(), version = 1, audience = "NATIONAL" }, "assessment { id }");
        Assert.True(await network.SeesAsync("kenya-contributor", draft.Id()));
        Assert.False(await network.SeesAsync("civil-society-kenya", draft.Id()));

        var committee = await network.OfficeAsync("KEN_NATIONAL_COMMITTEE");
        var part = await network.ActAsync("kenya", "askForPart", new
        {
            assessmentId = draft.Id(), office = committee, title = "The security sector", inhibitors = new[] { "SECURITY_SECTOR" },
        }, "part { id version status }");
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("kenya", "submitAssessment", new { id = draft.Id(), version = 2 }, "AssessmentStepInput"));
        var written = await network.ActAsync(
            "kenya-contributor", "writePart", new { id = part.Id(), version = 1, inhibitors = Desk.Inhibitors() }, "part { id version status }");
        Assert.Equal(
            "INVALID_TRANSITION",
            await network.RefusalAsync("kenya", "takeInPart", new { id = part.Id(), version = written.Version(), assessmentVersion = 2 }));
        var signed = await network.ActAsync(
            "kenya-contributor", "signOffPart", new { id = part.Id(), version = written.Version() }, "part { id version status }", "PartStepInput");
        await network.ActAsync("kenya", "takeInPart", new { id = part.Id(), version = signed.Version(), assessmentVersion = 2 }, "part { id status }");
        Assert.False(await network.SeesAsync("au-desk", part.Id()));

        var whole = await network.NodeAsync("kenya", draft.Id(), "... on Assessment { version inhibitors { inhibitor finding } }");
        Assert.Equal("""[{"inhibitor":"SECURITY_SECTOR","finding":"Oversight works."}]""", whole.GetProperty("inhibitors").GetRawText());
        Assert.False(await network.SeesAsync("au-desk", draft.Id()));
        var published = await network.PublishAsync("kenya", whole, Network.ToAfrica);
        Assert.True(await network.SeesAsync("au-desk", draft.Id()));
        Assert.False(await network.SeesAsync("denmark", draft.Id()));

        var successor = await network.ReviseAsync(
            "kenya", new { id = draft.Id(), version = published.Version(), ratings = Desk.Ratings("Tense before the vote.") });
        var second = await network.PublishAsync("kenya", successor, Network.ToAfrica);
        const string changes = """
            query($from: ID!, $to: ID!) { assessmentChanges(from: $from, to: $to) {
              stageChanged inhibitors { code } factors { code kind findingChanged trendChanged before { finding } after { finding } } } }
            """;
        var ids = new { from = draft.Id(), to = second.Id() };
        Assert.Equal(
            """{"stageChanged":false,"inhibitors":[],"factors":[{"code":"RF_03","kind":"CHANGED","findingChanged":true,"trendChanged":false,"before":{"finding":"Calm, with disputes over land."},"after":{"finding":"Tense before the vote."}}]}""",
            (await network.DataAsync("au-desk", changes, ids)).GetProperty("assessmentChanges").GetRawText());
        Assert.Equal(JsonValueKind.Null, (await network.DataAsync("denmark", changes, ids)).GetProperty("assessmentChanges").ValueKind);
        Assert.Equal("SUPERSEDED", (await network.NodeAsync("au-desk", draft.Id(), "... on Assessment { status }")).Status());
    }

    [Fact]
    [Row("B7", "`submitAssessment` refuses risks without inhibitors", without: "submitAssessment")]
    public async Task Neither_risks_nor_inhibitors_alone_are_an_assessment()
    {
        var risks = await network.DraftAsync("ghana", "Only risks", new { title = "Only risks", ratings = Desk.Ratings() });
        var strengths = await network.DraftAsync("ghana", "Only strengths", new { title = "Only strengths", inhibitors = Desk.Inhibitors() });

        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("ghana", "submitAssessment", new { id = risks.Id(), version = 1 }, "AssessmentStepInput"));
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("ghana", "submitAssessment", new { id = strengths.Id(), version = 1 }, "AssessmentStepInput"));
    }

    [Fact]
    [Row("B8 C3 D4", "`Assessment.stage`, `stageReasons`, `stageHistory`; `catalogue { stages { suggestedTools } }`", without: "stageHistory")]
    public async Task A_stage_is_proposed_with_reasons_keeps_its_history_and_publishes_nothing()
    {
        var calm = await network.DraftAsync("denmark", "Calm");
        Assert.Equal(JsonValueKind.Null, (await network.NodeAsync("denmark", calm.Id(), "... on Assessment { stage }")).GetProperty("stage").ValueKind);
        await network.ReviseAsync("denmark", new { id = calm.Id(), version = 1, stage = new { stage = "STAGE_3_IMMINENT_RISK", reasons = "Attacks spread." } });
        await network.ReviseAsync("denmark", new { id = calm.Id(), version = 2, stage = new { stage = "STAGE_1_GENERAL_RISK", reasons = "They ended." } });

        var seen = await network.NodeAsync("denmark", calm.Id(), "... on Assessment { status stageHistory { stage reasons version } }");

        Assert.Equal(
            """[{"stage":"STAGE_1_GENERAL_RISK","reasons":"They ended.","version":3},{"stage":"STAGE_3_IMMINENT_RISK","reasons":"Attacks spread.","version":2}]""",
            seen.GetProperty("stageHistory").GetRawText());
        Assert.Equal("DRAFT", seen.Status());
        Assert.False(await network.SeesAsync("observer", calm.Id()));
        var stages = await network.DataAsync(null, "{ catalogue { stages { number suggestedTools { code } suggestedPolicyOptions { code } } } }");
        var byNumber = stages.GetProperty("catalogue").GetProperty("stages").EnumerateArray().ToDictionary(stage => stage.GetProperty("number").GetInt32());
        Assert.Equal(0, byNumber[1].GetProperty("suggestedTools").GetArrayLength());
        Assert.Equal(12, byNumber[3].GetProperty("suggestedTools").GetArrayLength());
        Assert.Contains(byNumber[1].GetProperty("suggestedPolicyOptions").EnumerateArray(), option => option.Text("code") == "POL_ELECTORAL_PROCESSES");
    }

    [Fact]
    [Row("B9 C10", "`Assessment.triggers`, `noteTrigger`, `upcomingTriggers`", without: "upcomingTriggers")]
    public async Task Known_triggers_stand_in_a_calendar_and_sudden_ones_are_noted()
    {
        var draft = await network.DraftAsync("ghana", "Before the vote", new
        {
            title = "Before the vote",
            ratings = Desk.Ratings(),
            inhibitors = Desk.Inhibitors(),
            triggers = new[] { new { trigger = "ELECTIONS", expectedOn = "2031-12-07", note = "Calendar story" } },
        });
        await network.ActAsync("ghana", "noteTrigger", new
        {
            country = "GHA", trigger = "ASSASSINATION", happensOn = "2031-11-01", note = "Calendar story, sudden", audience = Network.ToAfrica,
        }, "triggerNote { id }");

        Assert.Equal(["2031-11-01 ASSASSINATION", "2031-12-07 ELECTIONS"], await CalendarAsync("ghana"));
        Assert.Equal(["2031-11-01 ASSASSINATION"], await CalendarAsync("au-desk"));
        Assert.Empty(await CalendarAsync("denmark"));
        await network.PublishAsync("ghana", draft, Network.ToAfrica);
        Assert.Equal(2, (await CalendarAsync("au-desk")).Length);
        var linked = await network.DataAsync(null, "{ catalogue { triggers { code indicatorNumber } } }");
        Assert.Equal(
            "8.8", linked.GetProperty("catalogue").GetProperty("triggers").EnumerateArray().Single(t => t.Text("code") == "ELECTIONS").Text("indicatorNumber"));
    }

    [Fact]
    [Row(
        "B14 D7 D9 A22 C25",
        "`FactorRating.evidence { kind reliability corroboration caution }`, `dissent`, `actors`; leaving dissent out needs a reason",
        without: "reviseAssessment")]
    public async Task Sources_are_judged_dissent_stands_beside_the_finding_and_is_not_dropped_in_silence()
    {
        object Rating(string? dissent) => new
        {
            factor = "RF_05",
            finding = "Groups along the border are armed from outside.",
            trend = "WORSENING",
            confidence = "LOW",
            dissent,
            actors = new[] { "NON_STATE_ARMED_GROUP", "EXTERNAL" },
            evidence = new[]
            {
                new { kind = "SRC_OPEN_SOURCE", title = "Posts", reliability = "DOUBTFUL", corroboration = "CONTRADICTED", caution = "Posted by one side; read without naming who wrote." },
            },
        };
        var draft = await network.DraftAsync(
            "ghana", "Judged sources", new { title = "Judged sources", ratings = new[] { Rating("The police see no arms.") }, inhibitors = Desk.Inhibitors() });

        Assert.Equal(
            "INVALID_INPUT", await network.RefusalAsync("ghana", "reviseAssessment", new { id = draft.Id(), version = 1, ratings = new[] { Rating(null) } }));
        var published = await network.PublishAsync("ghana", draft, Network.ToAfrica);
        const string fields = "... on Assessment { ratings { dissent actors evidence { kind reliability corroboration caution } } }";
        Assert.Equal(
            """[{"dissent":"The police see no arms.","actors":["NON_STATE_ARMED_GROUP","EXTERNAL"],"evidence":[{"kind":"SRC_OPEN_SOURCE","reliability":"DOUBTFUL","corroboration":"CONTRADICTED","caution":"Posted by one side; read without naming who wrote."}]}]""",
            (await network.NodeAsync("kenya", published.Id(), fields)).GetProperty("ratings").GetRawText());

        await network.ReviseAsync(
            "ghana",
            new { id = published.Id(), version = published.Version(), reason = "The police changed their reading.", ratings = new[] { Rating(null) } });
        Assert.Contains("The police see no arms.", (await network.NodeAsync("kenya", published.Id(), fields)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Row("B16 A21", "`addAnnex`, `shareAnnex`, `eraseAnnex`, `Assessment.annexes`", without: "addAnnex")]
    [Row("A20 D6", "`addAnnex` refuses what leads to a person: there is no field for one", without: "addAnnex")]
    public async Task Groups_and_their_resilience_are_told_coarsely_under_stricter_access_and_nobody_is_registered()
    {
        var assessment = await network.PublishAsync("kenya", await network.DraftAsync("kenya", "With an annex"), Network.ToMembers);
        object Annex(string threat) => new
        {
            assessmentId = assessment.Id(),
            kind = "POPULATIONS",
            title = "Groups in the north",
            groups = new[]
            {
                new { category = "MEDIA_AND_DEFENDERS", area = "The northern region", threat, resilience = "Editors warn each other.", selfProtection = "They travel together." },
            },
        };

        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("kenya", "addAnnex", Annex("Write to amina@example.org first.")));
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("kenya", "addAnnex", Annex("The house at 3.1190, 35.5973.")));
        var annex = await network.ActAsync("kenya", "addAnnex", Annex("Threats by telephone."), "annex { id version }");
        const string read = "... on Assessment { annexes { title groups { category area resilience selfProtection } } }";
        Assert.Equal("[]", (await network.NodeAsync("observer", assessment.Id(), read)).GetProperty("annexes").GetRawText());
        Assert.False(await network.SeesAsync("au-desk", annex.Id()));

        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("kenya", "shareAnnex", new { id = annex.Id(), version = 1, audience = Network.ToMembers }));
        var shared = await network.ActAsync(
            "kenya", "shareAnnex", new { id = annex.Id(), version = 1, audience = new { kind = "NAMED", organizations = new[] { "AU" } } },
            "annex { id version }");
        Assert.Equal(
            """[{"title":"Groups in the north","groups":[{"category":"MEDIA_AND_DEFENDERS","area":"The northern region","resilience":"Editors warn each other.","selfProtection":"They travel together."}]}]""",
            (await network.NodeAsync("au-desk", assessment.Id(), read)).GetProperty("annexes").GetRawText());
        Assert.Equal("[]", (await network.NodeAsync("observer", assessment.Id(), read)).GetProperty("annexes").GetRawText());

        await network.ActAsync("kenya", "eraseAnnex", new { id = annex.Id(), version = shared.Version(), reason = "No longer needed." }, "annex { id }");
        Assert.False(await network.SeesAsync("au-desk", annex.Id()));
        Assert.False(await network.SeesAsync("kenya", annex.Id()));
    }

    [Fact]
    [Row("B17 C8 C9", "`draftAssessment(framework:)`, `catalogue { crosswalk(from:, to:) }`", without: "crosswalk")]
    public async Task Either_framework_may_be_chosen_and_a_crosswalk_leads_from_one_to_the_other()
    {
        var old = await network.DraftAsync("costa-rica", "By the older factors", new
        {
            title = "By the older factors",
            framework = "SG_RISK_FACTORS_2013",
            frameworkVersion = "2013",
            ratings = new[] { new { factor = "LACK_OF_GOVERNMENT_CAPACITY", finding = "Courts wait for judges.", trend = "STABLE", confidence = "HIGH" } },
            inhibitors = Desk.Inhibitors(),
        });
        Assert.Equal(
            "INVALID_INPUT",
            await network.RefusalAsync("costa-rica", "reviseAssessment", new { id = old.Id(), version = 1, ratings = Desk.Ratings() }));

        var there = await CrosswalkAsync("SG_RISK_FACTORS_2013", "UN_FRAMEWORK_2014");
        var back = await CrosswalkAsync("UN_FRAMEWORK_2014", "SG_RISK_FACTORS_2013");
        Assert.Contains("LACK_OF_GOVERNMENT_CAPACITY>RF_03 CLOSE", Links(there));
        Assert.Contains("RF_03>LACK_OF_GOVERNMENT_CAPACITY CLOSE", Links(back));
        Assert.Equal(13, Links(there).Count());
        Assert.Equal(["RF_01", "RF_06", "RF_08", "RF_14"], back.GetProperty("withoutCounterpart").EnumerateArray().Select(factor => factor.Text("code")));
        Assert.All(there.GetProperty("links").EnumerateArray(), link => Assert.False(string.IsNullOrEmpty(link.Text("note"))));

        var exported = await network.DataAsync(
            "costa-rica", """{ assessments(where: { framework: { eq: "SG_RISK_FACTORS_2013" }, title: { eq: "By the older factors" } }) { nodes { id framework frameworkVersion ratings { factor } } } }""");
        Assert.Contains(exported.Nodes("assessments"), assessment => assessment.Id() == old.Id());
    }

    [Fact]
    [Row("B19 B67", "`InhibitorRating.need`, `assistanceForms`; `Assessment.consulted`; `addAnnex(kind: CONSULTATIONS)`", without: "addAnnex")]
    public async Task Needs_are_tied_to_inhibitors_and_who_was_consulted_may_stay_private()
    {
        var draft = await network.DraftAsync("kenya", "Needs first", new
        {
            title = "Needs first",
            ratings = Desk.Ratings(),
            inhibitors = new[]
            {
                new
                {
                    inhibitor = "MEDIA_CAPACITY", finding = "Few trained editors.", trend = "STABLE", confidence = "MODERATE",
                    need = "Training on reporting before elections.", assistanceForms = new[] { "SPECIFIC_INHIBITORS" },
                },
            },
            consulted = new[] { new { kind = "CIVIL_SOCIETY", name = "A council of editors", how = "MEETING" } },
        });
        await network.ActAsync("kenya", "addAnnex", new
        {
            assessmentId = draft.Id(), kind = "CONSULTATIONS", title = "In confidence",
            consulted = new[] { new { kind = "COMMUNITY", name = "Elders of one district", how = "THROUGH_OTHERS" } },
        }, "annex { id }");
        var published = await network.PublishAsync("kenya", draft, Network.ToMembers);

        const string fields = "... on Assessment { inhibitors { inhibitor need assistanceForms } consulted { kind name how } annexes { consulted { name } } }";
        Assert.Equal(
            """{"inhibitors":[{"inhibitor":"MEDIA_CAPACITY","need":"Training on reporting before elections.","assistanceForms":["SPECIFIC_INHIBITORS"]}],"consulted":[{"kind":"CIVIL_SOCIETY","name":"A council of editors","how":"MEETING"}],"annexes":[]}""",
            WithoutId(await network.NodeAsync("observer", published.Id(), fields)));
        Assert.Contains("Elders of one district", (await network.NodeAsync("kenya", published.Id(), fields)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Row("C1 C2", "`tags` on every document: pillars and all four acts", without: "draftAssessment")]
    public async Task Pillars_and_all_four_acts_are_tags_in_no_order_and_with_no_finding_of_law()
    {
        var tags = new[] { "PILLAR_III", "PILLAR_I", "GENOCIDE", "WAR_CRIMES", "ETHNIC_CLEANSING", "CRIMES_AGAINST_HUMANITY" };
        var draft = await network.DraftAsync("ghana", "Tagged", new { title = "Tagged", tags, ratings = Desk.Ratings(), inhibitors = Desk.Inhibitors() });

        var found = await network.DataAsync(
            "ghana", """{ assessments(where: { tags: { some: { eq: "ETHNIC_CLEANSING" } }, title: { eq: "Tagged" } }) { nodes { id tags } } }""");

        Assert.Equal(
            tags, found.Nodes("assessments").Single(node => node.Id() == draft.Id()).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        var crimes = await network.DataAsync(null, "{ catalogue { atrocityCrimes { code definedInInternationalCriminalLaw } } }");
        Assert.Contains("""{"code":"ETHNIC_CLEANSING","definedInInternationalCriminalLaw":false}""", crimes.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<string[]> CalendarAsync(string persona)
    {
        var data = await network.DataAsync(
            persona, """{ upcomingTriggers(country: "GHA", from: "2031-10-01", until: "2031-12-31") { on trigger note } }""");
        return
        [
            .. data.GetProperty("upcomingTriggers").EnumerateArray()
                .Where(entry => entry.Text("note")!.StartsWith("Calendar story", StringComparison.Ordinal))
                .Select(entry => $"{entry.Text("on")} {entry.Text("trigger")}")
                .Distinct(),
        ];
    }

    private async Task<JsonElement> CrosswalkAsync(string from, string to) => (await network.DataAsync(
        null,
        "query($from: String!, $to: String!) { catalogue { crosswalk(from: $from, to: $to) { links { from { code } to { code } extent note } withoutCounterpart { code } } } }",
        new { from, to })).GetProperty("catalogue").GetProperty("crosswalk");

    private static IEnumerable<string> Links(JsonElement crosswalk) => crosswalk.GetProperty("links").EnumerateArray()
        .Select(link => $"{link.GetProperty("from").Text("code")}>{link.GetProperty("to").Text("code")} {link.Text("extent")}");

    private static string WithoutId(JsonElement node) =>
        "{" + string.Join(',', node.EnumerateObject().Where(member => member.Name != "id").Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}"))
            + "}";
}
