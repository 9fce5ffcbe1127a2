using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>One public fact, as an office would put it on record; the note on national law is invented.</summary>
internal static class SampleTreatyActions
{
    public static void Add(DocumentContext context, DateTimeOffset now)
    {
        var office = ReferenceId.Office("DNK_FOCAL_POINT");
        var audience = new Audience { Kind = AudienceKind.Public };
        context.Add(new TreatyAction
        {
            Id = ReferenceId.Of("treaty-action", "sample:DNK:ROME_STATUTE"),
            OwnerId = office,
            Readers = ReaderRules.OfPublished(office, "DNK", audience),
            Audience = audience,
            Status = DocumentStatus.Recorded,
            PublishedAt = now,
            Title = "Denmark, Rome Statute, Ratification (sample)",
            Language = "en",
            Country = "DNK",
            Instrument = "ROME_STATUTE",
            Action = "RATIFICATION",
            DoneOn = new DateOnly(2001, 6, 21),
            Body = new TreatyActionBody
            {
                DomesticLaw = "An act of parliament (invented for the sample).",
                Source = new PublicSource { Text = "United Nations Treaty Collection, chapter XVIII-10" },
            },
        });
    }
}
