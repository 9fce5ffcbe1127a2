using System.Text.Json;
using Npgsql;
using R2P.GraphQL;

namespace R2P.Schema.Tests.Assistance;

public sealed class AssistanceLifeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly AssistanceDesk _desk = new(network);

    private Personas Personas => _desk.Personas;

    [Fact]
    public async Task A_request_is_answered_accepted_agreed_reported_on_and_closed()
    {
        var request = await _desk.OpenAsync();
        var offer = await _desk.OfferAsync("denmark", request, "id version status answer requester { code } request { title }");
        Assert.Equal(("OPEN", 1), Personas.State(offer));
        Assert.Equal("GHA_FOCAL_POINT", offer.GetProperty("requester").GetProperty("code").GetString());

        var accepted = await _desk.StepAsync("ghana", "acceptOffer", offer, new { reason = "Welcome." }, "id version status answer answerReason");
        Assert.Equal("MATCHED ACCEPTED Welcome.", $"{accepted.GetProperty("status")} {accepted.GetProperty("answer")} {accepted.GetProperty("answerReason")}");
        Assert.Equal("MATCHED", await StatusAsync("ghana", request));
        var proposed = await _desk.StepAsync("denmark", "agreeScope", accepted, new { scope = "Two mediators in the north." });
        Assert.Equal("MATCHED", proposed.GetProperty("status").GetString());
        var agreed = await _desk.StepAsync("ghana", "agreeScope", proposed, fields: "id version status scopes { text agreedAt proposedBy { code } }");
        Assert.Equal("AGREED", agreed.GetProperty("status").GetString());
        Assert.Equal("DNK_FOCAL_POINT", agreed.GetProperty("scopes")[0].GetProperty("proposedBy").GetProperty("code").GetString());
        Assert.Equal("AGREED", await StatusAsync("ghana", request));

        var reported = await _desk.StepAsync("denmark", "reportAssistance", agreed, new
        {
            kind = "ADVICE", activity = "Six talks.", result = "Nobody came twice.", worked = "DID_NOT_WORK", lesson = "Begin with the elders.",
        }, "reports { kind worked lesson office { code } }");
        Assert.Equal(
            """{"reports":[{"kind":"ADVICE","worked":"DID_NOT_WORK","lesson":"Begin with the elders.","office":{"code":"DNK_FOCAL_POINT"}}]}""",
            reported.GetRawText());

        var now = await Personas.SeeAsync("ghana", Personas.Id(request), "id version");
        var closed = await Personas.ActAsync("ghana", "closeAssistanceRequest", "request",
            new { id = Personas.Id(request), version = now.GetProperty("version").GetInt32(), outcome = "We go on ourselves." }, "status outcome");
        Assert.Equal("""{"status":"CLOSED","outcome":"We go on ourselves."}""", closed.GetRawText());
    }

    [Fact]
    public async Task The_side_that_offers_may_agree_last_and_the_request_follows()
    {
        var agreed = await _desk.AgreeAsync();

        Assert.Equal("AGREED", agreed.GetProperty("status").GetString());
        Assert.Equal(
            """{"request":{"status":"AGREED"}}""",
            (await Personas.SeeAsync("denmark", Personas.Id(agreed), "... on AssistanceOffer { request { status } }")).GetRawText());
    }

    [Fact]
    public async Task Whoever_offers_accepts_nothing_in_the_other_sides_place()
    {
        var offer = await _desk.OfferAsync("denmark", await _desk.OpenAsync(), "id version viewerCan");

        Assert.DoesNotContain("ACCEPT", offer.GetProperty("viewerCan").EnumerateArray().Select(act => act.GetString()));
        Assert.Equal("NOT_ALLOWED", (await Personas.RefusalAsync("denmark", "acceptOffer", "offer", Personas.Step(offer))).GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", (await Personas.RefusalAsync("kenya", "acceptOffer", "offer", Personas.Step(offer))).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nobody_agrees_to_their_own_proposal_or_to_none()
    {
        var accepted = await _desk.StepAsync("ghana", "acceptOffer", await _desk.OfferAsync("denmark", await _desk.OpenAsync()));
        var none = await Personas.RefusalAsync("ghana", "agreeScope", "offer", Personas.Step(accepted));
        var proposed = await _desk.StepAsync("ghana", "agreeScope", accepted, new { scope = "In the north." });
        var own = await Personas.RefusalAsync("ghana", "agreeScope", "offer", Personas.Step(proposed));

        Assert.Equal("Nobody has proposed a scope yet: propose one.", none.GetProperty("message").GetString());
        Assert.Equal("Your own side proposed this scope: the other side has to agree.", own.GetProperty("message").GetString());
    }

    [Fact]
    public async Task No_offer_is_accepted_for_a_request_that_is_over_and_nothing_is_reported_of_help_that_was_not_accepted()
    {
        var request = await _desk.OpenAsync("Over");
        var offer = await _desk.OfferAsync("denmark", request);
        var declined = await _desk.StepAsync("ghana", "declineOffer", await _desk.OfferAsync("denmark", request), new { reason = "One is enough." });
        await Personas.ActAsync("ghana", "closeAssistanceRequest", "request", new { id = Personas.Id(request), version = 1, outcome = "Done." });

        var late = await Personas.RefusalAsync("ghana", "acceptOffer", "offer", Personas.Step(offer));
        var report = await Personas.RefusalAsync("denmark", "reportAssistance", "offer", new
        {
            id = Personas.Id(declined), version = Personas.State(declined).Version, kind = "ADVICE", activity = "None.", result = "None.",
            worked = "DID_NOT_WORK",
        });

        Assert.Equal("INVALID_TRANSITION", late.GetProperty("code").GetString());
        Assert.Equal("NOT_ALLOWED", report.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_declined_offer_is_over_and_says_why()
    {
        var offer = await _desk.OfferAsync("denmark", await _desk.OpenAsync());

        var silent = await Personas.RefusalAsync("ghana", "declineOffer", "offer", new { id = Personas.Id(offer), version = 1, reason = "" });
        var declined = await _desk.StepAsync("ghana", "declineOffer", offer, new { reason = "Too late." }, "status answer answerReason");

        Assert.Equal("""["input","reason"]""", silent.GetProperty("path").GetRawText());
        Assert.Equal("""{"status":"CLOSED","answer":"DECLINED","answerReason":"Too late."}""", declined.GetRawText());
    }

    [Fact]
    public async Task Help_is_looked_at_amended_with_a_reason_and_stopped_with_a_reason()
    {
        var planned = await _desk.StepAsync(
            "ghana", "addReviewPoint", await _desk.AgreeAsync(), new { dueOn = "2099-03-01", question = "Is it still about the risk?" },
            "id version nextReviewOn");
        Assert.Equal("2099-03-01", planned.GetProperty("nextReviewOn").GetString());
        var held = await _desk.StepAsync(
            "denmark", "holdReviewPoint", planned, new { number = 1, finding = "Partly." }, "id version nextReviewOn reviewPoints { number finding }");
        Assert.Equal(JsonValueKind.Null, held.GetProperty("nextReviewOn").ValueKind);
        Assert.Equal("""[{"number":1,"finding":"Partly."}]""", held.GetProperty("reviewPoints").GetRawText());
        var twice = await Personas.RefusalAsync(
            "ghana", "holdReviewPoint", "offer",
            new { id = Personas.Id(held), version = held.GetProperty("version").GetInt32(), number = 1, finding = "Again." });
        Assert.Equal("""["input","number"]""", twice.GetProperty("path").GetRawText());

        var amended = await _desk.StepAsync(
            "ghana", "amendAssistance", held, new { scope = "One mediator.", reason = "Calmer now." }, "id version status scopes { text reason }");
        Assert.Equal("MATCHED", amended.GetProperty("status").GetString());
        Assert.Equal(
            """[{"text":"Two mediators in the north.","reason":null},{"text":"One mediator.","reason":"Calmer now."}]""",
            amended.GetProperty("scopes").GetRawText());
        var agreed = await _desk.StepAsync("denmark", "agreeScope", amended);
        var stopped = await _desk.StepAsync("ghana", "stopAssistance", agreed, new { reason = "It is not ours." }, "status stopReason");
        Assert.Equal("""{"status":"CLOSED","stopReason":"It is not ours."}""", stopped.GetRawText());
    }

    [Fact]
    public async Task All_five_principles_are_answered_and_what_is_wrong_is_said_all_at_once()
    {
        var data = await network.DataAsync("ghana", """
            mutation { openAssistanceRequest(input: {
              title: "", category: "CAPACITY_BUILDING", form: "DENYING_MEANS", whatFor: "", urgency: SOON, inhibitors: ["LUCK"],
              principles: [{ principle: "DO_NO_HARM", answer: "Yes" }, { principle: "BE_NICE", answer: "" }],
              needs: [{ key: "N1", what: "Costs", kind: MONEY, amount: "1,000", unit: "Euro" }, { key: "N2", what: "Cars", kind: MONEY }] })
            { request { id } errors { path message } } }
            """);

        var errors = data.GetProperty("openAssistanceRequest").GetProperty("errors").EnumerateArray()
            .Select(error => string.Join('.', error.GetProperty("path").EnumerateArray().Skip(1).Select(step => step.GetString())));
        Assert.Equal(
            [
                "title", "form", "inhibitors.0", "whatFor", "principles.1.principle", "principles.1.answer", "principles", "principles", "principles",
                "principles",
                "needs.0.amount", "needs.0.unit", "needs.1.amount",
            ],
            errors);
    }

    [Fact]
    public async Task What_is_missing_is_what_is_needed_less_what_was_accepted()
    {
        var request = await _desk.OpenAsync("Gaps");
        var offer = await _desk.OfferAsync("denmark", request);
        const string gaps = "... on AssistanceRequest { gaps { need unit needed offered pledged missing } }";

        var before = await Personas.SeeAsync("ghana", Personas.Id(request), gaps);
        await _desk.StepAsync("ghana", "acceptOffer", offer);
        var after = await Personas.SeeAsync("ghana", Personas.Id(request), gaps);

        Assert.Equal(
            """{"gaps":[{"need":"N1","unit":"EUR","needed":"1000.50","offered":"400.25","pledged":"0","missing":"1000.50"},{"need":"N2","unit":"people","needed":"3","offered":"2","pledged":"0","missing":"3"}]}""",
            before.GetRawText());
        Assert.Equal(
            """{"gaps":[{"need":"N1","unit":"EUR","needed":"1000.50","offered":"0","pledged":"400.25","missing":"600.25"},{"need":"N2","unit":"people","needed":"3","offered":"0","pledged":"2","missing":"1"}]}""",
            after.GetRawText());
    }

    [Fact]
    public async Task Standing_offers_fit_a_request_by_form_skill_and_inhibitor()
    {
        var request = await _desk.OpenAsync("To match");
        async Task<string> StandAsync(string form, string inhibitor, object? audience) =>
            Personas.Id(await Personas.ActAsync("denmark", "offerAssistance", "offer", new
        {
            title = "Standing", what = "Help.", category = form == "CIVILIAN_ASSISTANCE" ? "PROTECTION_ASSISTANCE" : "CAPACITY_BUILDING", form,
            roster = new[] { new { skill = "MEDIATION_EXPERTISE", people = 2 } }, inhibitors = new[] { inhibitor }, audience,
        }));
        var fits = await StandAsync("CIVILIAN_ASSISTANCE", "SECURITY_SECTOR", Personas.ToMembers);
        var other = await StandAsync("EFFECTIVE_GOVERNANCE", "MEDIA_CAPACITY", Personas.ToMembers);
        var hidden = await StandAsync("CIVILIAN_ASSISTANCE", "SECURITY_SECTOR", null);

        var matches = (await network.DataAsync("ghana",
            "query($id: ID!) { assistanceMatches(request: $id) { offer { id } reasons { by code } } }", new { id = Personas.Id(request) }))
            .GetProperty("assistanceMatches")
            .EnumerateArray().ToDictionary(match => Personas.Id(match.GetProperty("offer")), match => match.GetProperty("reasons").GetRawText());

        Assert.Equal(
            """[{"by":"FORM","code":"CIVILIAN_ASSISTANCE"},{"by":"ROSTER_SKILL","code":"MEDIATION_EXPERTISE"},{"by":"INHIBITOR","code":"SECURITY_SECTOR"}]""",
            matches[fits]);
        Assert.DoesNotContain(other, matches.Keys);
        Assert.DoesNotContain(hidden, matches.Keys);
        Assert.Equal("[]", (await network.DataAsync("kenya",
            "query($id: ID!) { assistanceMatches(request: $id) { offer { id } } }",
            new { id = Personas.Id(request) })).GetProperty("assistanceMatches").GetRawText());
    }

    [Fact]
    public async Task A_due_review_point_and_an_open_offer_wait_for_whom_they_need()
    {
        var offer = await _desk.OfferAsync("denmark", await _desk.OpenAsync());
        Assert.True(NodeId.TryParse(Personas.Id(offer), out var open));
        Assert.Equal(["OFFER_TO_ANSWER"], await Waiting.ForAsync(network, "ghana", open.Id));
        Assert.Empty(await Waiting.ForAsync(network, "denmark", open.Id));

        var agreed = await _desk.StepAsync("ghana", "addReviewPoint", await _desk.AgreeAsync(), new { dueOn = "2099-03-01", question = "Still?" });
        Assert.True(NodeId.TryParse(Personas.Id(agreed), out var due));
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand("update r2p.assistance_offer set next_review_on = current_date, version = version + 1 where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = due.Id });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["REVIEW_POINT_DUE"], await Waiting.ForAsync(network, "ghana", due.Id));
        Assert.Equal(["REVIEW_POINT_DUE"], await Waiting.ForAsync(network, "denmark", due.Id));
        Assert.Empty(await Waiting.ForAsync(network, "kenya", due.Id));
    }

    private async Task<string?> StatusAsync(string persona, JsonElement document) =>
        (await Personas.SeeAsync(persona, Personas.Id(document), "status")).GetProperty("status").GetString();
}
