using System.Text.RegularExpressions;
using R2P.Schema.Texts;

namespace R2P.Schema.Tests.Texts;

/// <summary>Whatever a text tries, a page that shows it runs nothing and calls nobody.</summary>
public sealed partial class SafeMarkdownTests
{
    [Theory]
    [InlineData("Plain *text*, **bold**", "<p>Plain <em>text</em>, <strong>bold</strong></p>\n")]
    [InlineData("[UN](https://www.un.org/x?a=1&b=2)", "<p><a href=\"https://www.un.org/x?a=1&amp;b=2\" rel=\"nofollow noopener noreferrer\">UN</a></p>\n")]
    [InlineData("<https://example.org>", "<p><a href=\"https://example.org\" rel=\"nofollow noopener noreferrer\">https://example.org</a></p>\n")]
    [InlineData("<desk@example.org>", "<p><a href=\"mailto:desk@example.org\" rel=\"nofollow noopener noreferrer\">desk@example.org</a></p>\n")]
    [InlineData(
        "[quoted](https://example.org \"a \\\" onmouseover=alert(1)\")",
        "<p><a href=\"https://example.org\" rel=\"nofollow noopener noreferrer\">quoted</a></p>\n")]
    [InlineData("![a map](https://evil.example/pixel.png)", "<p>a map</p>\n")]
    [InlineData("[click](javascript:alert(1))", "<p>click</p>\n")]
    [InlineData("[home](/graphql)", "<p>home</p>\n")]
    [InlineData("<b>no</b>", "<p>&lt;b&gt;no&lt;/b&gt;</p>\n")]
    public void A_text_becomes_this(string markdown, string html) => Assert.Equal(html, SafeMarkdown.ToHtml(markdown));

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<div style=\"background:url(javascript:alert(1))\">\n\ntext\n\n</div>",
        "<!-- --!><script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php system('x') ?>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](<java\nscript:alert(1)>)",
        "[x](&#106;avascript:alert(1))",
        "[x](&#x6A&#x61;vascript:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](\u0001javascript:alert(1))",
        "[x](%6aavascript:alert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[x](file:///etc/passwd)",
        "[x](blob:https://example.org/1)",
        "[x](//evil.example/x)",
        "[x](\\\\evil.example\\x)",
        "[x](https:\\\\evil.example)",
        "[x](https://\u0000evil.example)",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x][1]\n\n[1]: data:text/html,x \"t\"",
        "<javascript:alert(1)>",
        "<data:text/html,alert(1)>",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        "![x](javascript:alert(1))",
        "![](https://evil.example/track?who=me)",
        "[![x](https://evil.example/a.png)](javascript:alert(1))",
        "[x](https://example.org/\"onmouseover=\"alert(1))",
        "[x](<https://example.org/\" onmouseover=\"alert(1)>)",
        "[<img src=x onerror=alert(1)>](https://example.org)",
        "# heading {onclick=alert(1)}",
        "text {#id .class onclick=alert(1)}",
        "```html\" onmouseover=\"alert(1)\n<script>alert(1)</script>\n```",
        "```javascript:alert(1)\nx\n```",
        "`<script>alert(1)</script>`",
        "| a | b |\n|---|---|\n| <script>alert(1)</script> | [x](javascript:alert(1)) |",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "a\u2028<script>alert(1)</script>",
        "*<script>*alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<style>@import 'https://evil.example/x.css'</style>",
        "<link rel=stylesheet href=https://evil.example>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<form action=https://evil.example><button>x</button></form>",
        "<base href=https://evil.example>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    ];

    /// <summary>The output holds tags and attributes of a short list only, and links only of the three schemes.</summary>
    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_becomes_harmless(string markdown)
    {
        var html = SafeMarkdown.ToHtml(markdown);

        Assert.DoesNotContain("<", Harmless().Replace(html, ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData('*')]
    [InlineData('`')]
    [InlineData('(')]
    [InlineData('|')]
    public void Nothing_that_is_nested_deep_takes_long(char mark)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        SafeMarkdown.ToHtml(new string(mark, 20_000));
        SafeMarkdown.ToHtml(string.Concat(Enumerable.Repeat($"{mark}a ", 6_000)));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{mark} took {watch.Elapsed}.");
    }

    [GeneratedRegex(
        """<(?:a href="(?:https?://|mailto:)[^"\s<>]*" rel="nofollow noopener noreferrer"|/?(?:p|em|strong|code|pre|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|th|td)|/a|br /|hr /|code class="language-[^"<>]*")>""",
        RegexOptions.None,
        1000)]
    private static partial Regex Harmless();
}
