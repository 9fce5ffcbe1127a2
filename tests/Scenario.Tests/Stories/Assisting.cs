using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Asking for help and giving it.</summary>
public sealed class Assisting(Network network) : IClassFixture<Network>
{
    private const string Request = "request { id version status }";
    private const string Offer = "offer { id version status }";

    private static readonly object[] Principles =
    [
        .. new[] { "NATIONAL_OWNERSHIP", "MUTUAL_COMMITMENT", "DO_NO_HARM", "PRIORITIZE_PREVENTION", "RETAIN_FLEXIBILITY" }
            .Select(principle => new { principle, answer = "It is kept." }),
    ];

    [Fact]
    [Row(
        "B40 C4 C5",
        "`openAssistanceRequest`, `offerAssistance`, `acceptOffer`, `declineOffer`, `agreeScope`, `closeAssistanceRequest`",
        without: "acceptOffer")]
    public async Task A_State_asks_chosen_others_declines_one_offer_accepts_another_and_both_agree_on_its_scope()
    {
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("ghana", "openAssistanceRequest", Ask("No ownership", null, "CAPACITY_BUILDING", "EFFECTIVE_GOVERNANCE", principles: Principles[1..])));
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("ghana", "openAssistanceRequest", Ask("Mixed up", null, "ENCOURAGEMENT", "DENYING_MEANS")));
        var asked = await OpenAsync(
            "ghana", Ask("Fair management of resources", await ToAsync("DNK_FOCAL_POINT", "CRI_FOCAL_POINT"), "CAPACITY_BUILDING", "EFFECTIVE_GOVERNANCE"));
        Assert.False(await network.SeesAsync("kenya", asked.Id()));
        var found = (await network.DataAsync("denmark", """
            { assistanceRequests(where: { category: { eq: "CAPACITY_BUILDING" }, form: { eq: "EFFECTIVE_GOVERNANCE" }, urgency: { eq: SOON }, inhibitors: { some: { eq: "SECURITY_SECTOR" } } }, first: 100) { nodes { id principles { principle } } } }
            """)).GetProperty("assistanceRequests").GetProperty("nodes").EnumerateArray().Single(node => node.Id() == asked.Id());
        Assert.Equal(5, found.GetProperty("principles").GetArrayLength());

        var fromDenmark = await AnswerAsync("denmark", asked);
        var fromCostaRica = await AnswerAsync("costa-rica", asked);
        Assert.False(await network.SeesAsync("denmark", fromCostaRica.Id()));
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("denmark", "acceptOffer", new { id = fromDenmark.Id(), version = 1 }));
        await StepAsync("ghana", "declineOffer", fromCostaRica, new { reason = "One is enough." });
        var accepted = await StepAsync("ghana", "acceptOffer", fromDenmark);
        var proposed = await StepAsync("denmark", "agreeScope", accepted, new { scope = "Two advisers for a year." });
        Assert.Equal("MATCHED", proposed.Status());
        Assert.Equal("AGREED", (await StepAsync("ghana", "agreeScope", proposed)).Status());

        var now = await ReadAsync("ghana", asked.Id(), "id version status");
        Assert.Equal("AGREED", now.Status());
        await network.ActAsync("ghana", "closeAssistanceRequest", new { id = asked.Id(), version = now.Version(), outcome = "Done." }, Request);
        Assert.Equal("CLOSED", (await ReadAsync("denmark", asked.Id(), "status")).Status());
    }

    [Fact]
    [Row("B41", "`logEncouragement`, `encouragementActivities`", without: "logEncouragement")]
    public async Task Encouragement_is_logged_and_the_quiet_talk_stays_in_its_office()
    {
        object Activity(string what, object? audience) =>
            new { country = "KEN", form = "DIALOGUE_PREVENTIVE_DIPLOMACY", what, heldOn = "2026-10-01", audience };
        var quiet = await network.ActAsync("au-desk", "logEncouragement", Activity("A quiet talk", null), "activity { id }");
        var open = await network.ActAsync("au-desk", "logEncouragement", Activity("An appeal", Network.ToMembers), "activity { id }");

        async Task<IEnumerable<string>> LogAsync(string persona) => (await network.DataAsync(persona, """
            { encouragementActivities(where: { country: { eq: "KEN" } }, first: 50) { nodes { id } } }
            """)).GetProperty("encouragementActivities").GetProperty("nodes").EnumerateArray().Select(node => node.Id());
        Assert.Contains(quiet.Id(), await LogAsync("au-desk"));
        Assert.Contains(open.Id(), await LogAsync("kenya"));
        Assert.DoesNotContain(quiet.Id(), await LogAsync("kenya"));
        Assert.DoesNotContain(quiet.Id(), await LogAsync("secretariat"));
        Assert.False(await network.SeesAsync("kenya", quiet.Id()));
    }

    [Fact]
    [Row(
        "B19 B42 B46",
        "`needsAssessment`, `consultedInConfidence`, `reportAssistance`, `addReviewPoint`, `holdReviewPoint`, `amendAssistance`, `stopAssistance`",
        without: "reportAssistance")]
    public async Task A_project_for_an_inhibitor_has_need_activity_result_and_partner_and_is_looked_at_amended_and_stopped()
    {
        var agreed = await AgreeAsync(Ask("Police under oversight", await ToAsync("DNK_FOCAL_POINT"), "CAPACITY_BUILDING", "SPECIFIC_INHIBITORS"));
        var reported = await StepAsync(
            "denmark", "reportAssistance", agreed, new { kind = "TRAINING", activity = "Two courses.", result = "Half came.", worked = "DID_NOT_WORK" });
        var planned = await StepAsync("ghana", "addReviewPoint", reported, new { dueOn = "2099-01-01", question = "Is it about the risk, mutual and ours?" });
        var held = await StepAsync("ghana", "holdReviewPoint", planned, new { number = 1, finding = "Not ours enough." });
        Assert.Equal(
            "INVALID_INPUT",
            await network.RefusalAsync("ghana", "amendAssistance", new { id = held.Id(), version = held.Version(), scope = "One course.", reason = " " }));
        var amended = await StepAsync("ghana", "amendAssistance", held, new { scope = "One course, by our own trainers.", reason = "It has to be ours." });
        var again = await StepAsync("denmark", "agreeScope", amended);
        await StepAsync("denmark", "stopAssistance", again, new { reason = "The trainers are there." });

        var project = await ReadAsync("ghana", agreed.Id(), """
            status stopReason inhibitors owner { code } request { needsAssessment { inhibitor finding } }
            reports { kind result worked } reviewPoints { finding } scopes { reason }
            """, "AssistanceOffer");
        Assert.Equal(
            """
            {"status":"CLOSED","stopReason":"The trainers are there.","inhibitors":["SECURITY_SECTOR"],"owner":{"code":"DNK_FOCAL_POINT"},"request":{"needsAssessment":[{"inhibitor":"SECURITY_SECTOR","finding":"Oversight is weak."}]},"reports":[{"kind":"TRAINING","result":"Half came.","worked":"DID_NOT_WORK"}],"reviewPoints":[{"finding":"Not ours enough."}],"scopes":[{"reason":null},{"reason":"It has to be ours."}]}
            """,
            project.GetRawText());
        var asked = (await ReadAsync("ghana", agreed.Id(), "request { id consultedInConfidence { kind name } }", "AssistanceOffer")).GetProperty("request");
        Assert.Equal("""[{"kind":"COMMUNITY","name":"Elders"}]""", asked.GetProperty("consultedInConfidence").GetRawText());
        Assert.Equal("""{"consultedInConfidence":null}""", (await ReadAsync("denmark", asked.Id(), "consultedInConfidence { name }")).GetRawText());
        Assert.False(await network.SeesAsync("costa-rica", agreed.Id()));
    }

    [Fact]
    [Row("B43", "`contacts` of requests and offers, form `DENYING_MEANS`", without: "offerAssistance")]
    public async Task Authorities_that_could_stop_arms_and_money_find_each_other_without_sharing_intelligence()
    {
        var asked = await OpenAsync("ghana", Ask("Customs", await ToAsync("DNK_FOCAL_POINT"), "PROTECTION_ASSISTANCE", "DENYING_MEANS"));
        var offer = await AnswerAsync(
            "denmark", asked, new { contacts = new[] { new { authority = "Customs agency", purpose = "How to read cargo papers" } } });

        Assert.Equal(
            """{"form":"DENYING_MEANS","contacts":[{"authority":"Customs agency","purpose":"How to read cargo papers"}],"request":{"contacts":[{"authority":"Ministry of trade","purpose":"Training"}]}}""",
            (await ReadAsync("ghana", offer.Id(), "form contacts { authority purpose } request { contacts { authority purpose } }", "AssistanceOffer"))
                .GetRawText());
        Assert.False(await network.SeesAsync("kenya", offer.Id()));
    }

    [Fact]
    [Row("B44 C6", "`roster`, `assistanceMatches`, `offerAssistance`, `reportAssistance`", without: "assistanceMatches")]
    public async Task A_roster_by_skill_is_matched_with_a_request_deployed_and_reported_on()
    {
        var standing = await network.ActAsync("denmark", "offerAssistance", new
        {
            title = "Monitors on call", what = "They can leave in two weeks.", category = "PROTECTION_ASSISTANCE", form = "CIVILIAN_ASSISTANCE",
            civilianForms = new[] { "HUMAN_RIGHTS_MONITORING" },
            roster = new[] { new { skill = "HUMAN_RIGHTS_MONITORING", people = 3, note = "French and English" } },
            audience = Network.ToMembers,
        }, Offer);
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("denmark", "offerAssistance", new
        {
            title = "No such skill", what = "Help.", category = "PROTECTION_ASSISTANCE", form = "CIVILIAN_ASSISTANCE",
            roster = new[] { new { skill = "CHESS", people = 1 } },
        }));
        var asked = await OpenAsync(
            "ghana", Ask("Monitors", await ToAsync("DNK_FOCAL_POINT"), "PROTECTION_ASSISTANCE", "CIVILIAN_ASSISTANCE", "HUMAN_RIGHTS_MONITORING"));

        var matches = (await network.DataAsync("ghana", "query($id: ID!) { assistanceMatches(request: $id) { offer { id roster { people } } reasons { by code } } }", new { id = asked.Id() }))
            .GetProperty("assistanceMatches").EnumerateArray();
        var match = matches.Single(found => found.GetProperty("offer").Id() == standing.Id());
        Assert.Equal(
            """[{"by":"FORM","code":"CIVILIAN_ASSISTANCE"},{"by":"CIVILIAN_FORM","code":"HUMAN_RIGHTS_MONITORING"},{"by":"ROSTER_SKILL","code":"HUMAN_RIGHTS_MONITORING"}]""",
            match.GetProperty("reasons").GetRawText());
        Assert.Empty((await network.DataAsync("kenya", "query($id: ID!) { assistanceMatches(request: $id) { offer { id } } }", new { id = asked.Id() }))
            .GetProperty("assistanceMatches").EnumerateArray());

        var agreed = await AgreeAsync(asked);
        await StepAsync(
            "denmark", "reportAssistance", agreed, new { kind = "DEPLOYMENT", activity = "Three monitors.", result = "Twelve visits.", worked = "IN_PART" });
        Assert.Equal(
            """{"reports":[{"kind":"DEPLOYMENT","worked":"IN_PART"}]}""",
            (await ReadAsync("ghana", agreed.Id(), "reports { kind worked }", "AssistanceOffer")).GetRawText());
    }

    [Fact]
    [Row("B45 B47", "`pledges`, `AssistanceRequest.gaps`, `reportAssistance(lesson:)`", without: "acceptOffer")]
    public async Task Contributions_in_money_and_in_kind_fill_the_gap_and_leave_a_lesson()
    {
        var asked = await OpenAsync(
            "ghana", Ask("Equipment for a mission", await ToAsync("DNK_FOCAL_POINT"), "PROTECTION_ASSISTANCE", "PEACEKEEPING_STABILIZATION"));
        var offer = await AnswerAsync("denmark", asked, new
        {
            pledges = new object[]
            {
                new { need = "N1", what = "Transport", kind = "MONEY", amount = "400.25", unit = "EUR" },
                new { need = "N2", what = "Trainers", kind = "KIND", amount = "2", unit = "people" },
            },
        });
        var accepted = await StepAsync("ghana", "acceptOffer", offer);

        Assert.Equal(
            """{"gaps":[{"need":"N1","unit":"EUR","pledged":"400.25","missing":"600.25"},{"need":"N2","unit":"people","pledged":"2","missing":"1"}]}""",
            (await ReadAsync("ghana", asked.Id(), "gaps { need unit pledged missing }")).GetRawText());
        var agreed = await StepAsync("denmark", "agreeScope", await StepAsync("ghana", "agreeScope", accepted, new { scope = "Training before they leave." }));
        await StepAsync("denmark", "reportAssistance", agreed, new
        {
            kind = "TRAINING", activity = "One course for a contingent.", result = "They knew the mandate.", worked = "WORKED",
            lesson = "Begin with the mandate.",
        });
        Assert.Equal(
            """{"reports":[{"kind":"TRAINING","lesson":"Begin with the mandate.","office":{"code":"DNK_FOCAL_POINT"}}]}""",
            (await ReadAsync("ghana", agreed.Id(), "reports { kind lesson office { code } }", "AssistanceOffer")).GetRawText());
        Assert.False(await network.SeesAsync("kenya", asked.Id()));
    }

    [Fact]
    [Row("B48 D2", "`openAssistanceRequest(audience:)` by civil society, hidden from the State", without: "openAssistanceRequest")]
    public async Task Where_the_State_is_the_danger_civil_society_asks_others_and_the_State_learns_nothing()
    {
        var asked = await OpenAsync(
            "civil-society-kenya",
            Ask("Safe places for witnesses", await ToAsync("DNK_FOCAL_POINT"), "PROTECTION_ASSISTANCE", "CIVILIAN_ASSISTANCE", country: "KEN"));

        const string look = """
            query($id: ID!) {
              node(id: $id) { id }
              assistanceRequests(where: { country: { eq: "KEN" }, title: { eq: "Safe places for witnesses" } }) { totalCount nodes { id } }
              assistanceMatches(request: $id) { offer { id } }
            }
            """;
        foreach (var persona in new[] { "kenya", "kenya-contributor", "au-desk", "secretariat", "admin" })
        {
            Assert.Equal(
                """{"node":null,"assistanceRequests":{"totalCount":0,"nodes":[]},"assistanceMatches":[]}""",
                (await network.DataAsync(persona, look, new { id = asked.Id() })).GetRawText());
        }

        var offer = await AnswerAsync("denmark", asked);
        Assert.True(await network.SeesAsync("civil-society-kenya", offer.Id()));
        Assert.False(await network.SeesAsync("kenya", offer.Id()));
        Assert.Equal("MATCHED", (await StepAsync("civil-society-kenya", "acceptOffer", offer)).Status());
        Assert.Equal("NOT_FOUND", await network.RefusalAsync("kenya", "closeAssistanceRequest", new { id = asked.Id(), version = 1, outcome = "No." }));
    }

    [Fact]
    [Row("A11", "`offerAssistance`, `acceptReview(conflictOfInterest:)`", without: "acceptReview")]
    public async Task A_State_helps_without_showing_its_own_risks_first_and_declares_its_interest_when_it_reviews()
    {
        var standing = await network.ActAsync("costa-rica", "offerAssistance", new
        {
            title = "What we learnt without an army", what = "Visits and talks.", category = "CAPACITY_BUILDING", form = "EFFECTIVE_GOVERNANCE",
            audience = Network.ToMembers,
        }, Offer);
        Assert.True(await network.SeesAsync("observer", standing.Id()));

        var asked = await OpenAsync("ghana", Ask("A neighbour reviews", null, "CAPACITY_BUILDING", "EFFECTIVE_GOVERNANCE"));
        var review = await network.ActAsync(
            "ghana", "openReview",
            new { documentId = asked.Id(), version = 1, reviewers = new[] { await network.OfficeAsync("DNK_FOCAL_POINT") }, scope = "Is it clear?" },
            "review { id }");
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("denmark", "acceptReview", new { reviewId = review.Id(), conflictOfInterest = "" }));
        await network.ActAsync("denmark", "acceptReview", new { reviewId = review.Id(), conflictOfInterest = "We sell equipment there." }, "review { id }");
        Assert.Contains(
            "We sell equipment there.",
            (await network.DataAsync("ghana", "query($id: ID!) { node(id: $id) { ... on PeerReview { reviewers { conflictOfInterest } } } }", new { id = review.Id() })).GetRawText(),
            StringComparison.Ordinal);
    }

    [Fact]
    [Row("B36", "`openAssistanceRequest(organization:)`, `offerAssistance`, `linkHelp`", without: "openAssistanceRequest")]
    public async Task A_regional_organization_asks_for_itself_and_what_is_offered_is_linked_to_its_strategy()
    {
        var ask = Ask("Analysts for a situation room", await ToAsync("DNK_FOCAL_POINT"), "CAPACITY_BUILDING", "EFFECTIVE_GOVERNANCE");
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("ghana", "openAssistanceRequest", With(ask, new { organization = "AU" })));
        var asked = await OpenAsync("au-desk", With(ask, new { organization = "AU" }));
        Assert.Equal("""{"country":null,"organization":"AU"}""", (await ReadAsync("denmark", asked.Id(), "country organization")).GetRawText());

        var offered = await AnswerAsync("denmark", asked);
        var strategy = await network.ActAsync("au-desk", "draftStrategy", new { title = "Capacities of the desk" }, "strategy { id }");
        await network.ActAsync(
            "au-desk", "adoptStrategy", new { id = strategy.Id(), version = 1, audience = await ToAsync("DNK_FOCAL_POINT") }, "strategy { id }");
        await network.ActAsync("denmark", "linkHelp", new { strategyId = strategy.Id(), documentId = offered.Id() }, "strategy { id }");

        Assert.Equal($$"""{"help":[{"id":"{{offered.Id()}}"}]}""", (await ReadAsync("au-desk", strategy.Id(), "help { id }", "Strategy")).GetRawText());
        Assert.Equal("MATCHED", (await StepAsync("au-desk", "acceptOffer", offered)).Status());
    }

    [Fact]
    [Row("C7", "`Assessment.assistanceMatches`", without: "offerAssistance")]
    public async Task What_an_assessment_finds_wanting_is_matched_with_standing_offers_for_its_own_office_alone()
    {
        var standing = await network.ActAsync("costa-rica", "offerAssistance", new
        {
            title = "Editors help editors", what = "Training.", category = "CAPACITY_BUILDING", form = "EFFECTIVE_GOVERNANCE",
            inhibitors = new[] { "MEDIA_CAPACITY" }, audience = Network.ToMembers,
        }, Offer);
        var draft = await network.DraftAsync("kenya", "Gaps", new
        {
            title = "Gaps",
            ratings = Desk.Ratings(),
            inhibitors = new[] { new { inhibitor = "MEDIA_CAPACITY", finding = "Few editors.", trend = "STABLE", confidence = "MODERATE", need = "Training." } },
        });
        var published = await network.PublishAsync("kenya", draft, Network.ToMembers);

        const string matches = "assistanceMatches { offer { id } reasons { by code } }";
        var own = (await ReadAsync("kenya", published.Id(), matches, "Assessment")).GetRawText();
        Assert.Contains($$"""{"offer":{"id":"{{standing.Id()}}"},"reasons":[{"by":"INHIBITOR","code":"MEDIA_CAPACITY"}]}""", own, StringComparison.Ordinal);
        Assert.Equal("""{"assistanceMatches":[]}""", (await ReadAsync("ghana", published.Id(), matches, "Assessment")).GetRawText());
    }

    private static object Ask(
        string title,
        object? audience,
        string category,
        string form,
        string? civilianForm = null,
        string? country = null,
        object[]? principles = null) => new
        {
            title,
            country,
            category,
            form,
            civilianForm,
            inhibitors = new[] { "SECURITY_SECTOR" },
            needsAssessment = new[] { new { inhibitor = "SECURITY_SECTOR", finding = "Oversight is weak." } },
            whatFor = "Help.",
            principles = principles ?? Principles,
            urgency = "SOON",
            needs = new object[]
            {
                new { key = "N1", what = "Costs", kind = "MONEY", amount = "1000.50", unit = "EUR" },
                new { key = "N2", what = "Trainers", kind = "KIND", amount = "3", unit = "people" },
            },
            contacts = new[] { new { authority = "Ministry of trade", purpose = "Training" } },
            consultedInConfidence = new[] { new { kind = "COMMUNITY", name = "Elders" } },
            audience,
        };

    private async Task<object> ToAsync(params string[] offices) => new { kind = "NAMED", offices = await Task.WhenAll(offices.Select(network.OfficeAsync)) };

    private Task<JsonElement> OpenAsync(string persona, object input) => network.ActAsync(persona, "openAssistanceRequest", input, Request);

    private Task<JsonElement> AnswerAsync(string persona, JsonElement asked, object? more = null) => network.ActAsync(
        persona,
        "offerAssistance",
        With(new { title = "We can help", what = "Advice.", request = asked.Id(), principles = Principles, inhibitors = new[] { "SECURITY_SECTOR" } }, more),
        Offer);

    private Task<JsonElement> StepAsync(string persona, string act, JsonElement offer, object? more = null) =>
        network.ActAsync(persona, act, With(new { id = offer.Id(), version = offer.Version() }, more), Offer);

    private async Task<JsonElement> AgreeAsync(object ask) => await AgreeAsync(await OpenAsync("ghana", ask));

    private async Task<JsonElement> AgreeAsync(JsonElement asked)
    {
        var accepted = await StepAsync("ghana", "acceptOffer", await AnswerAsync("denmark", asked));
        return await StepAsync("denmark", "agreeScope", await StepAsync("ghana", "agreeScope", accepted, new { scope = "What was asked for." }));
    }

    private async Task<JsonElement> ReadAsync(string persona, string id, string fields, string type = "AssistanceRequest") =>
        (await network.DataAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ ... on {type} {{ {fields} }} }} }}", new { id })).GetProperty("node");

    private static Dictionary<string, object?> With(object one, object? other) =>
        one.GetType().GetProperties().Select(property => (property.Name, property.GetValue(one)))
            .Concat((other?.GetType().GetProperties() ?? []).Select(property => (property.Name, property.GetValue(other))))
            .ToDictionary(pair => pair.Name, pair => pair.Item2);
}
