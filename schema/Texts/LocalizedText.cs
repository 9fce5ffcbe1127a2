using R2P.Schema.Sharing;

namespace R2P.Schema.Texts;

/// <summary>Title and summary of a document in one of the languages that there are.</summary>
/// <param name="Language">The language (BCP 47).</param>
/// <param name="Title">The title in that language.</param>
/// <param name="Summary">The summary in that language; null if there is none.</param>
/// <param name="Status">Who stands behind the text.</param>
/// <param name="Stale">Whether the original has changed since the translation was made; never for the original.</param>
public sealed record LocalizedText(string Language, string Title, string? Summary, TextStatus Status, bool Stale)
{
    /// <summary>The text in the first language that there is, as RFC 4647 looks tags up (§3.4); else the original.</summary>
    internal static LocalizedText Of(ISharedDocument document, IReadOnlyList<string> languages)
    {
        foreach (var range in languages)
        {
            for (var tag = range; tag.Length > 0; tag = Shorter(tag))
            {
                if (IsSame(tag, document.Language))
                {
                    return Original(document);
                }

                if (document.Translations.FirstOrDefault(translation => IsSame(tag, translation.Language)) is { } found)
                {
                    return new LocalizedText(found.Language, found.Title, found.Summary, StatusOf(found.Kind), found.Stale);
                }
            }
        }

        return Original(document);
    }

    private static LocalizedText Original(ISharedDocument document) =>
        new(document.Language, document.Title, document.Summary, TextStatus.Original, Stale: false);

    /// <summary>The tag without its last subtag, and without a single letter that then stands at the end: it only leads in what follows it.</summary>
    private static string Shorter(string tag)
    {
        var cut = tag.LastIndexOf('-');
        if (cut <= 0)
        {
            return "";
        }

        return cut >= 2 && tag[cut - 2] == '-' ? tag[..(cut - 2)] : tag[..cut];
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static TextStatus StatusOf(TranslationKind kind) => kind switch
    {
        TranslationKind.Official => TextStatus.Official,
        TranslationKind.Machine => TextStatus.Machine,
        _ => TextStatus.Unofficial,
    };
}

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
