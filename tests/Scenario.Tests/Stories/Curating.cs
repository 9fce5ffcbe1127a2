using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>The catalogue is the network's own: its secretariat keeps frameworks, lists, the law and the names of all of it.</summary>
public sealed class Curating(Network network) : IClassFixture<Network>
{
    [Fact]
    [Row(
        "A12 C9",
        "`publishFrameworkVersion`, `draftAssessment(framework:)`, `translateCatalogueEntry`, `CatalogueEntry.name(language:)`",
        without: "publishFrameworkVersion")]
    public async Task A_new_version_of_the_framework_stands_beside_the_old_in_many_languages_and_with_no_weights()
    {
        var (code, factor, other) = (Founding.NewCode("FRAMEWORK"), Founding.NewCode("RF"), Founding.NewCode("RF"));
        object Version(string named) => new
        {
            code = named,
            version = "2030",
            name = "Framework of Analysis, second edition",
            replaces = "UN_FRAMEWORK_2014",
            source = new[] { new { document = "SG_REPORT_2016" } },
            factors = new object[]
            {
                new { code = factor, name = "Hatred spread by machines", indicators = new[] { new { code = Founding.NewCode("IND"), name = "Accounts that nobody holds" } } },
                new { code = other, name = "Courts that nobody trusts" },
            },
        };
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("kenya", "publishFrameworkVersion", Version(code)));
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("secretariat", "publishFrameworkVersion", Version("UN_FRAMEWORK_2014")));
        await network.ActAsync("secretariat", "publishFrameworkVersion", Version(code), "framework { code }");

        var draft = await network.DraftAsync("kenya", "By the second edition", new
        {
            title = "By the second edition", framework = code, frameworkVersion = "2030", inhibitors = Desk.Inhibitors(),
            ratings = new[] { new { factor, finding = "Seen at the last vote.", trend = "STABLE", confidence = "LOW" } },
        });
        await network.ActAsync(
            "secretariat", "translateCatalogueEntry", new { code = factor, language = "fr", name = "La haine propagée par des machines" }, "entry { code }");
        var seen = (await network.DataAsync(
            null,
            """
            query($code: String!) { catalogue { framework(code: $code, version: "2030") {
              replaces addedBy factors { number fr: name(language: "fr-CA") de: name(language: "de") verified indicators { number } } }
              frameworks { code } } __type(name: "RiskFactor") { fields { name } } }
            """,
            new { code }));

        var framework = seen.GetProperty("catalogue").GetProperty("framework");
        Assert.Equal(("UN_FRAMEWORK_2014", "GLOBAL_NETWORK_R2P_FOCAL_POINTS"), (framework.Text("replaces"), framework.Text("addedBy")));
        Assert.Equal(
            """[{"number":1,"fr":"La haine propagée par des machines","de":"Hatred spread by machines","verified":false,"indicators":[{"number":"1.1"}]},{"number":2,"fr":"Courts that nobody trusts","de":"Courts that nobody trusts","verified":false,"indicators":null}]""",
            framework.GetProperty("factors").GetRawText());
        Assert.Contains(seen.GetProperty("catalogue").GetProperty("frameworks").EnumerateArray(), known => known.Text("code") == "UN_FRAMEWORK_2014");
        Assert.DoesNotContain(seen.GetProperty("__type").GetProperty("fields").EnumerateArray(), field => field.Text("name") == "weight");
        Assert.Equal("DRAFT", draft.Status());
    }

    [Fact]
    [Row("C9", "`recordCrosswalk`, `catalogue { crosswalk(from:, to:) }`, `retireCatalogueEntry(replacedBy:)`", without: "recordCrosswalk")]
    public async Task What_was_found_by_the_old_version_is_read_beside_the_new_one_and_new_assessments_take_the_new_one()
    {
        var (older, newer, factor, successor) = (Founding.NewCode("FRAMEWORK"), Founding.NewCode("FRAMEWORK"), Founding.NewCode("RF"), Founding.NewCode("RF"));
        object Version(string code, string its, string? replaces) => new
        {
            code, version = "1", name = code, replaces, source = new[] { new { document = "SG_REPORT_2016" } },
            factors = new[] { new { code = its, name = its } },
        };
        await network.ActAsync("secretariat", "publishFrameworkVersion", Version(older, factor, null), "framework { code }");
        var draft = await network.DraftAsync(
            "kenya", "By the older version", new { title = "By the older version", framework = older, frameworkVersion = "1" });
        await network.ActAsync("secretariat", "publishFrameworkVersion", Version(newer, successor, older), "framework { code }");
        object crosswalk = new { from = older, to = newer, links = new[] { new { from = factor, to = successor, extent = "PARTIAL", note = "Machines, too." } } };

        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("kenya", "recordCrosswalk", crosswalk));
        await network.ActAsync("secretariat", "recordCrosswalk", crosswalk, "crosswalk { links { note } }");
        await network.ActAsync("secretariat", "retireCatalogueEntry", new { code = older, reason = "There is a newer one." }, "entry { code }");

        var back = (await network.DataAsync(
            null,
            "query($from: String!, $to: String!) { catalogue { crosswalk(from: $from, to: $to) { links { from { code } to { code } extent note } } } }",
            new { from = newer, to = older })).GetProperty("catalogue").GetProperty("crosswalk");
        Assert.Equal(
            $$"""{"links":[{"from":{"code":"{{successor}}"},"to":{"code":"{{factor}}"},"extent":"PARTIAL","note":"Machines, too."}]}""", back.GetRawText());
        Assert.Equal(
            "INVALID_INPUT", await network.RefusalAsync("kenya", "draftAssessment", new { title = "Too late", framework = older, frameworkVersion = "1" }));
        await network.ActAsync(
            "kenya",
            "reviseAssessment",
            new { id = draft.Id(), version = 1, ratings = new[] { new { factor, finding = "Seen at the last vote.", trend = "STABLE", confidence = "LOW" } } },
            "assessment { id }");
    }

    [Theory]
    [InlineData("peacefulTools2016", "tools")]
    [InlineData("councilEarlyActionAvenues2016", "tags")]
    [InlineData("informationSources2016", "tags")]
    [InlineData("civilSocietyRoles", "tags")]
    public async Task What_a_network_adds_to_a_list_is_used_found_and_kept_when_it_is_retired(string list, string field)
    {
        var code = Founding.NewCode("ADDED");
        var name = $"Caravan {code[^8..].ToLowerInvariant()}";
        object entry = new { list, code, name };
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("denmark", "addCatalogueEntry", entry));
        await network.ActAsync("secretariat", "addCatalogueEntry", entry, "entry { code }");
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("secretariat", "addCatalogueEntry", entry));
        Assert.Contains(code, await OfferedAsync(list));

        var practice = await network.PublishPracticeAsync("ghana", new Dictionary<string, object>
        {
            ["title"] = "It came to every village", ["policyOption"] = "POL_EDUCATION", ["pillar"] = "PILLAR_I", ["whatWasDone"] = "It travels.",
            [field] = new[] { code },
        }, Network.ToMembers);
        Assert.Equal([practice.Id()], await SearchAsync(name));
        await network.ActAsync(
            "secretariat", "translateCatalogueEntry", new { code, language = "sw", name = $"Msafara {code[^8..].ToLowerInvariant()}" }, "entry { code }");
        Assert.Equal([practice.Id()], await SearchAsync($"Msafara {code[^8..].ToLowerInvariant()}"));

        await network.ActAsync("secretariat", "retireCatalogueEntry", new { code, reason = "Nobody travels any more." }, "entry { code }");
        Assert.DoesNotContain(code, await OfferedAsync(list));
        Assert.Equal([practice.Id()], await SearchAsync(name));
        var kept = await network.DataAsync(null, "query($code: String!) { catalogue { code(code: $code) { name retiredAt } } }", new { code });
        Assert.Equal(name, kept.GetProperty("catalogue").GetProperty("code").Text("name"));
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("secretariat", "addCatalogueEntry", entry));
    }

    [Fact]
    [Row("C25 D10", "`addCatalogueEntry`, `retireCatalogueEntry`, `translateCatalogueEntry`, `CodeList.open`", without: "addCatalogueEntry")]
    public async Task The_lists_are_data_that_the_network_extends()
    {
        await What_a_network_adds_to_a_list_is_used_found_and_kept_when_it_is_retired("peacefulTools2016", "tools");
        await What_a_network_adds_to_a_list_is_used_found_and_kept_when_it_is_retired("civilSocietyRoles", "tags");

        // What a report says is not the network's to extend.
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync(
            "secretariat", "addCatalogueEntry", new { list = "priorities2015", code = Founding.NewCode("SEVENTH"), name = "A seventh" }));
    }

    [Fact]
    [Row("C26", "`addCatalogueEntry(instrument:, document:)`, `recordTreatyAction`", without: "addCatalogueEntry")]
    public async Task A_treaty_that_is_new_is_data_and_States_act_on_it()
    {
        var (code, report) = (Founding.NewCode("CONVENTION"), Founding.NewCode("REPORT"));
        await network.ActAsync(
            "secretariat", "addCatalogueEntry",
            new { list = "referenceDocuments", code = report, name = "A report of its own", document = new { year = 2026, symbol = "A/80/1" } },
            "entry { code }");
        await network.ActAsync("secretariat", "addCatalogueEntry", new
        {
            list = "legalInstruments", code, name = "Convention on Crimes against Humanity", source = new[] { new { document = report } },
            instrument = new { shortName = "CAH Convention", adopted = "2026-06-30", depositary = "UN_SECRETARY_GENERAL", binding = true },
        }, "entry { code }");

        await network.ActAsync(
            "denmark", "recordTreatyAction", new { instrument = code, action = "SIGNATURE", doneOn = "2026-07-01", audience = Network.ToEveryone },
            "treatyAction { id }");

        var law = await network.DataAsync(
            null, "{ catalogue { legalInstruments { code shortName adopted inForce scope namedIn addedBy } } }");
        Assert.Equal(
            $$"""{"code":"{{code}}","shortName":"CAH Convention","adopted":"2026-06-30","inForce":null,"scope":"UNIVERSAL","namedIn":["{{report}}"],"addedBy":"GLOBAL_NETWORK_R2P_FOCAL_POINTS"}""",
            law.GetProperty("catalogue").GetProperty("legalInstruments").EnumerateArray().Single(known => known.Text("code") == code).GetRawText());
    }

    private async Task<IEnumerable<string?>> OfferedAsync(string list) => (await network.DataAsync(
        null, "query($list: String!) { catalogue { codeList(name: $list) { open entries { code } } } }", new { list }))
        .GetProperty("catalogue").GetProperty("codeList").GetProperty("entries").EnumerateArray().Select(entry => entry.Text("code"));

    private async Task<IEnumerable<string>> SearchAsync(string text) =>
        (await network.DataAsync("observer", "query($text: String!) { search(text: $text, first: 50) { nodes { id } } }", new { text }))
            .Nodes("search").Select(document => document.Id());
}
