using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Texts;

/// <summary>A document's texts as readers need them.</summary>
[InterfaceType<ISharedDocument>]
public static class TextFields
{
    /// <summary>
    /// A Markdown text of the document as HTML that can be shown as it is: without HTML of the author's, without images, with links to https, http and
    /// mailto only. Null if there is no text at that place.
    /// </summary>
    /// <param name="at">Where the text stands: a JSON pointer into the document, such as <c>/ratings/0/finding</c>. The summary if not given.</param>
    /// <param name="languages">
    /// Language tags (BCP 47), the most wanted first: the text in the first in which it was translated, else the original. A translation of what
    /// does not stand there any more is left out.
    /// </param>
    [CallerIndependent, Cost(5)]
    public static string? Html([Parent] ISharedDocument document, string at = "/summary", IReadOnlyList<string>? languages = null) =>
        LocalizedText.At(document, at, languages ?? []) is { } text ? SafeMarkdown.ToHtml(text) : null;

    /// <summary>The document's texts in the first of these languages that there is, else in the language of the original.</summary>
    /// <param name="languages">Language tags (BCP 47), the most wanted first. <c>fr-CA</c> is content with <c>fr</c>.</param>
    [CallerIndependent]
    public static LocalizedText Localized([Parent] ISharedDocument document, IReadOnlyList<string> languages) => LocalizedText.Of(document, languages);
}

/// <summary>A translated text as readers need it.</summary>
[ObjectType<LocalizedPassage>]
public static class LocalizedPassageFields
{
    /// <summary>The text as HTML that can be shown as it is, as <c>html</c> of the document.</summary>
    [CallerIndependent]
    public static string Html([Parent] LocalizedPassage passage) => SafeMarkdown.ToHtml(passage.Text);
}
