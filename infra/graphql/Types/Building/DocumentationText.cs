using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace R2P.GraphQL.Types.Building;

/// <summary>Turns the XML of a documentation comment into Markdown: lines are joined, tags become code spans, paragraphs or list items.</summary>
internal static partial class DocumentationText
{
    /// <summary>The element's text; null if it has none.</summary>
    public static string? Flatten(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        var paragraphs = text.ToString().Split(Paragraph).Select(paragraph => paragraph.Trim(' ', '\n')).Where(paragraph => paragraph.Length > 0);
        var result = string.Join("\n\n", paragraphs)
            .Replace($"\n\n{Item}", "\n- ", StringComparison.Ordinal)
            .Replace(Item.ToString(), "- ", StringComparison.Ordinal);
        return result.Length == 0 ? null : result;
    }

    private const char Paragraph = '\u2029';
    private const char Item = '\u2022';

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(Whitespace().Replace(words.Value, " "));
                    break;
                case XElement child:
                    AppendTag(text, child);
                    break;
            }
        }
    }

    private static void AppendTag(StringBuilder text, XElement tag)
    {
        switch (tag.Name.LocalName)
        {
            case "c":
                text.Append('`').Append(tag.Value).Append('`');
                break;
            case "see" or "seealso" when tag.Attribute("href") is { } link:
                text.Append($"[{(tag.Value.Length > 0 ? tag.Value : link.Value)}]({link.Value})");
                break;
            case "see" or "seealso" or "paramref" or "typeparamref":
                text.Append('`').Append(Referenced(tag)).Append('`');
                break;
            case "code":
                text.Append(Paragraph).Append("```\n").Append(tag.Value.Trim('\r', '\n')).Append("\n```").Append(Paragraph);
                break;
            case "para":
                text.Append(Paragraph);
                Append(text, tag);
                text.Append(Paragraph);
                break;
            case "item":
                text.Append(Paragraph).Append(Item);
                Append(text, tag);
                text.Append(Paragraph);
                break;
            default:
                Append(text, tag);
                break;
        }
    }

    /// <summary>The last name of a reference: of <c>P:Ns.Type.Name</c> the part behind the last dot, without parameters and arity.</summary>
    private static string Referenced(XElement tag)
    {
        if (tag.Value.Length > 0)
        {
            return tag.Value;
        }

        var reference = (tag.Attribute("langword") ?? tag.Attribute("name") ?? tag.Attribute("cref"))?.Value ?? "";
        var name = reference.Split('(')[0];
        var last = name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
        return reference.Length > 2 && reference[1] == ':' && reference[0] is 'P' or 'M' ? SchemaNames.CamelCase(last) : last;
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Whitespace();
}
