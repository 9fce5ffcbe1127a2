using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using R2P.GraphQL;
using R2P.Schema.Practices;

namespace R2P.Schema.Tests.Practices;

public sealed class PracticeLifeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_proposal_is_edited_approved_published_and_corrected_in_place_for_the_same_readers()
    {
        var proposed = await _personas.ProposeAsync("kenya");
        Assert.Equal(("PROPOSED", 1), Personas.State(proposed));
        var id = Personas.Id(proposed);
        var edited = await _personas.ActAsync("kenya", "revisePractice", "practice", new { id, version = 1, results = "Fewer clashes." });
        Assert.Equal(("EDITED", 2), Personas.State(edited));
        var approved = await _personas.ActAsync("kenya", "approvePractice", "practice", Personas.Step(edited));
        Assert.Equal(("APPROVED", 3), Personas.State(approved));
        Assert.False(await _personas.SeesAsync("observer", id));

        var published = await _personas.ActAsync(
            "kenya", "publishPractice", "practice", Personas.Step(approved, Personas.ToMembers), "id version status confirmedOn publishedAt");
        Assert.Equal(("PUBLISHED", 4), Personas.State(published));
        Assert.Equal(JsonValueKind.String, published.GetProperty("confirmedOn").ValueKind);
        Assert.True(await _personas.SeesAsync("observer", id));
        Assert.False(await _personas.SeesAsync(null, id));

        var corrected = await _personas.ActAsync("kenya", "revisePractice", "practice", new { id, version = 4, reason = "Typo", year = 2013 });
        Assert.Equal(("PUBLISHED", 5), Personas.State(corrected));
        Assert.True(await _personas.SeesAsync("observer", id));
        Assert.False(await _personas.SeesAsync(null, id));
    }

    [Fact]
    public async Task An_act_counts_a_version_also_when_it_changes_no_word()
    {
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers);

        var same = await _personas.ActAsync("ghana", "revisePractice", "practice", Personas.Step(published), "version events(first: 1) { nodes { version } }");

        Assert.Equal("""{"version":4,"events":{"nodes":[{"version":4}]}}""", same.GetRawText());
    }

    [Fact]
    public async Task Editing_undoes_an_approval()
    {
        var approved = await _personas.ActAsync("ghana", "approvePractice", "practice", Personas.Step(await _personas.ProposeAsync("ghana")));

        var edited = await _personas.ActAsync(
            "ghana", "revisePractice", "practice", new { id = Personas.Id(approved), version = 2, title = "Other words" });

        Assert.Equal(("EDITED", 3), Personas.State(edited));
    }

    [Theory]
    [InlineData("publishPractice", "publishPractice is not possible in the state PROPOSED, only in APPROVED.")]
    [InlineData("confirmPractice", "confirmPractice is not possible in the state PROPOSED, only in PUBLISHED, UNCONFIRMED.")]
    public async Task A_step_that_comes_too_early_names_the_states_that_allow_it(string act, string message)
    {
        var proposed = await _personas.ProposeAsync("ghana");
        var input = act == "publishPractice" ? Personas.Step(proposed, Personas.ToMembers) : Personas.Step(proposed);

        var error = await _personas.RefusalAsync("ghana", act, "practice", input);

        Assert.Equal("InvalidTransitionError", error.GetProperty("__typename").GetString());
        Assert.Equal(message, error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task What_is_wrong_is_said_all_at_once_each_at_its_place()
    {
        var data = await network.DataAsync(
            "ghana",
            """
            mutation { proposePractice(input: {
              title: " ", policyOption: "POL_NONE", pillar: "PILLAR_IV", whatWasDone: "", inhibitor: "LUCK", tools: ["HAMMER"], country: "XXX",
              year: 12, source: { document: "KEN" }, tags: ["RF_01", "RF_01"]
            }) { practice { id } errors { code path } } }
            """);

        var paths = data.GetProperty("proposePractice").GetProperty("errors").EnumerateArray()
            .Select(error => string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString())));
        Assert.Equal(
            [
                "input.title", "input.tags", "input.country", "input.policyOption", "input.pillar", "input.inhibitor", "input.tools.0",
                "input.whatWasDone", "input.source.document", "input.year",
            ],
            paths);
    }

    [Fact]
    public async Task A_contributor_proposes_and_edits_but_neither_approves_nor_corrects_what_is_published()
    {
        var proposed = await _personas.ProposeAsync("kenya-contributor");
        var edited = await _personas.ActAsync("kenya-contributor", "revisePractice", "practice", Personas.Step(proposed));

        var error = await _personas.RefusalAsync("kenya-contributor", "approvePractice", "practice", Personas.Step(edited));

        Assert.Equal("NOT_ALLOWED", error.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("observer")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Those_who_only_read_or_operate_propose_nothing(string persona) => Assert.Equal(
        "NOT_ALLOWED",
        (await _personas.RefusalAsync(persona, "proposePractice", "practice", Personas.Practice("No"))).GetProperty("code").GetString());

    [Fact]
    public async Task Another_office_does_not_find_a_proposal_and_may_not_change_what_it_reads()
    {
        var proposed = await _personas.ProposeAsync("ghana");
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers);

        var hidden = await _personas.RefusalAsync("kenya", "approvePractice", "practice", Personas.Step(proposed));
        var shown = await _personas.RefusalAsync("kenya", "confirmPractice", "practice", Personas.Step(published));

        Assert.Equal("NOT_FOUND", hidden.GetProperty("code").GetString());
        Assert.Equal("NOT_ALLOWED", shown.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_practice_that_nobody_confirmed_for_a_year_lapses_until_its_State_confirms_it()
    {
        var proposed = await _personas.ProposeAsync("secretariat", country: "KEN");
        var approved = await _personas.ActAsync("secretariat", "approvePractice", "practice", Personas.Step(proposed));
        var told = await _personas.ActAsync("secretariat", "publishPractice", "practice", Personas.Step(approved, Personas.ToMembers));
        Assert.Equal(("UNCONFIRMED", 3), Personas.State(told));
        var published = await _personas.ActAsync("kenya", "confirmPractice", "practice", Personas.Step(told));
        var fresh = await _personas.PublishPracticeAsync("secretariat", Personas.ToMembers);
        await AgeAsync(published);

        var lapsed = await Upkeep().LapseAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, lapsed);
        Assert.Equal("PUBLISHED", (await _personas.SeeAsync("observer", Personas.Id(fresh), "status")).GetProperty("status").GetString());
        var unconfirmed = await _personas.SeeAsync("kenya", Personas.Id(published), "id version status viewerCan events(first: 1) { nodes { type } }");
        Assert.Equal(("UNCONFIRMED", 6), Personas.State(unconfirmed)); // Aging it by hand is a change, too.
        Assert.Equal("PRACTICE_LAPSED", unconfirmed.GetProperty("events").GetProperty("nodes")[0].GetProperty("type").GetString());
        Assert.Equal("""["REVISE","CONFIRM","REPORT","REMOVE"]""", unconfirmed.GetProperty("viewerCan").GetRawText());

        var confirmed = await _personas.ActAsync("kenya", "confirmPractice", "practice", Personas.Step(unconfirmed));

        Assert.Equal("PUBLISHED", confirmed.GetProperty("status").GetString());
        Assert.Equal(0, await Upkeep().LapseAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_others_tell_of_a_State_anew_waits_for_its_consent_anew()
    {
        var approved = await _personas.ActAsync(
            "secretariat", "approvePractice", "practice", Personas.Step(await _personas.ProposeAsync("secretariat", country: "KEN")));
        var told = await _personas.ActAsync("secretariat", "publishPractice", "practice", Personas.Step(approved, Personas.ToMembers));
        var confirmed = await _personas.ActAsync("kenya", "confirmPractice", "practice", Personas.Step(told));
        var id = Personas.Id(confirmed);

        var rewritten = await _personas.ActAsync(
            "secretariat", "revisePractice", "practice", new { id, version = 4, results = "Other results." }, "status confirmedOn version");
        Assert.Equal("""{"status":"UNCONFIRMED","confirmedOn":null,"version":5}""", rewritten.GetRawText());

        await _personas.ActAsync("kenya", "confirmPractice", "practice", new { id, version = 5 });
        var own = await _personas.ActAsync("kenya", "revisePractice", "practice", new { id, version = 6, results = "So it was." });
        Assert.Equal(("PUBLISHED", 7), Personas.State(own));
    }

    [Fact]
    public async Task Adaptations_are_linked_both_ways_as_far_as_the_viewer_sees_them()
    {
        var model = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers);
        var adapted = await _personas.ActAsync("kenya", "proposePractice", "practice", new
        {
            title = "Adapted",
            policyOption = "POL_CONSTITUTIONAL_PROTECTION",
            pillar = "PILLAR_I",
            whatWasDone = "The same, in towns.",
            adaptedFrom = Personas.Id(model),
        });
        const string links = "... on Practice { adaptedFrom { id } adaptations { totalCount nodes { title } } }";

        var seenByKenya = await _personas.SeeAsync("kenya", Personas.Id(model), links);
        var seenByGhana = await _personas.SeeAsync("ghana", Personas.Id(model), links);
        var hidden = await _personas.RefusalAsync(
            "denmark", "proposePractice", "practice",
            new { title = "?", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "?", adaptedFrom = Personas.Id(adapted) });

        Assert.Equal("""{"totalCount":1,"nodes":[{"title":"Adapted"}]}""", seenByKenya.GetProperty("adaptations").GetRawText());
        Assert.Equal("""{"totalCount":0,"nodes":[]}""", seenByGhana.GetProperty("adaptations").GetRawText());
        Assert.Equal(
            Personas.Id(model),
            (await _personas.SeeAsync("kenya", Personas.Id(adapted), links)).GetProperty("adaptedFrom").GetProperty("id").GetString());
        Assert.Equal("""["input","adaptedFrom"]""", hidden.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task Practices_are_found_by_what_they_are_about()
    {
        await _personas.PublishPracticeAsync("costa-rica", Personas.ToMembers, "Found by filter");

        var data = await network.DataAsync(
            "observer",
            """
            {
              found: practices(
                where: { country: { eq: "CRI" }, policyOption: { eq: "POL_CONSTITUTIONAL_PROTECTION" }, pillar: { eq: "PILLAR_I" },
                  inhibitor: { eq: "SECURITY_SECTOR" }, tools: { some: { eq: "TOOL_COMMUNITY_ENGAGEMENT" } }, status: { in: [PUBLISHED] } },
                order: [{ country: ASC }, { title: DESC }]) {
                nodes { title country pillar inhibitor tools whatWasDone source { document at } owner { code } authors { displayName } }
              }
              none: practices(where: { title: { eq: "Found by filter" }, status: { in: [UNCONFIRMED] } }) { totalCount }
            }
            """);

        Assert.Equal(
            """
            {"title":"Found by filter","country":"CRI","pillar":"PILLAR_I","inhibitor":"SECURITY_SECTOR","tools":["TOOL_COMMUNITY_ENGAGEMENT"],"whatWasDone":"Councils in every county.","source":{"document":"SG_REPORT_2013_SUMMARY","at":"Section IV"},"owner":{"code":"CRI_FOCAL_POINT"},"authors":[{"displayName":"Focal point of Costa Rica (sample)"}]}
            """,
            Assert.Single(data.GetProperty("found").GetProperty("nodes").EnumerateArray()).GetRawText());
        Assert.Equal(0, data.GetProperty("none").GetProperty("totalCount").GetInt32());
    }

    private PracticeUpkeep Upkeep() => network.Services.GetServices<IHostedService>().OfType<PracticeUpkeep>().Single();

    private async Task AgeAsync(JsonElement practice)
    {
        Assert.True(NodeId.TryParse(Personas.Id(practice), out var id));
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            "update r2p.practice set confirmed_on = current_date - 400, version = version + 1 where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id.Id });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
