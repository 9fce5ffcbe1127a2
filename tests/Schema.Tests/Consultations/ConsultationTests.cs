using System.Text.Json;
using Npgsql;
using R2P.GraphQL;
using R2P.Schema.Tests.Exchanges;

namespace R2P.Schema.Tests.Consultations;

public sealed class ConsultationTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Submission = "id version status publication text signature author { code }";
    private readonly Personas _personas = new(network);
    private readonly Desks _desks = new(network);

    [Fact]
    public async Task Until_it_closes_a_submission_is_read_by_the_convener_and_its_author_only()
    {
        var call = await OpenAsync("secretariat", "Early", Personas.ToMembers);
        var made = await SubmitAsync("civil-society-kenya", call, new { publication = "NAMED", text = "Villages were warned." });

        Assert.Equal("SAMPLE_PEACE_FORUM_KENYA_DESK", made.GetProperty("author").GetProperty("code").GetString());
        Assert.Equal(1, await CountAsync("secretariat", call));
        foreach (var persona in new[] { "kenya", "kenya-contributor", "ghana", "observer", "auditor", "admin", null })
        {
            Assert.Equal(0, await CountAsync(persona, call));
            Assert.Equal(JsonValueKind.Null, (await LookAsync(persona, made, "id")).ValueKind);
        }

        var events = await _personas.SeeAsync("kenya", Personas.Id(call), "events { nodes { type } }");
        Assert.Equal("""{"events":{"nodes":[{"type":"CONSULTATION_OPENED"}]}}""", events.GetRawText());
    }

    [Fact]
    public async Task On_closing_each_submission_goes_as_far_as_its_author_chose()
    {
        var call = await OpenAsync("secretariat", "Choices", Personas.ToAfrica);
        var told = await SubmitAsync("ghana", call, new { publication = "PRIVATE", text = "For you alone" });
        var anonymous = await SubmitAsync("kenya", call, new { publication = "ANONYMOUS", text = "Without our name" });
        var named = await SubmitAsync("au-desk", call, new { publication = "NAMED", text = "With our name" });
        var open = await SubmitAsync("ghana", call, new { publication = "PUBLIC", text = "For everyone" });
        Assert.Equal("KEN_FOCAL_POINT", (await LookAsync("secretariat", anonymous, "author { code }")).GetProperty("author").GetProperty("code").GetString());

        var closed = await _personas.ActAsync("secretariat", "closeConsultation", "consultation", new
        {
            id = Personas.Id(call), version = 1, report = "Four answers came in.",
        }, "id version status ... on Consultation { report }");

        Assert.Equal(("CLOSED", 2), Personas.State(closed));
        Assert.Equal("Four answers came in.", closed.GetProperty("report").GetString());
        Assert.Equal(JsonValueKind.Null, (await LookAsync("kenya", told, "id")).ValueKind);
        Assert.Equal(
            """{"text":"Without our name","signature":"Known to the convener only","author":null}""",
            (await LookAsync("ghana", anonymous, "text signature author { code }")).GetRawText());
        Assert.Equal("KEN_FOCAL_POINT", (await LookAsync("kenya", anonymous, "author { code }")).GetProperty("author").GetProperty("code").GetString());
        Assert.Equal("AU_R2P_DESK", (await LookAsync("ghana", named, "author { code }")).GetProperty("author").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, (await LookAsync("observer", named, "id")).ValueKind);
        Assert.Equal(
            """{"text":"For everyone","author":{"code":"GHA_FOCAL_POINT"},"consultation":null}""",
            (await LookAsync(null, open, "text author { code } consultation { id }")).GetRawText());
        Assert.Equal((3, 4, 4), (await CountAsync("kenya", call), await CountAsync("ghana", call), await CountAsync("secretariat", call)));
    }

    [Fact]
    public async Task Nothing_but_the_convener_and_the_office_itself_leads_from_a_sealed_submission_to_its_author()
    {
        var call = await OpenAsync(
            "kenya",
            "Sealed",
            new { kind = "NAMED", offices = new[] { Desks.Office("SAMPLE_PEACE_FORUM_KENYA_DESK"), Desks.Office("KEN_NATIONAL_COMMITTEE") } });
        var made = await SubmitAsync("civil-society-kenya", call, new { publication = "ANONYMOUS", text = "Names were taken down." });
        await _personas.ActAsync("kenya", "closeConsultation", "consultation", new { id = Personas.Id(call), version = 1, report = "Heard." });

        var told = await LookAsync("kenya-contributor", made, "text author { code } answer { text }");
        var heard = await _personas.SeeAsync("kenya", Personas.Id(call), "events { nodes { type by { code } } }");

        Assert.Equal("""{"text":"Names were taken down.","author":null,"answer":null}""", told.GetRawText());
        Assert.Equal(
            "SAMPLE_PEACE_FORUM_KENYA_DESK", (await LookAsync("kenya", made, "author { code }")).GetProperty("author").GetProperty("code").GetString());
        Assert.Contains("""{"type":"SUBMISSION_MADE","by":null}""", heard.GetRawText(), StringComparison.Ordinal);
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand("select to_jsonb(s)::text from r2p.submission s where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Key(made) });
        var row = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.DoesNotContain(
            Key(Desks.Office("SAMPLE_PEACE_FORUM_KENYA_DESK")).ToString(),
            // Among the readers it stands for having been invited, not for having written.
            row.Replace($"\"office:{Key(Desks.Office("SAMPLE_PEACE_FORUM_KENYA_DESK"))}\"", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_convener_takes_back_what_they_said_to_their_own_consultation()
    {
        var call = await OpenAsync("secretariat", "Own words", Personas.ToMembers);
        var made = await SubmitAsync("secretariat", call, new { publication = "NAMED", text = "We begin." });

        await _personas.ActAsync("secretariat", "withdrawSubmission", "submission", new { id = Personas.Id(made), version = 1 }, Submission);

        Assert.Equal("WITHDRAWN", (await LookAsync("secretariat", made, "status")).GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, (await LookAsync("denmark", made, "id")).ValueKind);
    }

    [Fact]
    public async Task Its_author_changes_and_withdraws_a_submission_until_the_deadline()
    {
        var call = await OpenAsync("secretariat", "Deadline", Personas.ToMembers);
        var made = await SubmitAsync("denmark", call, new { publication = "NAMED", text = "First" });
        var changed = await _personas.ActAsync(
            "denmark", "reviseSubmission", "submission",
            new { id = Personas.Id(made), version = 1, submission = new { publication = "ANONYMOUS", text = "Second" } }, Submission);
        Assert.Equal(("Second", 2), (changed.GetProperty("text").GetString(), changed.GetProperty("version").GetInt32()));
        Assert.Equal("CONFLICT", await CodeAsync("denmark", "withdrawSubmission", "submission", new { id = Personas.Id(made), version = 1 }));
        Assert.Equal("NOT_ALLOWED", await CodeAsync("secretariat", "withdrawSubmission", "submission", new { id = Personas.Id(made), version = 2 }));
        Assert.Equal("NOT_FOUND", await CodeAsync("ghana", "withdrawSubmission", "submission", new { id = Personas.Id(made), version = 2 }));

        var kept = await SubmitAsync("costa-rica", call, new { publication = "NAMED", text = "Kept" });
        await _personas.ActAsync("denmark", "withdrawSubmission", "submission", new { id = Personas.Id(made), version = 2 }, Submission);
        Assert.Equal(JsonValueKind.Null, (await LookAsync("secretariat", made, "id")).ValueKind);
        Assert.Equal("WITHDRAWN", (await LookAsync("denmark", made, "status")).GetProperty("status").GetString());

        await PassDeadlineAsync(call);
        Assert.Equal("INVALID_INPUT", await CodeAsync("costa-rica", "withdrawSubmission", "submission", new { id = Personas.Id(kept), version = 1 }));
        Assert.Equal("INVALID_INPUT", await CodeAsync("ghana", "submitInput", "submission", new
        {
            consultationId = Personas.Id(call), submission = new { publication = "NAMED", text = "Late" },
        }));
    }

    [Fact]
    public async Task The_author_hears_what_became_of_a_submission_and_nobody_else()
    {
        var call = await OpenAsync("secretariat", "Answered", Personas.ToMembers);
        var made = await SubmitAsync("civil-society-kenya", call, new { publication = "NAMED", text = "Ask the elders." });
        await _personas.ActAsync(
            "secretariat", "answerSubmission", "submission", new { id = Personas.Id(made), outcome = "PARTLY_TAKEN_UP", text = "In chapter two." }, "id");
        Assert.Equal(
            "CONFLICT", await CodeAsync("secretariat", "answerSubmission", "submission", new { id = Personas.Id(made), outcome = "TAKEN_UP", text = "!" }));
        await _personas.ActAsync(
            "secretariat", "answerSubmission", "submission", new { id = Personas.Id(made), outcome = "TAKEN_UP", text = "And three.", version = 1 }, "id");
        await _personas.ActAsync("secretariat", "closeConsultation", "consultation", new { id = Personas.Id(call), version = 1, report = "Done." });

        const string answer = "answer { outcome text version }";
        Assert.Equal(
            """{"answer":{"outcome":"TAKEN_UP","text":"And three.","version":2}}""", (await LookAsync("civil-society-kenya", made, answer)).GetRawText());
        Assert.Equal("""{"answer":null}""", (await LookAsync("kenya", made, answer)).GetRawText());
        Assert.Equal(
            "NOT_ALLOWED", await CodeAsync("kenya", "answerSubmission", "submission", new { id = Personas.Id(made), outcome = "TAKEN_UP", text = "?" }));
    }

    [Fact]
    public async Task Who_has_no_account_is_spoken_for_by_kind_and_with_consent()
    {
        var call = await OpenAsync("secretariat", "On behalf", Personas.ToMembers);
        var without = await _personas.RefusalAsync("ghana", "submitInput", "submission", new
        {
            consultationId = Personas.Id(call), submission = new { publication = "PRIVATE", text = "They say", onBehalfOf = new[] { "ACTOR_WOMEN" } },
        });
        var unknown = await _personas.RefusalAsync("ghana", "submitInput", "submission", new
        {
            consultationId = Personas.Id(call), submission = new { publication = "PRIVATE", text = "They say", onBehalfOf = new[] { "KEN" }, consent = true },
        });
        var made = await SubmitAsync(
            "ghana", call, new { publication = "NAMED", text = "They say", onBehalfOf = new[] { "ACTOR_WOMEN", "ACTOR_YOUTH" }, consent = true },
            "id communityActors");

        Assert.Equal("""["input","submission","consent"]""", without.GetProperty("path").GetRawText());
        Assert.Equal("""["input","submission","onBehalfOf","0"]""", unknown.GetProperty("path").GetRawText());
        Assert.Equal("""["ACTOR_WOMEN","ACTOR_YOUTH"]""", made.GetProperty("communityActors").GetRawText());
    }

    [Fact]
    public async Task An_invited_office_has_it_in_its_inbox_until_it_has_answered()
    {
        var call = await OpenAsync("secretariat", "Invited", Personas.ToMembers, "DNK_FOCAL_POINT", "CRI_FOCAL_POINT");
        Assert.Contains(await _desks.InboxAsync("denmark"), item => item is ("SUBMISSION_INVITED", _, "2999-06-01") && item.Subject == Personas.Id(call));
        Assert.DoesNotContain(await _desks.InboxAsync("ghana"), item => item.Subject == Personas.Id(call));

        await SubmitAsync("denmark", call, new { publication = "PRIVATE", text = "Here" });

        Assert.DoesNotContain(await _desks.InboxAsync("denmark"), item => item.Subject == Personas.Id(call));
        Assert.Contains(await _desks.InboxAsync("costa-rica"), item => item.Subject == Personas.Id(call));
    }

    [Fact]
    public async Task Nobody_is_invited_who_would_not_read_it()
    {
        var error = await _personas.RefusalAsync("ghana", "openConsultation", "consultation", new
        {
            title = "Africa only", purpose = "Input", questions = Array.Empty<object>(), closesAt = "2999-06-01T00:00:00Z", audience = Personas.ToAfrica,
            invited = new[] { Desks.Office("KEN_FOCAL_POINT"), Desks.Office("DNK_FOCAL_POINT") },
        });

        Assert.Equal("""["input","invited","1"]""", error.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task A_consultation_that_is_taken_back_takes_along_what_was_released_to_its_readers()
    {
        var call = await OpenAsync("secretariat", "Taken back", Personas.ToMembers);
        var named = await SubmitAsync("ghana", call, new { publication = "NAMED", text = "Named" });
        var open = await SubmitAsync("ghana", call, new { publication = "PUBLIC", text = "Public" });
        await _personas.ActAsync("secretariat", "closeConsultation", "consultation", new { id = Personas.Id(call), version = 1, report = "Done." });
        Assert.NotEqual(JsonValueKind.Null, (await LookAsync("observer", named, "id")).ValueKind);

        await _personas.ActAsync("secretariat", "withdrawDocument", "document", new { id = Personas.Id(call), version = 2, reason = "Wrong list" });

        Assert.Equal(JsonValueKind.Null, (await LookAsync("observer", named, "id")).ValueKind);
        Assert.NotEqual(JsonValueKind.Null, (await LookAsync("ghana", named, "id")).ValueKind);
        Assert.NotEqual(JsonValueKind.Null, (await LookAsync(null, open, "id")).ValueKind);
    }

    [Fact]
    public async Task The_convener_does_not_share_the_words_of_others_farther_later_and_they_end_with_the_consultation()
    {
        var call = await OpenAsync(
            "secretariat", "Farther later", new { kind = "NAMED", offices = new[] { Desks.Office("GHA_FOCAL_POINT"), Desks.Office("KEN_FOCAL_POINT") } });
        var named = await SubmitAsync("ghana", call, new { publication = "NAMED", text = "For those who were asked" });
        await _personas.ActAsync("secretariat", "closeConsultation", "consultation", new { id = Personas.Id(call), version = 1, report = "Done." });

        await _personas.ActAsync("secretariat", "shareDocument", "document", new
        {
            id = Personas.Id(call), version = 2, audience = new { kind = "PUBLIC" },
            handling = new { expiresAt = "2999-01-01T00:00:00Z", onwardSharing = true },
        });

        Assert.True(await _personas.SeesAsync(null, Personas.Id(call)));
        Assert.Equal(JsonValueKind.Null, (await LookAsync(null, named, "id")).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await LookAsync("denmark", named, "id")).ValueKind);
        Assert.NotEqual(JsonValueKind.Null, (await LookAsync("kenya", named, "id")).ValueKind);
        await ExpireAsync(call);
        Assert.Equal(JsonValueKind.Null, (await LookAsync("kenya", named, "id")).ValueKind);
        Assert.NotEqual(JsonValueKind.Null, (await LookAsync("ghana", named, "id")).ValueKind);
    }

    [Fact]
    public async Task It_is_revised_while_it_is_open_and_everything_wrong_is_said_at_once()
    {
        var call = await OpenAsync("secretariat", "Revised", Personas.ToMembers);
        var later = await _personas.ActAsync("secretariat", "reviseConsultation", "consultation", new
        {
            id = Personas.Id(call), version = 1, closesAt = "2999-07-01T00:00:00Z",
        }, "id version status ... on Consultation { closesAt questions { key text } }");
        Assert.Equal("2999-07-01T00:00:00Z", later.GetProperty("closesAt").GetString()![..19] + "Z");
        Assert.Equal("""[{"key":"q1","text":"What would help?"}]""", later.GetProperty("questions").GetRawText());
        Assert.Equal(
            "NOT_ALLOWED", await CodeAsync("ghana", "closeConsultation", "consultation", new { id = Personas.Id(call), version = 2, report = "Mine" }));

        var data = await network.DataAsync(
            "ghana",
            """
            mutation($id: ID!) {
              opened: openConsultation(input: { title: "", purpose: "", closesAt: "2001-01-01T00:00:00Z", audience: { kind: MEMBERS }, countries: ["XXX"],
                questions: [{ key: "a", text: "" }, { key: "a", text: "b" }] }) { errors { path } }
              submitted: submitInput(input: { consultationId: $id, submission: { publication: NAMED, answers: [{ question: "q9", text: "" }] } }) { errors { path } }
            }
            """,
            new { id = Personas.Id(call) });
        Assert.Equal(
            ["input.title", "input.purpose", "input.countries.0", "input.questions", "input.questions.0.text", "input.closesAt"],
            Paths(data.GetProperty("opened")));
        Assert.Equal(["input.submission.answers.0.text", "input.submission.answers.0.question"], Paths(data.GetProperty("submitted")));
    }

    private static IEnumerable<string> Paths(JsonElement payload) => payload.GetProperty("errors").EnumerateArray()
        .Select(error => string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString())));

    private static Guid Key(JsonElement row) => Key(Personas.Id(row));

    private static Guid Key(string text) => NodeId.TryParse(text, out var id) ? id.Id : throw new InvalidOperationException("No id.");

    private Task<JsonElement> OpenAsync(string persona, string title, object audience, params string[] invited) => _personas.ActAsync(
        persona,
        "openConsultation",
        "consultation",
        new
        {
            title,
            purpose = "Input to the report.",
            questions = new[] { new { key = "q1", text = "What would help?" } },
            closesAt = "2999-06-01T00:00:00Z",
            audience,
            invited = invited.Select(Desks.Office),
        });

    private Task<JsonElement> SubmitAsync(string persona, JsonElement call, object submission, string fields = Submission) =>
        _personas.ActAsync(persona, "submitInput", "submission", new { consultationId = Personas.Id(call), submission }, fields);

    private Task<JsonElement> LookAsync(string? persona, JsonElement submission, string fields) =>
        _desks.NodeAsync(persona, Personas.Id(submission), "Submission", fields);

    private async Task<string?> CodeAsync(string persona, string act, string answer, object input) =>
        (await _personas.RefusalAsync(persona, act, answer, input)).GetProperty("code").GetString();

    private async Task<int> CountAsync(string? persona, JsonElement call)
    {
        var node = await _desks.NodeAsync(persona, Personas.Id(call), "Consultation", "submissions { totalCount }");
        return node.ValueKind == JsonValueKind.Null ? 0 : node.GetProperty("submissions").GetProperty("totalCount").GetInt32();
    }

    private Task PassDeadlineAsync(JsonElement call) => LetPassAsync(call, "closes_at");

    private Task ExpireAsync(JsonElement call) => LetPassAsync(call, "expires_at");

    private async Task LetPassAsync(JsonElement call, string column)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            $"update r2p.consultation set {column} = now() - interval '1 hour', version = version + 1 where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Key(call) });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
