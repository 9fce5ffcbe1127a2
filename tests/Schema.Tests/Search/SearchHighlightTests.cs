using System.Text.Json;
using System.Text.RegularExpressions;
using R2P.Schema.Search;

namespace R2P.Schema.Tests.Search;

/// <summary>Where words stand is shown as safe HTML.</summary>
public sealed partial class SearchHighlightTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SearchDesk _desk = new(network);

    [Fact]
    public async Task The_title_comes_first_and_each_text_has_its_place()
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, "Griots & heralds", "Every griot was heard.");

        Assert.Equal(
            """[{"pointer":"/title","fragment":"<mark>Griots</mark> &amp; heralds"},{"pointer":"/whatWasDone","fragment":"Every <mark>griot</mark> was heard."}]""",
            await HighlightsAsync("griot"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script> plinth")]
    [InlineData("<img src=x onerror=alert(1)> plinth")]
    [InlineData("plinth <mark>of</mark> \"quotes\" 'and' &lt;b&gt;")]
    [InlineData("\uE001plinth\uE000 \uE000\uE001 </mark><b>")]
    [InlineData("<<plinth>> ]]> --> <!-- plinth")]
    public async Task Hostile_text_is_escaped(string text)
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, text, string.Concat(Enumerable.Repeat(text + " and so on, ", 40)));
        await _desk.PublishAsync("ghana", Personas.ToMembers, text + " 柱基", text, language: "zh");

        foreach (var fragment in (await FragmentsAsync("plinth")).Concat(await FragmentsAsync("柱基")))
        {
            Assert.Contains("<mark>", fragment, StringComparison.Ordinal);
            Assert.Matches(OnlyMarks(), fragment);
        }
    }

    [Fact]
    public async Task An_id_is_no_text_of_a_document()
    {
        var model = await _desk.PublishAsync("ghana", Personas.ToMembers, "A model");
        await new Personas(network).ActAsync("kenya", "proposePractice", "practice", new
        {
            title = "Zither", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "Played.", adaptedFrom = Personas.Id(model),
        });
        var id = SearchDesk.KeyOf(model).ToString();

        var found = (await _desk.SearchAsync("kenya", $"zither OR {id[..8]}*", "edges { highlights { pointer } }")).GetProperty("edges");

        Assert.Equal("""[{"highlights":[{"pointer":"/title"}]}]""", found.GetRawText());
    }

    [Fact]
    public async Task A_Chinese_text_is_marked_where_the_words_stand()
    {
        var text = new string('民', 400) + "人权保护" + new string('众', 400);
        await _desk.PublishAsync("ghana", Personas.ToMembers, "人权保护：R2P", text, language: "zh");

        Assert.Equal(
            $$"""[{"pointer":"/title","fragment":"<mark>人权</mark>保护：R2P"},{"pointer":"/whatWasDone","fragment":"{{new string('民', 60)}}<mark>人权</mark>保护{{new string('众', 58)}}"}]""",
            await HighlightsAsync("人权"));
    }

    [Fact]
    public async Task Of_a_long_text_only_a_part_is_shown()
    {
        await _desk.PublishAsync(
            "ghana", Personas.ToMembers, "Long", string.Join(' ', Enumerable.Range(1, 2_000).Select(i => i == 1_000 ? "xylophone" : "word")));

        var fragment = Assert.Single(await FragmentsAsync("xylophone"));

        Assert.InRange(fragment.Length, 40, 400);
        Assert.Contains(" <mark>xylophone</mark> ", fragment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\uE000b\uE001c", "a<mark>b</mark>c")]
    [InlineData("\uE000b\uE001", "<mark>b</mark>")]
    [InlineData("\uE001b\uE000", "b")]
    [InlineData("\uE000a\uE000b", "<mark>ab</mark>")]
    [InlineData("\uE000<", "<mark>&lt;</mark>")]
    [InlineData("\uE001\uE001a\uE000", "a")]
    public void Marks_are_closed_whatever_the_text(string marked, string html) =>
        Assert.Equal(html, MarkedText.ToHtml(marked).Replace("<mark></mark>", "", StringComparison.Ordinal));

    private async Task<string> HighlightsAsync(string text) =>
        JsonSerializer.Serialize(
            (await _desk.SearchAsync("observer", text, "edges { highlights { pointer fragment } }")).GetProperty("edges")[0].GetProperty("highlights"),
            Readable);

    private async Task<string[]> FragmentsAsync(string text) =>
    [
        .. (await _desk.SearchAsync("observer", text, "edges { highlights { fragment } }")).GetProperty("edges").EnumerateArray()
            .SelectMany(edge => edge.GetProperty("highlights").EnumerateArray())
            .Select(highlight => highlight.GetProperty("fragment").GetString()!),
    ];

    [GeneratedRegex("""^([^<>"'&]|<mark>[^<>"'&]*(&[a-z#0-9A-Z]+;[^<>"'&]*)*</mark>|&[a-z#0-9A-Z]+;)*$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnlyMarks();
}
