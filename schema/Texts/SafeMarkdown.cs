using System.Net;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace R2P.Schema.Texts;

/// <summary>
/// Markdown as HTML that a page may show as it is: no HTML of the author's, links by a list of schemes, no images. Whatever a text tries, its words stay.
/// </summary>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>Renders a text.</summary>
    public static string ToHtml(string markdown)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new LinkRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new AutolinkRenderer());
        try
        {
            renderer.Render(Markdown.Parse(markdown, Pipeline));
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser follows: no text that somebody wrote for others to read.
            return $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>\n";
        }

        return writer.ToString();
    }

    private static void WriteLink(HtmlRenderer renderer, string url, Action writeText)
    {
        if (!SafeUrl.IsSafe(url))
        {
            writeText();
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\" rel=\"nofollow noopener noreferrer\">");
        writeText();
        renderer.Write("</a>");
    }

    /// <summary>A link, or its words alone; of an image, the words that stand for it.</summary>
    private sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            if (obj.IsImage)
            {
                renderer.WriteChildren(obj);
                return;
            }

            WriteLink(renderer, obj.GetDynamicUrl?.Invoke() ?? obj.Url ?? "", () => renderer.WriteChildren(obj));
        }
    }

    private sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj) =>
            WriteLink(renderer, obj.IsEmail ? $"mailto:{obj.Url}" : obj.Url, () => renderer.WriteEscape(obj.Url));
    }
}
