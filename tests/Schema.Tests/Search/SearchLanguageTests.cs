namespace R2P.Schema.Tests.Search;

/// <summary>Words are found as their language forms them.</summary>
public sealed class SearchLanguageTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly SearchDesk _desk = new(network);

    [Theory]
    [InlineData("ar", "الإنذار المبكر قبل الانتخابات", "انتخاب مبكر")]
    [InlineData("en", "Preventing atrocities in marketplaces", "prevents marketplace")]
    [InlineData("fr", "Médiations villageoises", "médiation villageoise")]
    [InlineData("ru", "Предотвращение геноцида в приграничье", "предотвращения геноциду")]
    [InlineData("es", "Evaluaciones nacionales periódicas", "evaluación nacional")]
    [InlineData("pt-BR", "Avaliações comunitárias", "avaliação comunitária")]
    [InlineData("zh", "非洲联盟的早期预警机制", "预警")]
    [InlineData("zh-Hans", "保护平民责任", "平民责任")]
    [InlineData("sw", "Mabaraza ya amani", "mabaraza")]
    public async Task A_document_is_found_by_another_form_of_its_words(string language, string title, string text)
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, title, language: language);

        Assert.Equal([title], await _desk.TitlesAsync("observer", text));
        Assert.Equal([title], await _desk.TitlesAsync("observer", text, $"language: \"{language}\""));
    }

    [Theory]
    [InlineData("警戒线", "戒警")] // Neither its characters in another order, nor across a comma.
    [InlineData("联合，国家", "合国")]
    [InlineData("人民权利", "人权")]
    public async Task Chinese_words_are_characters_that_stand_together(string title, string text)
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, title, language: "zh");

        Assert.DoesNotContain(title, await _desk.TitlesAsync("observer", text));
    }

    [Fact]
    public async Task One_Chinese_character_is_found_wherever_it_stands()
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, "鼓舞", language: "zh");

        Assert.Equal(["鼓舞"], await _desk.TitlesAsync("observer", "鼓"));
        Assert.Equal(["鼓舞"], await _desk.TitlesAsync("observer", "舞"));
    }

    [Fact]
    public async Task A_translation_is_found_in_its_own_language()
    {
        var document = await _desk.PublishAsync("ghana", Personas.ToMembers, "Watching the borders");
        await new Personas(network).ActAsync("ghana", "translateDocument", "document", new
        {
            id = Personas.Id(document), version = 3, language = "fr", kind = "OFFICIAL", title = "Surveillances frontalières",
            summary = "Des guetteurs partout.",
        });

        Assert.Equal(["Watching the borders"], await _desk.TitlesAsync("observer", "surveillance frontalière guetteur"));
    }

    [Fact]
    public async Task A_stop_word_of_one_language_does_not_keep_a_document_of_another_from_being_found()
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, "The reports of the ombudsmen");

        Assert.Equal(["The reports of the ombudsmen"], await _desk.TitlesAsync("observer", "the ombudsmen's report or nothingofthekind"));
        Assert.Equal(["The reports of the ombudsmen"], await _desk.TitlesAsync("observer", "ombudsmen of the"));
    }

    [Fact]
    public async Task Documents_are_found_by_what_their_codes_are_called_and_not_by_the_words_of_the_API()
    {
        await _desk.PublishAsync("secretariat", Personas.ToMembers, "Coded", country: "ISL", tags: ["SECURITY_SECTOR", "RF_03"]);

        Assert.Equal(["Coded"], await _desk.TitlesAsync("observer", "Iceland"));
        Assert.Contains("Coded", await _desk.TitlesAsync("observer", "\"security sector\" Iceland"));
        Assert.Empty(await _desk.TitlesAsync("observer", "Iceland proposed"));
        var highlights = (await _desk.SearchAsync("observer", "Iceland", "edges { highlights { pointer fragment } }"))
            .GetProperty("edges")[0].GetProperty("highlights");
        Assert.Equal("""[{"pointer":"/country","fragment":"<mark>Iceland</mark>"}]""", highlights.GetRawText());
    }

    [Fact]
    public async Task Renamed_codes_are_found_by_their_new_names()
    {
        await _desk.PublishAsync("ghana", Personas.ToMembers, "To be renamed", country: "FJI");
        await _desk.AsOwnerAsync("select r2p.name_codes(array_agg(code), array_agg(case code when 'FJI' then 'Viti' else name end)) from r2p.catalogue_name");

        Assert.Equal(["To be renamed"], await _desk.TitlesAsync("observer", "Viti"));
        Assert.Empty(await _desk.TitlesAsync("observer", "Fiji"));
    }
}
