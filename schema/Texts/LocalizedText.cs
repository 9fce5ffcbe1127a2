using R2P.Schema.Sharing;

namespace R2P.Schema.Texts;

/// <summary>The texts of a document in one of the languages that there are.</summary>
/// <param name="Language">The language (BCP 47).</param>
/// <param name="Title">The title in that language.</param>
/// <param name="Summary">The summary in that language; null if there is none.</param>
/// <param name="Status">Who stands behind the text.</param>
/// <param name="Stale">Whether the original has changed since the translation was made; never for the original.</param>
/// <param name="Texts">Other texts of the document that were translated; none for the original, whose texts are the document's own.</param>
public sealed record LocalizedText(
    string Language, string Title, string? Summary, TextStatus Status, bool Stale, IReadOnlyList<LocalizedPassage> Texts)
{
    /// <summary>The texts in the first language that there is, as RFC 4647 looks tags up (§3.4); else the original.</summary>
    internal static LocalizedText Of(ISharedDocument document, IReadOnlyList<string> languages) =>
        Wanted(document, languages).FirstOrDefault() is not { } found
            ? new(document.Language, document.Title, document.Summary, TextStatus.Original, Stale: false, [])
            : new(found.Language, found.Title, found.Summary, StatusOf(found.Kind), found.Stale, PassagesOf(document, found));

    /// <summary>One text in the first language in which it stands; null if nothing stands there.</summary>
    internal static string? At(ISharedDocument document, string at, IReadOnlyList<string> languages)
    {
        if (DocumentTexts.Of(document).At(at) is not { } original)
        {
            return null;
        }

        var translated = Wanted(document, languages)
            .TakeWhile(found => found is not null)
            .Select(found => In(found!, at, original))
            .FirstOrDefault(text => text is not null);
        return translated ?? original;
    }

    /// <summary>The translations in the wanted languages, in their order; null where the original is wanted.</summary>
    private static IEnumerable<Translation?> Wanted(ISharedDocument document, IReadOnlyList<string> languages) =>
        from range in languages
        from tag in LanguageTag.Wider(range)
        let isOriginal = LanguageTag.IsSame(tag, document.Language)
        let found = document.Translations.FirstOrDefault(translation => LanguageTag.IsSame(tag, translation.Language))
        where isOriginal || found is not null
        select isOriginal ? null : found;

    private static string? In(Translation translation, string at, string original) => at switch
    {
        "/title" => translation.Title,
        "/summary" => translation.Summary,
        _ => translation.Texts.FirstOrDefault(text => text.At == at && text.Original == DocumentTexts.MarkOf(original))?.Text,
    };

    private static IReadOnlyList<LocalizedPassage> PassagesOf(ISharedDocument document, Translation translation)
    {
        if (translation.Texts.Count == 0)
        {
            return [];
        }

        var content = DocumentTexts.Of(document);
        return
        [
            .. translation.Texts.Select(text => new LocalizedPassage(
                text.At, text.Text, content.At(text.At) is not { } original || DocumentTexts.MarkOf(original) != text.Original)),
        ];
    }

    private static TextStatus StatusOf(TranslationKind kind) => kind switch
    {
        TranslationKind.Official => TextStatus.Official,
        TranslationKind.Machine => TextStatus.Machine,
        _ => TextStatus.Unofficial,
    };
}

/// <summary>A text of a document in another language.</summary>
/// <param name="At">Where the original stands: a JSON pointer into the document.</param>
/// <param name="Text">The text (Markdown).</param>
/// <param name="Stale">Whether something else stands there now than what was translated.</param>
public sealed record LocalizedPassage(string At, string Text, bool Stale);

/// <summary>Who stands behind a text.</summary>
public enum TextStatus
{
    /// <summary>The original.</summary>
    Original,

    /// <summary>A translation made or approved by the owner.</summary>
    Official,

    /// <summary>A translation made by a person, without approval.</summary>
    Unofficial,

    /// <summary>A translation made by a machine.</summary>
    Machine,
}
