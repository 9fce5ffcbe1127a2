using Microsoft.EntityFrameworkCore;
using R2P.Documents;

namespace R2P.Schema.Search;

/// <summary>
/// Tells the database what codes are called, so that a document is found by the names of its codes. The API's own words (a status, a trend) get no
/// name: a body is full of them, and nobody who looks for "high" wants every finding of high confidence.
/// </summary>
public sealed class CatalogueNames(DocumentStore store, Catalogue.Catalogue catalogue)
{
    /// <summary>Brings the names up to date, and the documents whose codes have other names than before.</summary>
    /// <returns>How many codes have another name.</returns>
    public Task<int> LoadAsync(CancellationToken cancellation = default)
    {
        return store.SeedAsync(
            AccessContext.Anonymous,
            "loadCatalogueNames",
            async session =>
            {
                // Nobody adds to the catalogue meanwhile: a name that was not read would be lost.
                await session.Context.Database.ExecuteSqlAsync($"lock table r2p.catalogue_entry, r2p.catalogue_text in share mode", cancellation);
                catalogue.Add(await Catalogue.CatalogueKeeper.ReadAsync(session.Connection, cancellation));
                var names = EnumWords().ToDictionary(word => word, _ => (string?)null, StringComparer.Ordinal);
                foreach (var entry in catalogue.AllEntries)
                {
                    names[entry.Code] = NameOf(entry, catalogue.TextsOf(entry.Code));
                }

                string[] codes = [.. names.Keys];
                string?[] called = [.. names.Values];
                return await session.Context.Database
                    .SqlQuery<int>($"""select r2p.name_codes({codes}, {called}) as "Value" """)
                    .SingleAsync(cancellation);
            },
            cancellation);
    }

    /// <summary>With what it is called in other languages, as <c>r2p.translate_catalogue_entry</c> writes it.</summary>
    private static string NameOf(Catalogue.ICatalogueEntry entry, IReadOnlyList<Catalogue.EntryText> texts) => texts.Count == 0
        ? NameOf(entry)
        : $"{NameOf(entry)} ({string.Join(", ", texts.Select(text => text.Name).Distinct().Order(StringComparer.Ordinal))})";

    /// <summary>The name in the language of the catalogue by which documents that use the code are found.</summary>
    internal static string NameOf(Catalogue.ICatalogueEntry entry) => entry is Catalogue.Country country && country.CommonName != country.Name
        ? $"{country.CommonName} ({country.Name})"
        : entry.Name;

    private static IEnumerable<string> EnumWords() => typeof(CatalogueNames).Assembly.GetTypes()
        .Where(type => type.IsEnum)
        .SelectMany(Enum.GetNames)
        .Select(System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName)
        .Distinct(StringComparer.Ordinal);
}
