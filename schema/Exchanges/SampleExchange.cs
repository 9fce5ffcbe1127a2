using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>An invented exchange of two regional desks, with one message.</summary>
internal static class SampleExchange
{
    public static void Add(DocumentContext context, DateTimeOffset now)
    {
        Guid[] offices = [ReferenceId.Office("AU_R2P_DESK"), ReferenceId.Office("EU_R2P_DESK")];
        var author = SampleMembers.PersonId(SamplePersonas.SubjectOf("au-desk"));
        var exchange = new Exchange
        {
            Id = ReferenceId.Of("exchange", "sample"),
            OwnerId = offices[0],
            ParticipantIds = offices,
            Readers = ReaderRules.OfOffices(offices),
            AuthorIds = [author],
            Audience = new Audience { Kind = AudienceKind.Named, Offices = [.. offices] },
            Status = DocumentStatus.Open,
            PublishedAt = now,
            Title = "Early-warning desks, working contact (sample)",
            Summary = "Invented for demonstration.",
            Language = "en",
            Tags = ["STEP_2_TWO_WAY_INFORMATION"],
            Body = new ExchangeBody { Purpose = "Tell each other in time what the other desk can use." },
        };
        context.Add(exchange);
        context.AddRange(offices.Select(office => new ExchangeParticipant
        {
            ExchangeId = exchange.Id, OfficeId = office, InvitedById = office == offices[0] ? null : offices[0], JoinedAt = now, Readers = exchange.Readers,
        }));
        context.Add(new ExchangeMessage
        {
            Id = ReferenceId.Of("exchange-message", "sample"),
            ExchangeId = exchange.Id,
            OwnerId = offices[0],
            AuthorId = author,
            Version = 1,
            Status = MessageStatus.Sent,
            ToEverybody = true,
            ToIds = [offices[1]],
            Text = "Invented: which of your regional calendars may we use for planning?",
            Purpose = "Planning of the desks",
            CreatedAt = now,
            SentAt = now,
            Readers = exchange.Readers,
        });
    }
}
