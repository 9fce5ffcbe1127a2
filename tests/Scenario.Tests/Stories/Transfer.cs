using System.Net;
using System.Text;
using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Out of the service and into it: for other analyses, and from them.</summary>
public sealed class Transfer(Network network) : IClassFixture<Network>
{
    private const string Ndjson = "application/x-ndjson";

    private const string Assessments =
        """
        query($where: AssessmentFilterInput) { assessments(where: $where, order: [{ title: ASC }]) { nodes {
          title summary language country framework frameworkVersion tags stage stageReasons
          ratings { factor finding trend confidence dissent evidence { kind title url } }
        } } }
        """;

    private const string Practices =
        """
        query($where: PracticeFilterInput) { practices(where: $where, order: [{ title: ASC }]) { nodes {
          title summary language country policyOption pillar inhibitor tools whatWasDone context year asOf outcome source { document at } tags
        } } }
        """;

    [Fact]
    [Row("B17", "`POST /graphql/export`, `POST /import/assessments`", without: "/graphql/export")]
    public async Task Assessments_go_out_by_framework_code_and_come_in_as_drafts()
    {
        var own = $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}";
        foreach (var place in new[] { "east", "north", "west" })
        {
            await network.ActAsync("ghana", "draftAssessment", new
            {
                title = $"Exported {own}, {place}",
                country = "GHA",
                ratings = new[] { new { factor = "RF_01", finding = "=1+1, \"quoted\"", trend = "STABLE", confidence = "LOW" } },
            }, "assessment { id }");
        }

        var where = new { title = new { startsWith = $"Exported {own}, " } };
        var lines = await ExportAsync("ghana", Assessments, new { where }, Ndjson);
        Assert.Equal(Ndjson, lines.ContentType?.Split(';')[0]);
        Assert.Equal(
            [$"Exported {own}, east", $"Exported {own}, north", $"Exported {own}, west"],
            lines.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("title").GetString()));
        Assert.Equal("", (await ExportAsync("kenya", Assessments, new { where }, Ndjson)).Body);

        var imported = await ImportAsync("kenya", "assessments", lines.Body.Replace("Exported", "Imported", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.Created, 3), (imported.Status, imported.Json.GetProperty("imported").GetInt32()));
        var again = await ExportAsync("kenya", Assessments, new { where = new { title = new { startsWith = $"Imported {own}, " } } }, Ndjson);
        Assert.Equal(lines.Body, again.Body.Replace("Imported", "Exported", StringComparison.Ordinal));
        Assert.Equal("", (await ExportAsync("ghana", Assessments, new { where = new { title = new { startsWith = $"Imported {own}, " } } }, Ndjson)).Body);
    }

    [Fact]
    [Row("B17", "`POST /graphql/export` and `POST /import/practices` as a table", without: "/import")]
    public async Task What_goes_out_as_a_table_comes_in_as_the_same_drafts()
    {
        var own = $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}";
        await network.ActAsync("ghana", "draftAssessment", new
        {
            title = $"=Table {own}, \"one\"",
            summary = "Two\nlines",
            country = "GHA",
            stage = new { stage = "STAGE_1_GENERAL_RISK", reasons = "-5 degrees" },
            ratings = new[] { new { factor = "RF_01", finding = "=1+1, \"quoted\"", trend = "STABLE", confidence = "LOW", dissent = "Or else." } },
        }, "assessment { id }");
        await network.ActAsync("ghana", "draftAssessment", new { title = $"=Table {own}, two", country = "KEN" }, "assessment { id }");
        await network.ActAsync("ghana", "proposePractice", new
        {
            title = $"=Table {own}",
            policyOption = "POL_CONSTITUTIONAL_PROTECTION",
            pillar = "PILLAR_I",
            whatWasDone = "'=Quoted, from the first sign on",
            year = 2013,
            outcome = "WORKED_IN_PART",
            tools = new[] { "TOOL_FACT_FINDING" },
            source = new { document = "SG_REPORT_2013" },
        }, "practice { id }");
        var where = new { title = new { startsWith = $"=Table {own}" } };

        foreach (var (kind, list) in new[] { ("assessments", Assessments), ("practices", Practices) })
        {
            var lines = (await ExportAsync("ghana", list, new { where }, Ndjson)).Body;
            var table = await ExportAsync("ghana", list, new { where }, "text/csv");

            var imported = await ImportAsync("kenya", kind, table.Body, "text/csv");

            Assert.True(imported.Status == HttpStatusCode.Created, imported.Body);
            Assert.Equal(lines, (await ExportAsync("kenya", list, new { where }, Ndjson)).Body);
            Assert.NotEqual("", lines);
        }
    }

    [Fact]
    public async Task A_table_has_a_column_for_each_leaf_and_no_formula()
    {
        await network.ActAsync("ghana", "proposePractice", new
        {
            title = "=HYPERLINK(\"https://evil.example\")", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "In a table",
            summary = "Two\nlines, \"quoted\"",
        }, "practice { id }");

        var table = await ExportAsync(
            "ghana",
            """{ practices(where: { title: { startsWith: "=HYPERLINK" } }) { nodes { title summary year tools ...on Practice { owner { code } } audience { kind } } } }""",
            null,
            "text/csv");

        Assert.Equal(
            "title,summary,year,tools,owner.code,audience.kind\r\n\"'=HYPERLINK(\"\"https://evil.example\"\")\",\"Two\nlines, \"\"quoted\"\"\",,[],GHA_FOCAL_POINT,OFFICE\r\n",
            table.Body);
    }

    [Theory]
    [InlineData("{ practices { nodes { title } } lessons { nodes { title } } }")]
    [InlineData("{ practices { totalCount } }")]
    [InlineData("{ viewer { displayName } }")]
    [InlineData("mutation { nothing }")]
    [InlineData("{ practices { nodes { noSuchField } } }")]
    [InlineData("{ practices {")]
    public async Task What_is_no_query_of_one_list_is_refused(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await ExportAsync("ghana", query, null, Ndjson)).Status);

    [Fact]
    public async Task It_has_more_than_a_page_and_whatever_the_client_says_of_pages()
    {
        var lines = string.Concat(Enumerable.Range(0, 450).Select(i =>
            $$"""{"title":"Many {{i:000}}","policyOption":"POL_CONSTITUTIONAL_PROTECTION","pillar":"PILLAR_I","whatWasDone":"x"}""" + "\n"));
        Assert.Equal(HttpStatusCode.Created, (await ImportAsync("denmark", "practices", lines)).Status);

        var export = await ExportAsync(
            "denmark",
            """query($n: Int) { practices(first: $n, where: { title: { startsWith: "Many " } }, order: [{ title: DESC }]) { nodes { title } pageInfo { endCursor } } }""",
            new { n = 2 },
            Ndjson);

        var titles = export.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line).GetProperty("title").GetString()).ToArray();
        Assert.Equal(Enumerable.Range(0, 450).Reverse().Select(i => $"Many {i:000}"), titles);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_line_and_path_and_nothing_is_imported()
    {
        const string lines =
            """
            {"title":"Half imported","ratings":[]}
            {"title":"","ratings":[]}
            {"title":"x","ratings":[{"factor":"NO_SUCH","finding":"x","trend":"STABLE","confidence":"LOW"}]}
            {"title":"x","ratings":[{"factor":"RF_01","finding":"x","trend":"SIDEWAYS","confidence":"LOW"}]}
            {"title":"x","surprise":1}
            not json
            """;

        var refused = await ImportAsync("denmark", "assessments", lines);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            ["2 title", "3 ratings/0/factor", "4 ratings/0/trend", "5 surprise", "6 "],
            refused.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("extensions")).Select(where =>
                $"{where.GetProperty("line").GetInt32()} {string.Join('/', where.GetProperty("path").EnumerateArray().Select(step => step.GetString()))}"));
        Assert.Equal("", (await ExportAsync("denmark", Assessments, new { where = new { title = new { eq = "Half imported" } } }, Ndjson)).Body);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    public async Task Who_drafts_nothing_imports_nothing(string? persona, HttpStatusCode status) => Assert.Equal(
        status,
        (await ImportAsync(persona, "practices", """{"title":"x","policyOption":"POL_CONSTITUTIONAL_PROTECTION","pillar":"PILLAR_I","whatWasDone":"x"}"""))
            .Status);

    private async Task<Answer> ExportAsync(string? persona, string query, object? variables, string accept)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json");
        return await network.SendAsync(persona, "/graphql/export", body, accept);
    }

    private async Task<Answer> ImportAsync(string? persona, string kind, string lines, string type = Ndjson)
    {
        using var body = new StringContent(lines, Encoding.UTF8, type);
        return await network.SendAsync(persona, $"/import/{kind}", body);
    }
}
