using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace R2P.Schema.Sharing;

/// <summary>What the tables of all kinds have in common.</summary>
public static class SharedDocumentMapping
{
    /// <summary>Maps audience, handling, translations and who was consulted to their <c>jsonb</c> columns.</summary>
    public static EntityTypeBuilder<T> HasSharedDocument<T>(this EntityTypeBuilder<T> document)
        where T : SharedDocument
    {
        document.Ignore(d => d.Kind).Ignore(d => d.IsPast).Ignore(d => d.StoredBody);
        document.Property(d => d.IsRestricted).ValueGeneratedOnAddOrUpdate();
        document.ComplexProperty(d => d.Audience, audience => audience.ToJson());
        document.ComplexProperty(d => d.Handling, handling => handling.ToJson());
        document.ComplexCollection(d => d.Translations, translations =>
        {
            translations.ToJson();
            translations.ComplexCollection(translation => translation.Texts);
        });
        document.ComplexCollection(d => d.Consulted, consulted => consulted.ToJson());
        return document;
    }
}
