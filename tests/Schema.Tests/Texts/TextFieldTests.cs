namespace R2P.Schema.Tests.Texts;

public sealed class TextFieldTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task Every_text_of_a_document_is_rendered_by_its_pointer()
    {
        var practice = await _personas.ProposeAsync("ghana");
        await _personas.ActAsync(
            "ghana", "revisePractice", "practice", new { id = Personas.Id(practice), version = 1, summary = "In *short* <b>", limits = "[bad](javascript:x)" });

        var seen = await _personas.SeeAsync(
            "ghana", Personas.Id(practice),
            """html limits: html(at: "/limits") nothing: html(at: "/no/such") list: html(at: "/tools") broken: html(at: "x")""");

        Assert.Equal(
            """{"html":"<p>In <em>short</em> &lt;b&gt;</p>\n","limits":"<p>bad</p>\n","nothing":null,"list":null,"broken":null}""",
            System.Text.RegularExpressions.Regex.Unescape(seen.GetRawText()).Replace("\n", "\\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""["fr-CA"]""", "fr OFFICIAL")]
    [InlineData("""["pt", "sw"]""", "sw MACHINE")]
    [InlineData("""["sw-x-a"]""", "sw MACHINE")]
    [InlineData("""["FR"]""", "fr OFFICIAL")]
    [InlineData("""["en-GB", "fr"]""", "en ORIGINAL")]
    [InlineData("""["zh", ""]""", "en ORIGINAL")]
    [InlineData("[]", "en ORIGINAL")]
    public async Task A_text_comes_in_the_first_language_that_there_is(string languages, string expected)
    {
        var practice = await TranslatedAsync();

        var text = (await _personas.SeeAsync("ghana", Personas.Id(practice), $"localized(languages: {languages}) {{ language status stale }}"))
            .GetProperty("localized");

        Assert.Equal(
            $"{expected} False",
            $"{text.GetProperty("language").GetString()} {text.GetProperty("status").GetString()} {text.GetProperty("stale").GetBoolean()}");
    }

    [Fact]
    public async Task A_translation_is_stale_once_the_original_has_moved_on()
    {
        var practice = await TranslatedAsync();
        await _personas.ActAsync("ghana", "revisePractice", "practice", new { id = Personas.Id(practice), version = 3, title = "Peace councils, again" });

        var seen = await _personas.SeeAsync(
            "ghana", Personas.Id(practice), """fr: localized(languages: ["fr"]) { title stale } en: localized(languages: ["en"]) { title stale }""");

        Assert.Equal("""{"fr":{"title":"Conseils","stale":true},"en":{"title":"Peace councils, again","stale":false}}""", seen.GetRawText());
    }

    [Fact]
    public async Task Any_text_of_a_document_can_be_translated_and_is_left_out_where_something_else_stands_by_now()
    {
        var practice = await _personas.ProposeAsync("ghana");
        await _personas.ActAsync("ghana", "translateDocument", "document", new
        {
            id = Personas.Id(practice), version = 1, language = "fr", kind = "OFFICIAL", title = "Conseils",
            texts = new[] { new { at = "/whatWasDone", text = "Des conseils *partout*." } },
        });
        const string fields = """
            localized(languages: ["fr"]) { texts { at html stale } } fr: html(at: "/whatWasDone", languages: ["de", "fr-CA"]) sw: html(at: "/whatWasDone", languages: ["sw"])
            """;

        Assert.Equal(
            """{"localized":{"texts":[{"at":"/whatWasDone","html":"<p>Des conseils <em>partout</em>.</p>\n","stale":false}]},"fr":"<p>Des conseils <em>partout</em>.</p>\n","sw":"<p>Councils in every county.</p>\n"}""",
            Plain(await _personas.SeeAsync("ghana", Personas.Id(practice), fields)));

        await _personas.ActAsync("ghana", "revisePractice", "practice", new { id = Personas.Id(practice), version = 2, whatWasDone = "Something else." });
        var revised = await _personas.SeeAsync("ghana", Personas.Id(practice), fields);
        Assert.True(revised.GetProperty("localized").GetProperty("texts")[0].GetProperty("stale").GetBoolean());
        Assert.Equal("<p>Something else.</p>\n", revised.GetProperty("fr").GetString());
    }

    [Theory]
    [InlineData("/title")]
    [InlineData("/summary")]
    [InlineData("/tools/0")]
    [InlineData("/no/such")]
    [InlineData("whatWasDone")]
    public async Task Only_a_text_that_stands_there_can_be_translated(string at)
    {
        var practice = await _personas.ProposeAsync("ghana");

        var error = await _personas.RefusalAsync("ghana", "translateDocument", "document", new
        {
            id = Personas.Id(practice), version = 1, language = "fr", kind = "OFFICIAL", title = "Conseils", texts = new[] { new { at, text = "Rien" } },
        });

        Assert.Equal("""["input","texts","0","at"]""", error.GetProperty("path").GetRawText());
    }

    private static string Plain(System.Text.Json.JsonElement json) =>
        System.Text.RegularExpressions.Regex.Unescape(json.GetRawText()).Replace("\n", "\\n", StringComparison.Ordinal);

    private async Task<System.Text.Json.JsonElement> TranslatedAsync()
    {
        var practice = await _personas.ProposeAsync("ghana");
        var french = await TranslateAsync(practice, "fr", "OFFICIAL", "Conseils");
        return await TranslateAsync(french, "sw", "MACHINE", "Mabaraza");
    }

    private Task<System.Text.Json.JsonElement> TranslateAsync(System.Text.Json.JsonElement document, string language, string kind, string title) =>
        _personas.ActAsync("ghana", "translateDocument", "document", new
        {
            id = Personas.Id(document), version = document.GetProperty("version").GetInt32(), language, kind, title,
        });
}
