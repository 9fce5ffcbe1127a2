using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>What the fields that every document has must keep to.</summary>
public sealed class DocumentRules(Catalogue.Catalogue catalogue)
{
    /// <summary>The longest Markdown text of a field.</summary>
    public const int MaxText = 20_000;

    /// <summary>The most entries of a list.</summary>
    public const int MaxEntries = 200;

    public static void Title(InputCheck check, string? title) => check.Text(title, 300, "title");

    public static void Summary(InputCheck check, string? summary) => check.OptionalText(summary, 4_000, "summary");

    public static void Language(InputCheck check, string language) => Language(check, language, "language");

    /// <summary>A language tag at its own path.</summary>
    public static void Language(InputCheck check, string language, params ReadOnlySpan<string> path)
    {
        if (language.Length is < 2 or > 35 || !language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            check.Add($"\"{language}\" is no language tag (BCP 47), such as \"en\" or \"fr-CH\".", path);
        }
    }

    public void Tags(InputCheck check, IReadOnlyList<string>? tags) => Tags(check, tags, "tags");

    /// <summary>Tags of a part of the document, at its own path.</summary>
    public void Tags(InputCheck check, IReadOnlyList<string>? tags, params ReadOnlySpan<string> path)
    {
        if (!check.Count(tags, MaxEntries, path))
        {
            return;
        }

        check.Distinct(tags, path);
        for (var i = 0; i < tags?.Count; i++)
        {
            Code(check, catalogue.IsCode, "code", tags[i], [.. path, $"{i}"]);
        }
    }

    public void Country(InputCheck check, string? country, params ReadOnlySpan<string> path)
    {
        if (country is not null)
        {
            Code(check, catalogue.IsCountry, "country", country, path);
        }
    }

    /// <summary>A document that the catalogue cites.</summary>
    public void Reference(InputCheck check, string code, params ReadOnlySpan<string> path) =>
        Code(check, known => catalogue.FindCode(known) is Catalogue.ReferenceDocument, "reference document", code, path);

    /// <summary>A code that must be one of a list of the catalogue.</summary>
    public static void Code(InputCheck check, Func<string, bool> known, string what, string code, params ReadOnlySpan<string> path)
    {
        if (!known(code))
        {
            check.Add($"Unknown {what} \"{code}\". The catalogue lists the codes.", path);
        }
    }
}
