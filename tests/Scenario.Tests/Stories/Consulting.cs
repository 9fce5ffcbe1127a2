using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Asking for input, and saying what became of it.</summary>
public sealed class Consulting(Network network) : IClassFixture<Network>
{
    private const string Consultation = "consultation { id version status }";
    private const string Submission = "submission { id version }";

    [Fact]
    [Row(
        "B38 A13",
        "`openConsultation`, `submitInput`, `reviseSubmission`, `withdrawSubmission`, `closeConsultation`, `planMeeting`",
        without: "closeConsultation")]
    public async Task A_report_is_prepared_with_questions_a_deadline_and_a_publication_choice_for_each_submission()
    {
        var call = await OpenAsync("secretariat", "Input to the annual report", Network.ToAfrica, await network.OfficeAsync("GHA_FOCAL_POINT"));
        Assert.Contains(call.Id(), await network.InboxAsync("ghana", "SUBMISSION_INVITED"));
        Assert.Equal("NOT_FOUND", await network.RefusalAsync("denmark", "submitInput", Submit(call, "NAMED", "From outside")));

        var kept = await network.ActAsync("ghana", "submitInput", Submit(call, "PRIVATE", "For you alone"), Submission);
        var named = await network.ActAsync("kenya", "submitInput", Submit(call, "PRIVATE", "First words"), Submission);
        await network.ActAsync("kenya", "reviseSubmission", new
        {
            id = named.Id(), version = 1, submission = new { publication = "NAMED", answers = new[] { new { question = "q1", text = "Local councils" } } },
        }, Submission);
        var open = await network.ActAsync("au-desk", "submitInput", Submit(call, "PUBLIC", "For everyone"), Submission);
        var back = await network.ActAsync("au-desk", "submitInput", Submit(call, "PUBLIC", "By mistake"), Submission);
        await network.ActAsync("au-desk", "withdrawSubmission", new { id = back.Id(), version = 1 }, Submission);
        Assert.False(await network.SeesAsync("ghana", named.Id()));
        Assert.False(await network.SeesAsync("secretariat", back.Id()));

        await network.ActAsync("secretariat", "closeConsultation", new { id = call.Id(), version = 1, report = "What three members told us." }, Consultation);

        Assert.True(await network.SeesAsync("ghana", named.Id()));
        Assert.False(await network.SeesAsync("kenya", kept.Id()));
        Assert.False(await network.SeesAsync("denmark", named.Id()));
        Assert.True(await network.SeesAsync(null, open.Id()));
        Assert.False(await network.SeesAsync(null, call.Id()));
        var later = await network.ActAsync("secretariat", "planMeeting", new
        {
            title = "Follow-up of the annual report", meetingKind = "DIALOGUE", startsOn = "2999-10-01", audience = Network.ToAfrica,
            documents = new[] { call.Id() },
        }, "meeting { id documents { title } }");
        Assert.Equal("Input to the annual report", later.GetProperty("documents")[0].GetProperty("title").GetString());
    }

    [Fact]
    [Row("A18", "`submitInput`, `Submission.author`, `answerSubmission`", without: "answerSubmission")]
    public async Task A_civil_society_organization_answers_protected_towards_all_but_the_receiver_and_hears_what_became_of_it()
    {
        var invited = await OpenAsync("secretariat", "By invitation and open", Network.ToMembers, await network.OfficeAsync("SAMPLE_PEACE_FORUM_KENYA_DESK"));
        Assert.Contains(invited.Id(), await network.InboxAsync("civil-society-kenya"));
        var made = await network.ActAsync("civil-society-kenya", "submitInput", Submit(invited, "ANONYMOUS", "Who warns is threatened."), Submission);
        Assert.False(await network.SeesAsync("kenya", made.Id())); // The State does not open, list or count it.

        await network.ActAsync("secretariat", "answerSubmission", new { id = made.Id(), outcome = "TAKEN_UP", text = "Chapter three." }, "submission { id }");
        await network.ActAsync("secretariat", "closeConsultation", new { id = invited.Id(), version = 1, report = "Authors need protection." }, Consultation);

        const string author = "text author { code } answer { outcome text }";
        Assert.Equal(
            """{"text":"Who warns is threatened.","author":null,"answer":null}""", (await ReadAsync("kenya", made, author)).GetRawText());
        Assert.Equal("SAMPLE_PEACE_FORUM_KENYA_DESK", (await ReadAsync("secretariat", made, author)).GetProperty("author").GetProperty("code").GetString());
        Assert.Equal("TAKEN_UP", (await ReadAsync("civil-society-kenya", made, author)).GetProperty("answer").GetProperty("outcome").GetString());
    }

    [Fact]
    [Row("A19 D11", "`submitInput(onBehalfOf:, consent:)`, `openConsultation(audience:)`", without: "submitInput")]
    public async Task Communities_are_heard_through_a_focal_point_at_every_level_without_an_account_each()
    {
        var levels = new (string Persona, object Audience, string Answers, string Outside)[]
        {
            ("kenya", new { kind = "NATIONAL" }, "kenya", "ghana"),
            ("au-desk", Network.ToAfrica, "kenya", "denmark"),
            ("secretariat", new { kind = "NETWORK", networks = new[] { "GLOBAL_NETWORK_R2P_FOCAL_POINTS" } }, "ghana", "observer"),
        };
        foreach (var (convener, audience, focalPoint, outside) in levels)
        {
            var call = await OpenAsync(convener, $"Level of {convener}", audience);
            Assert.Equal("INVALID_INPUT", await network.RefusalAsync(focalPoint, "submitInput", OnBehalf(call, consent: false)));
            var made = await network.ActAsync(focalPoint, "submitInput", OnBehalf(call, consent: true), "submission { id communityActors }");
            await network.ActAsync(convener, "closeConsultation", new { id = call.Id(), version = 1, report = "Heard." }, Consultation);

            Assert.Equal("""["ACTOR_WOMEN","ACTOR_TRADITIONAL_LEADERS"]""", made.GetProperty("communityActors").GetRawText());
            Assert.False(await network.SeesAsync(outside, call.Id()));
            Assert.False(await network.SeesAsync(outside, made.Id()));
        }
    }

    [Fact]
    [Row("B66 B67", "`recordConsulted`, `SharedDocument.consulted`", without: "recordConsulted")]
    public async Task Each_process_says_who_was_consulted_and_how()
    {
        var begun = new (string Act, string Answer, object Input)[]
        {
            ("raiseAlert", "alert", new
            {
                title = "Consulted: alert", urgency = "SOON", sourceKinds = new[] { "SRC_CIVIL_SOCIETY" }, reliability = "MIXED", corroboration = "PARTIAL",
                confidence = "LOW",
            }),
            ("draftStrategy", "strategy", new { title = "Consulted: strategy" }),
            ("draftLesson", "lesson", new { title = "Consulted: lesson", scope = "One election.", lessons = new[] { new { text = "Begin early." } } }),
            ("recordRecommendation", "recommendation", new { mechanism = "UPR", text = "Consult women." }),
            ("recordInstitution", "institution", new { title = "Consulted: institution", category = "PARLIAMENT" }),
        };
        foreach (var (act, answer, input) in begun)
        {
            var document = await network.ActAsync("kenya", act, input, $"{answer} {{ id version }}");
            Assert.Equal("INVALID_INPUT", await network.RefusalAsync("kenya", "recordConsulted", Consulted(document, "Call +254 20 1234567")));

            var told = await network.ActAsync(
                "kenya", "recordConsulted", Consulted(document, "A women's network of two counties"), "document { consulted { kind name how } }");

            Assert.Equal(
                """{"consulted":[{"kind":"CIVIL_SOCIETY","name":"A women's network of two counties","how":"MEETING"}]}""", told.GetRawText());
        }
    }

    private static object Consulted(JsonElement document, string name) => new
    {
        id = document.Id(), version = document.Version(), consulted = new[] { new { kind = "CIVIL_SOCIETY", name, how = "MEETING" } },
    };

    private Task<JsonElement> OpenAsync(string persona, string title, object audience, params string[] invited) =>
        network.ActAsync(persona, "openConsultation", new
    {
        title, purpose = "We ask before we write.", questions = new[] { new { key = "q1", text = "What helped?" } }, closesAt = "2999-01-01T00:00:00Z",
        audience, invited,
    }, Consultation);

    private static object Submit(JsonElement call, string publication, string text) =>
        new { consultationId = call.Id(), submission = new { publication, text } };

    private static object OnBehalf(JsonElement call, bool consent) => new
    {
        consultationId = call.Id(),
        submission = new { publication = "NAMED", text = "They ask for a road.", onBehalfOf = new[] { "ACTOR_WOMEN", "ACTOR_TRADITIONAL_LEADERS" }, consent },
    };

    private async Task<JsonElement> ReadAsync(string persona, JsonElement submission, string fields) => (await network.DataAsync(
        persona, $"query($id: ID!) {{ node(id: $id) {{ ... on Submission {{ {fields} }} }} }}", new { id = submission.Id() })).GetProperty("node");
}
