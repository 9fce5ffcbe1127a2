using R2P.GraphQL;
using R2P.Schema.Texts;

namespace R2P.Schema.Catalogue;

/// <summary>What every entry of the catalogue tells beside its facts.</summary>
[InterfaceType<ICatalogueEntry>]
public static class EntryFields
{
    /// <summary>What people call it.</summary>
    /// <param name="language">A language tag (BCP 47): the name in it if there is one, else in the language of the catalogue, which is English.</param>
    [CallerIndependent]
    public static string GetName([Parent] ICatalogueEntry entry, Catalogue catalogue, string? language = null) =>
        TextIn(catalogue, entry, language)?.Name ?? entry.Name;

    /// <summary>One line in our own words; null where the name says enough.</summary>
    /// <param name="language">A language tag (BCP 47): the line in it if there is one, else in the language of the catalogue, which is English.</param>
    [CallerIndependent]
    public static string? GetDescription([Parent] ICatalogueEntry entry, Catalogue catalogue, string? language = null) =>
        TextIn(catalogue, entry, language)?.Description ?? entry.Description;

    /// <summary>The languages, beside English, in which it has a name (BCP 47).</summary>
    [CallerIndependent]
    [ListSize(AssumedSize = 6)]
    public static IReadOnlyList<string> GetLanguages([Parent] ICatalogueEntry entry, Catalogue catalogue) =>
        [.. catalogue.TextsOf(entry.Code).Select(text => text.Language)];

    /// <summary>The code of the network whose secretariat keeps the entry; null for what comes with the service.</summary>
    [CallerIndependent]
    public static string? GetAddedBy([Parent] ICatalogueEntry entry, Catalogue catalogue) => catalogue.AdditionOf(entry.Code)?.Network;

    /// <summary>Since when no list offers the entry any more; null while lists do. Documents that use it keep it.</summary>
    [CallerIndependent]
    public static DateTimeOffset? GetRetiredAt([Parent] ICatalogueEntry entry, Catalogue catalogue) => catalogue.AdditionOf(entry.Code)?.RetiredAt;

    /// <summary>What to take instead of it, once it is retired; null while lists offer it, or if nothing takes its place.</summary>
    [CallerIndependent]
    public static ICatalogueEntry? GetReplacedBy([Parent] ICatalogueEntry entry, Catalogue catalogue) =>
        catalogue.IsRetired(entry.Code) ? catalogue.SuccessorOf(entry.Code) : null;

    private static EntryText? TextIn(Catalogue catalogue, ICatalogueEntry entry, string? language) =>
        language is not null && catalogue.TextsOf(entry.Code) is { Count: > 0 } texts
            ? LanguageTag.Wider(language)
                .TakeWhile(tag => !LanguageTag.IsSame(tag, Catalogue.Language))
                .Select(tag => texts.FirstOrDefault(text => LanguageTag.IsSame(tag, text.Language)))
                .FirstOrDefault(text => text is not null)
            : null;
}
