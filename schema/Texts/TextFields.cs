using System.Runtime.CompilerServices;
using System.Text.Json;
using R2P.GraphQL;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Texts;

/// <summary>A document's texts as readers need them.</summary>
[InterfaceType<ISharedDocument>]
public static class TextFields
{
    /// <summary>Many texts of one document are asked for at once: its content is written once for all of them.</summary>
    private static readonly ConditionalWeakTable<ISharedDocument, StrongBox<JsonElement>> Contents = [];

    /// <summary>
    /// A Markdown text of the document as HTML that can be shown as it is: without HTML of the author's, without images, with links to https, http and
    /// mailto only. Null if there is no text at that place.
    /// </summary>
    /// <param name="at">Where the text stands: a JSON pointer into the document, such as <c>/ratings/0/finding</c>. The summary if not given.</param>
    [CallerIndependent, Cost(5)]
    public static string? Html([Parent] ISharedDocument document, string at = "/summary") =>
        JsonPointer.Parse(at) is { } pointer && Find(ContentOf(document), pointer) is { } text ? SafeMarkdown.ToHtml(text) : null;

    /// <summary>Title and summary in the first of these languages that there is, else in the language of the original.</summary>
    /// <param name="languages">Language tags (BCP 47), the most wanted first. <c>fr-CA</c> is content with <c>fr</c>.</param>
    [CallerIndependent]
    public static LocalizedText Localized([Parent] ISharedDocument document, IReadOnlyList<string> languages) => LocalizedText.Of(document, languages);

    private static JsonElement ContentOf(ISharedDocument document) =>
        Contents.GetValue(document, static known => new StrongBox<JsonElement>(DocumentContent.Of(known))).Value;

    private static string? Find(JsonElement content, string[] pointer)
    {
        JsonElement? found = content;
        foreach (var token in pointer)
        {
            found = found is { } at ? JsonPointer.Step(at, token) : null;
        }

        return found is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
    }
}
