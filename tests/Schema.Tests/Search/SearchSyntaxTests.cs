using R2P.Schema.Search;

namespace R2P.Schema.Tests.Search;

/// <summary>What can be typed.</summary>
public sealed class SearchSyntaxTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly SearchDesk _desk = new(network);

    [Theory]
    [InlineData("", "is empty: give at least one word to look for.")]
    [InlineData(" \t\u3000\n", "is empty: give at least one word to look for.")]
    public async Task Without_words_a_search_is_refused(string text, string problem) =>
        Assert.Equal($"BAD_USER_INPUT Argument \"text\" {problem}", await _desk.RefusalAsync(text));

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        Assert.Equal(
            "BAD_USER_INPUT Argument \"text\" has 501 characters; at most 500 are allowed. Give the words that matter most.",
            await _desk.RefusalAsync(new string('a', 501)));
        Assert.StartsWith(
            "BAD_USER_INPUT Argument \"text\" has 21 words; at most 20 are allowed.",
            await _desk.RefusalAsync(string.Join(' ', Enumerable.Range(1, 21))),
            StringComparison.Ordinal);
        Assert.Empty(await _desk.TitlesAsync("ghana", new string('a', 500)));
    }

    [Theory]
    [InlineData("kinds: []", "Argument \"kinds\" names no kind: name one, or leave it out to search all.")]
    [InlineData("language: \"e n\"", "Argument \"language\" is no language tag (BCP 47), such as \"en\" or \"fr-CH\", but \"e n\".")]
    [InlineData("first: 101", "Argument \"first\" must be between 0 and 100, but is 101.")]
    [InlineData("after: \"x\"", "Argument \"after\" is not a cursor of a search.")]
    [InlineData("regions: [\"ATLANTIS\"]", "Argument \"regions\" names \"ATLANTIS\", which is neither a region of UN M49 nor a regional organization.")]
    public async Task Other_arguments_that_make_no_sense_are_refused(string arguments, string message) =>
        Assert.Equal($"BAD_USER_INPUT {message}", await _desk.RefusalAsync("peace", arguments));

    [Theory]
    [InlineData("council drumming", true)]
    [InlineData("council -drumming", false)]
    [InlineData("-drumming", false)]
    [InlineData("council -\"drumming councils\"", true)]
    [InlineData("\"councils drumming\"", true)]
    [InlineData("\"drumming councils\"", false)]
    [InlineData("“councils drumming”", true)]
    [InlineData("nowhere OR drumming", true)]
    [InlineData("or drumming or", true)]
    [InlineData("drum*", true)]
    [InlineData("drummin*", true)]
    [InlineData("dr*", false)] // Too short to be a beginning: a word of its own.
    [InlineData("(drumming)", true)]
    [InlineData("\"councils drumming", true)]
    public async Task Words_phrases_alternatives_and_what_must_not_be_there(string text, bool isFound)
    {
        var title = $"Councils drumming {Guid.CreateVersion7():N}";
        await _desk.PublishAsync("ghana", Personas.ToMembers, title);

        Assert.Equal(isFound, (await _desk.TitlesAsync("ghana", text)).Contains(title));
    }

    [Theory]
    [InlineData("'; drop table r2p.search_text; --")]
    [InlineData("\" } } { __schema { types { name } } }")]
    [InlineData("& | ! ( ) <-> :* :A")]
    [InlineData("a:* & !b <2> 'c'")]
    [InlineData("\\' \\\\ ''' \"")]
    [InlineData("-")]
    [InlineData("- - -\"\" \"\" --\"")]
    [InlineData("***")]
    [InlineData("abc'*")]
    [InlineData("abc\\*")]
    [InlineData("a\u0000b\u0001\ufffe\ue000\ue001")]
    [InlineData("\ud800 \udc00")]
    [InlineData("or or or")]
    [InlineData("$1 {0} %s %L \\x00")]
    [InlineData("😀😀 𠀀𠀁")]
    [InlineData("http://example.org/a?b=c&d <b>x</b> user@example.org /etc/passwd -1.5e10")]
    public async Task Garbage_finds_nothing_or_something_and_is_no_error(string text)
    {
        const string everything = "totalCount edges { cursor highlights { pointer fragment } node { id } } facets { kinds { count } }";

        var found = await _desk.SearchAsync("ghana", text, everything);

        Assert.True(found.GetProperty("totalCount").GetInt32() >= 0);
    }

    [Fact]
    public async Task Whatever_is_typed_is_no_error()
    {
        var random = new Random(2005);
        const string alphabet = "ab \"'-*&|!()<>:\\%$#@\u0000\u00e9ж人权\ud83d\ude00\ud800或or ";
        for (var i = 0; i < 150; i++)
        {
            var text = "x" + string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            if (SearchPhrases.Parse(text).Sum(branch => branch.All.Count + branch.None.Count) <= 20)
            {
                await _desk.SearchAsync("ghana", text, "totalCount edges { highlights { fragment } }");
            }
        }
    }
}
