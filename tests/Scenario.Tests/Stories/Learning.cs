using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Learning from each other: the compendium of practice, lessons, peers.</summary>
public sealed class Learning(Network network) : IClassFixture<Network>
{
    [Fact]
    [Row("B27", "`proposePractice`, `revisePractice`, `approvePractice`, `publishPractice`, `practices(where:)`", without: "approvePractice")]
    public async Task An_entry_of_the_compendium_is_proposed_edited_approved_and_found_by_its_codes()
    {
        var proposed = await network.ActAsync("secretariat", "proposePractice", new
        {
            title = "Early mediation over grazing land",
            policyOption = "POL_CONSTITUTIONAL_PROTECTION",
            pillar = "PILLAR_I",
            inhibitor = "SECURITY_SECTOR",
            tools = new[] { "TOOL_COMMUNITY_ENGAGEMENT" },
            whatWasDone = "Elders and officials meet before the dry season.",
        }, "practice { id version status }");
        Assert.Equal("PROPOSED", proposed.Status());

        var edited = await network.ActAsync(
            "secretariat", "revisePractice", new { id = proposed.Id(), version = proposed.Version(), limits = "It needs trusted elders." },
            "practice { id version status }");
        var approved = await network.ActAsync(
            "secretariat", "approvePractice", new { id = edited.Id(), version = edited.Version() }, "practice { id version status }", "PracticeStepInput");
        await network.ActAsync(
            "secretariat", "publishPractice", new { id = approved.Id(), version = approved.Version(), audience = Network.ToMembers }, "practice { id status }");

        var found = await network.DataAsync("observer", """
            { practices(where: { pillar: { eq: "PILLAR_I" }, inhibitor: { eq: "SECURITY_SECTOR" }, tools: { some: { eq: "TOOL_COMMUNITY_ENGAGEMENT" } } }, first: 100) { nodes { id } } }
            """);
        Assert.Contains(found.GetProperty("practices").GetProperty("nodes").EnumerateArray(), practice => practice.Id() == proposed.Id());
    }

    [Fact]
    [Row("B28 C22 D1", "`publishPractice`, `confirmPractice`, `revisePractice`, `removePractice`, `Practice.adaptations`", without: "removePractice")]
    public async Task What_is_told_of_a_State_waits_for_its_consent_and_it_may_correct_or_remove_it()
    {
        var told = await network.PublishPracticeAsync("secretariat", Practice("Told of Kenya", new { country = "KEN" }), Network.ToMembers);
        Assert.Equal("UNCONFIRMED", told.Status());
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("secretariat", "confirmPractice", Step(told), "PracticeStepInput"));
        Assert.Contains(told.Id(), await network.InboxAsync("kenya", "PRACTICE_TO_CONFIRM"));

        var corrected = await network.ActAsync(
            "kenya", "revisePractice", new { id = told.Id(), version = told.Version(), limits = "Two counties only." }, "practice { id version status }");
        var confirmed = await network.ActAsync("kenya", "confirmPractice", Step(corrected), "practice { id version status }", "PracticeStepInput");
        Assert.Equal("PUBLISHED", confirmed.Status());
        var adapted = await network.PublishPracticeAsync("ghana", Practice("Adapted in Ghana", new { adaptedFrom = told.Id() }), Network.ToMembers);
        var links = await network.NodeAsync("observer", told.Id(), "... on Practice { adaptations { nodes { id } } }");
        Assert.Contains(links.Nodes("adaptations"), practice => practice.Id() == adapted.Id());

        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("ghana", "removePractice", Removal(confirmed)));
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("kenya-contributor", "removePractice", Removal(confirmed)));
        await network.ActAsync("kenya", "removePractice", Removal(confirmed), "practice { id }");
        foreach (var persona in new[] { "observer", "kenya", "ghana", "au-desk" })
        {
            Assert.False(await network.SeesAsync(persona, told.Id()), persona);
        }

        var kept = await network.NodeAsync("secretariat", told.Id(), "... on Practice { status revisions(first: 1) { nodes { reason act } } }");
        Assert.Equal("WITHDRAWN", kept.Status());
        Assert.Equal("""[{"reason":"No longer done.","act":"removePractice"}]""", kept.GetProperty("revisions").GetProperty("nodes").GetRawText());
        Assert.Equal(
            "null", (await network.NodeAsync("ghana", adapted.Id(), "... on Practice { adaptedFrom { id } }")).GetProperty("adaptedFrom").GetRawText());
    }

    [Fact]
    [Row("B25 B52", "`Practice.aims`, `noteResult`, `outcome`, `practices(where: { outcome })`", without: "noteResult")]
    public async Task What_did_not_work_is_noted_against_its_aim_and_can_be_found()
    {
        var practice = await network.PublishPracticeAsync(
            "costa-rica", Practice("A quota that nobody filled", new { aims = "A police force that looks like the country." }), Network.ToMembers);
        await network.ActAsync("costa-rica", "noteResult", new
        {
            id = practice.Id(), version = practice.Version(), aim = "One recruit in ten from the coast", finding = "Three in a hundred came.",
            outcome = "DID_NOT_WORK",
        }, "practice { id }");

        var found = await network.DataAsync(
            "observer",
            """{ practices(where: { outcome: { eq: DID_NOT_WORK }, policyOption: { eq: "POL_CONSTITUTIONAL_PROTECTION" } }, first: 100) { nodes { id aims resultNotes { aim finding outcome } } } }""");

        Assert.Equal(
            """[{"aim":"One recruit in ten from the coast","finding":"Three in a hundred came.","outcome":"DID_NOT_WORK"}]""",
            found.Nodes("practices").Single(node => node.Id() == practice.Id()).GetProperty("resultNotes").GetRawText());
    }

    [Fact]
    [Row("B30 A19", "`proposePractice(origin: COMMUNITY)`, `partners` named with consent only", without: "proposePractice")]
    public async Task Of_a_community_s_innovation_the_method_is_told_and_neither_names_nor_places()
    {
        object Innovation(string what, object[]? partners = null) =>
            Practice("Neighbours who warn each other", new { origin = "COMMUNITY", whatWasDone = what, partners });

        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("kenya", "proposePractice", Innovation("Call +254 700 000 000 at night.")));
        Assert.Equal(
            "INVALID_INPUT",
            await network.RefusalAsync("kenya", "proposePractice", Innovation("They ring a bell.", [new { kind = "ACTOR_WOMEN", name = "A group", consentedOn = "2026-01-01" }])));
        var told = await network.PublishPracticeAsync("kenya", Innovation("They ring a bell.", [new { kind = "ACTOR_WOMEN" }]), Network.ToMembers);
        var named = await network.PublishPracticeAsync(
            "ghana",
            Practice("With a council", new { partners = new[] { new { kind = "ACTOR_RELIGIOUS_LEADERS", name = "A council", consentedOn = "2026-01-01" } } }),
            Network.ToMembers);
        Assert.Equal(
            "INVALID_INPUT",
            await network.RefusalAsync("ghana", "proposePractice", Practice("Without consent", new { partners = new[] { new { kind = "ACTOR_RELIGIOUS_LEADERS", name = "A council" } } })));

        const string fields = "... on Practice { country whatWasDone partners { kind name } }";
        var seen = await network.NodeAsync("observer", told.Id(), fields);
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("country").ValueKind);
        Assert.Equal("""[{"kind":"ACTOR_WOMEN","name":null}]""", seen.GetProperty("partners").GetRawText());
        Assert.Equal("A council", (await network.NodeAsync("observer", named.Id(), fields)).GetProperty("partners")[0].Text("name"));
    }

    [Theory]
    [InlineData("POL_COMMEMORATION", "COMMEMORATION")]
    [InlineData("POL_STATE_COMMUNITY_DIALOGUE", "ACTOR_TRADITIONAL_LEADERS")]
    public async Task A_practice_is_found_by_its_type_and_its_tag(string policyOption, string tag)
    {
        var practice = await network.PublishPracticeAsync("ghana", Practice("Found by type", new { policyOption, tags = new[] { tag } }), Network.ToMembers);

        var found = await network.DataAsync(
            "observer",
            "query($option: String!, $tag: String!) { practices(where: { policyOption: { eq: $option }, tags: { some: { eq: $tag } } }, first: 100) { nodes { id } } }",
            new { option = policyOption, tag });

        Assert.Contains(found.Nodes("practices"), node => node.Id() == practice.Id());
    }

    [Fact]
    [Row("B53 B54", "`practices(where: { policyOption, tags })`: dialogue, education, commemoration, transitional justice", without: "proposePractice")]
    public async Task Dialogue_education_commemoration_and_transitional_justice_are_types_of_practice()
    {
        await A_practice_is_found_by_its_type_and_its_tag("POL_STATE_COMMUNITY_DIALOGUE", "ACTOR_RELIGIOUS_LEADERS");
        await A_practice_is_found_by_its_type_and_its_tag("POL_EDUCATION", "ACTOR_YOUTH");
        await A_practice_is_found_by_its_type_and_its_tag("POL_COMMEMORATION", "COMMEMORATION");
    }

    [Fact]
    [Row("B64", "`practices(where: { policyOption })`, `publishLesson`, `lessons(where: { tags })`: transitional justice", without: "publishLesson")]
    public async Task Of_truth_justice_and_return_the_process_is_a_practice_and_what_was_learned_is_a_lesson_that_others_find()
    {
        await A_practice_is_found_by_its_type_and_its_tag("POL_TRANSITIONAL_JUSTICE", "TRANSITIONAL_JUSTICE");
        var lesson = await DraftLessonAsync("denmark", "On truth and return", new
        {
            tags = new[] { "TRANSITIONAL_JUSTICE" },
            lessons = new[] { new { text = "Hear both sides before anybody returns.", tags = new[] { "TRANSITIONAL_JUSTICE" } } },
        });
        Assert.DoesNotContain(lesson.Id(), await LessonsAsync("kenya"));

        await network.ActAsync("denmark", "publishLesson", new { id = lesson.Id(), version = 1, audience = Network.ToMembers }, "lesson { id }");

        Assert.Contains(lesson.Id(), await LessonsAsync("kenya"));
        var found = await network.DataAsync("kenya", """{ search(text: "\"before anybody returns\"", kinds: [LESSON]) { nodes { id } } }""");
        Assert.Contains(found.Nodes("search"), node => node.Id() == lesson.Id());
    }

    [Fact]
    [Row("A20", "`practices(where: { policyOption })`, `recordTraining`, `trainings(where: { tags })`: independent media", without: "recordTraining")]
    public async Task Of_media_there_are_practices_and_training_and_no_register_of_journalists()
    {
        await A_practice_is_found_by_its_type_and_its_tag("POL_INDEPENDENT_MEDIA", "ACTOR_MEDIA");
        var training = await network.ActAsync("ghana", "recordTraining", new
        {
            title = "Reporting before a vote", deliveredBy = "A college of journalism", institution = "College", level = "CIVIL_SOCIETY", heldOn = "2026-03-01",
            participants = 20, women = 11,
            tags = new[] { "ACTOR_MEDIA", "MEDIA_CAPACITY" }, audience = Network.ToMembers,
        }, "training { id }");

        var found = await network.DataAsync(
            "observer", """{ trainings(where: { tags: { some: { eq: "ACTOR_MEDIA" } } }, first: 100) { nodes { id participants } } }""");

        Assert.Contains(found.Nodes("trainings"), node => node.Id() == training.Id());
        var fields = await network.DataAsync(null, """{ __type(name: "Training") { fields { name } } }""");
        Assert.DoesNotContain(
            fields.GetProperty("__type").GetProperty("fields").EnumerateArray(),
            field => field.Text("name") is "names" or "people" or "trainees" or "contacts");
    }

    [Fact]
    [Row(
        "B63",
        "`draftAssessment(ratings: [RF_02])`, `publishAssessment`, `assessments(where: { factors })`: past crimes that nobody answered for",
        without: "publishAssessment")]
    public async Task What_past_crimes_left_behind_is_assessed_shared_and_found()
    {
        var draft = await network.DraftAsync("kenya", "What was left behind", new
        {
            title = "What was left behind",
            inhibitors = Desk.Inhibitors(),
            ratings = new[] { new { factor = "RF_02", finding = "The killings of the past were never tried.", trend = "STABLE", confidence = "HIGH" } },
        });
        const string byFactor = """{ assessments(where: { factors: { some: { eq: "RF_02" } } }, first: 100) { nodes { id ratings { factor finding } } } }""";
        Assert.DoesNotContain((await network.DataAsync("ghana", byFactor)).Nodes("assessments"), node => node.Id() == draft.Id());

        await network.PublishAsync("kenya", draft, Network.ToAfrica);

        var found = (await network.DataAsync("ghana", byFactor)).Nodes("assessments").Single(node => node.Id() == draft.Id());
        Assert.Equal("""[{"factor":"RF_02","finding":"The killings of the past were never tried."}]""", found.GetProperty("ratings").GetRawText());
        Assert.DoesNotContain((await network.DataAsync("denmark", byFactor)).Nodes("assessments"), node => node.Id() == draft.Id());
    }

    [Fact]
    [Row(
        "C5",
        "one taxonomy: `openAssistanceRequest(form:)`, `proposePractice(tags:)`, `search`, `catalogue { assistanceCategories { forms } }`",
        without: "proposePractice")]
    public async Task Requests_offers_and_practices_speak_of_help_by_the_same_codes()
    {
        var catalogue = await network.DataAsync(null, "{ catalogue { assistanceCategories { code forms { code } } } }");
        Assert.Equal(
            """{"code":"CAPACITY_BUILDING","forms":[{"code":"EFFECTIVE_GOVERNANCE"},{"code":"SPECIFIC_INHIBITORS"}]}""",
            catalogue.GetProperty("catalogue").GetProperty("assistanceCategories")[1].GetRawText());
        var asked = await network.ActAsync("ghana", "openAssistanceRequest", new
        {
            title = "Fair courts", category = "CAPACITY_BUILDING", form = "EFFECTIVE_GOVERNANCE", urgency = "SOON", inhibitors = new[] { "SECURITY_SECTOR" },
            whatFor = "Two advisers.",
            tags = new[] { "EFFECTIVE_GOVERNANCE" }, audience = Network.ToMembers,
            principles = new[] { "NATIONAL_OWNERSHIP", "MUTUAL_COMMITMENT", "DO_NO_HARM", "PRIORITIZE_PREVENTION", "RETAIN_FLEXIBILITY" }
                .Select(principle => new { principle, answer = "It is kept." }),
        }, "request { id }");
        var practice = await network.PublishPracticeAsync(
            "denmark", Practice("How courts were helped", new { tags = new[] { "EFFECTIVE_GOVERNANCE" } }), Network.ToMembers);

        var found = await network.DataAsync("kenya", """{ search(text: "\"legitimate and inclusive governance\"", first: 100) { nodes { id } } }""");

        Assert.Contains(found.Nodes("search"), node => node.Id() == asked.Id());
        Assert.Contains(found.Nodes("search"), node => node.Id() == practice.Id());
    }

    [Fact]
    [Row("B62 D9 C18", "`proposePractice(tags: [PVE_…], safeguards:)`", without: "proposePractice")]
    public async Task Work_against_extremism_is_tagged_and_says_what_guards_against_its_abuse()
    {
        var tags = new[] { "PVE_COUNTER_NARRATIVES" };
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("denmark", "proposePractice", Practice("No guard", new { tags })));

        var practice = await network.ActAsync(
            "denmark", "proposePractice", Practice("Guarded", new { tags, safeguards = "Speech is answered, not punished; a judge looks at each ban." }),
            "practice { safeguards }");

        Assert.Equal("Speech is answered, not punished; a judge looks at each ban.", practice.Text("safeguards"));
    }

    [Fact]
    [Row("B26", "`draftLesson`, `publishLesson(sourceCaseAudience:)`, `shareSourceCase`", without: "publishLesson")]
    public async Task A_review_s_lessons_travel_where_its_case_does_not()
    {
        var draft = await DraftLessonAsync("kenya", "Lessons without the case", new
        {
            period = "2007-2008", whatHelped = "Mediators who stayed.", whatDidNot = "Late warnings.", limits = "One case.",
            sourceCase = new { countries = new[] { "KEN" }, whatHappened = "A vote was disputed." },
        });
        var published = await network.ActAsync(
            "kenya", "publishLesson", new { id = draft.Id(), version = 1, audience = Network.ToMembers, sourceCaseAudience = Network.ToAfrica },
            "lesson { id version status }");

        const string fields = "... on Lesson { scope periodFrom periodTo whatHelped whatDidNot limits lessons { text } sourceCase { whatHappened } }";
        var outside = await network.NodeAsync("denmark", published.Id(), fields);
        Assert.Equal("Mediators who stayed.", outside.Text("whatHelped"));
        Assert.Equal("null", outside.GetProperty("sourceCase").GetRawText());
        Assert.Equal("A vote was disputed.", (await network.NodeAsync("ghana", published.Id(), fields)).GetProperty("sourceCase").Text("whatHappened"));
    }

    [Fact]
    [Row("B63 B45", "`draftLesson(reviewKind:, exit:, relapseSigns:)`, `lessons(where: { reviewKind })`", without: "draftLesson")]
    public async Task An_exit_review_tells_what_was_handed_over_and_which_signs_of_relapse_are_watched()
    {
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("denmark", "draftLesson", Lesson("No exit", new { reviewKind = "EXIT_REVIEW" })));
        var exit = await DraftLessonAsync("denmark", "Leaving step by step", new
        {
            reviewKind = "EXIT_REVIEW",
            sourceCase = new { countries = new[] { "TLS" }, whatHappened = "Past crimes were never tried." },
            exit = new { handedOver = "Patrols, to the national police.", stillNeeded = "Judges.", endsOn = "2027-06-30" },
            relapseSigns = new[] { new { sign = "Militias recruit again.", tags = new[] { "RF_05" }, watchUntil = "2030-01-01" } },
        });
        var mission = await DraftLessonAsync(
            "denmark", "Training before deployment", new { reviewKind = "CONTRIBUTION", tags = new[] { "PEACEKEEPING_STABILIZATION" } });

        var found = await network.DataAsync(
            "denmark",
            """
            { exits: lessons(where: { reviewKind: { eq: EXIT_REVIEW } }) { nodes { id exit { handedOver stillNeeded endsOn } relapseSigns { sign tags watchUntil } } }
              missions: lessons(where: { reviewKind: { eq: CONTRIBUTION }, tags: { some: { eq: "PEACEKEEPING_STABILIZATION" } } }) { nodes { id } } }
            """);

        var seen = found.Nodes("exits").Single(node => node.Id() == exit.Id());
        Assert.Equal(
            """{"handedOver":"Patrols, to the national police.","stillNeeded":"Judges.","endsOn":"2027-06-30"}""", seen.GetProperty("exit").GetRawText());
        Assert.Equal("""[{"sign":"Militias recruit again.","tags":["RF_05"],"watchUntil":"2030-01-01"}]""", seen.GetProperty("relapseSigns").GetRawText());
        Assert.Contains(found.Nodes("missions"), node => node.Id() == mission.Id());
    }

    [Fact]
    [Row(
        "C16 C17 C20 C21 C24 C25",
        "tags and pick-lists of the catalogue: `lessons(where: { lessonTags })`, `practices(where: { tools })`, `codeList`",
        without: "lessonTags")]
    public async Task Lessons_are_tagged_by_what_the_reports_call_challenges_and_found_by_it()
    {
        string[] tags =
        [
            "CHALLENGE_2_EARLY_WARNING_ANALYSIS", "BARRIER_2_WARNING_WITHOUT_ACTION", "CH2014_COMPLEXITY", "REC2014_1_ENCOURAGE", "CH2013_POLITICAL_WILL",
            "NON_STATE_ARMED_GROUPS", "TOOL_FACT_FINDING", "SC_ANY_OTHER_BUSINESS", "SRC_CIVIL_SOCIETY", "CS_EARLY_DETECTION",
        ];
        var lesson = await DraftLessonAsync("kenya", "Tagged by challenge", new { lessons = new[] { new { text = "Warn early, decide early.", tags } } });

        foreach (var tag in tags)
        {
            var found = await network.DataAsync(
                "kenya", "query($tag: String!) { lessons(where: { lessonTags: { some: { eq: $tag } } }, first: 100) { nodes { id } } }", new { tag });
            Assert.Contains(found.Nodes("lessons"), node => node.Id() == lesson.Id());
        }
    }

    [Fact]
    [Row("B31", "`optInToPeerMatching`, `suggestPeers`, `optOutOfPeerMatching`", without: "suggestPeers")]
    public async Task Peers_with_like_gaps_find_each_other_if_both_opted_in_and_learn_no_more_than_both_chose()
    {
        await network.ActAsync(
            "costa-rica",
            "optInToPeerMatching",
            new { inhibitors = new[] { "MEDIA_CAPACITY", "SECURITY_SECTOR" }, contexts = new[] { "RF_14" } },
            "profile { inhibitors }");
        Assert.DoesNotContain("CRI_FOCAL_POINT", await PeersAsync("eu-desk"), StringComparison.Ordinal);

        await network.ActAsync(
            "eu-desk",
            "optInToPeerMatching",
            new { inhibitors = new[] { "MEDIA_CAPACITY" }, contexts = new[] { "PVE_ACCOUNTABILITY" } },
            "profile { inhibitors }");
        const string pair = """{"office":{"code":"CRI_FOCAL_POINT"},"inhibitors":["MEDIA_CAPACITY"],"contexts":[]}""";
        Assert.Contains(pair, await PeersAsync("eu-desk"), StringComparison.Ordinal);
        Assert.Contains("EU_R2P_DESK", await PeersAsync("costa-rica"), StringComparison.Ordinal);
        Assert.Equal("[]", await PeersAsync("denmark"));

        await network.ActAsync("costa-rica", "optOutOfPeerMatching", new { }, "profile { inhibitors }");
        Assert.DoesNotContain("CRI_FOCAL_POINT", await PeersAsync("eu-desk"), StringComparison.Ordinal);
        await network.ActAsync("eu-desk", "optOutOfPeerMatching", new { }, "profile { inhibitors }");
    }

    private async Task<IEnumerable<string>> LessonsAsync(string persona) => (await network.DataAsync(
        persona,
        """{ lessons(where: { tags: { some: { eq: "TRANSITIONAL_JUSTICE" } } }, first: 100) { nodes { id } } }""")).Nodes("lessons").Select(node => node.Id());

    private async Task<string> PeersAsync(string persona) =>
        (await network.DataAsync(persona, "{ suggestPeers { office { code } inhibitors contexts } }")).GetProperty("suggestPeers").GetRawText();

    private Task<JsonElement> DraftLessonAsync(string persona, string title, object more) =>
        network.ActAsync(persona, "draftLesson", Lesson(title, more), "lesson { id version status }");

    private static Dictionary<string, object?> Lesson(string title, object more) =>
        With(new() { ["title"] = title, ["scope"] = "What was done.", ["lessons"] = new[] { new { text = "Stay long enough." } } }, more);

    private static Dictionary<string, object?> Practice(string title, object more) => With(
        new()
        {
            ["title"] = title, ["policyOption"] = "POL_CONSTITUTIONAL_PROTECTION", ["pillar"] = "PILLAR_I", ["whatWasDone"] = "Councils in every county.",
        },
        more);

    private static Dictionary<string, object?> With(Dictionary<string, object?> fields, object more)
    {
        foreach (var property in more.GetType().GetProperties())
        {
            fields[property.Name] = property.GetValue(more);
        }

        return fields;
    }

    private static object Step(JsonElement document) => new { id = document.Id(), version = document.Version() };

    private static object Removal(JsonElement document) => new { id = document.Id(), version = document.Version(), reason = "No longer done." };
}
