using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>Who comes into an exchange, and who leaves it.</summary>
internal static class ExchangeDoors
{
    /// <summary>Makes offices readers of the exchange itself. What stands in it has readers of its own, who stay as they are.</summary>
    public static void Admit(Exchange exchange, IReadOnlyCollection<Guid> newcomers)
    {
        exchange.ParticipantIds = [.. exchange.ParticipantIds, .. newcomers];
        exchange.Readers = [.. exchange.Readers.Union(ReaderRules.OfOffices(newcomers))];
        if (newcomers.Count > 0)
        {
            exchange.Audience = new Audience { Kind = AudienceKind.Named, Offices = [.. exchange.Audience.Offices.Union(exchange.ParticipantIds)] };
        }
    }

    /// <summary>The rows that tell who takes part.</summary>
    public static IEnumerable<ExchangeParticipant> Seats(Act act, Exchange exchange, IEnumerable<Guid> offices, Guid host) =>
        offices.Select(office => new ExchangeParticipant
        {
            ExchangeId = exchange.Id,
            OfficeId = office,
            InvitedById = office == host ? null : host,
            JoinedAt = act.Now,
            Readers = ReaderRules.OfOffices(exchange.ParticipantIds),
        });

    /// <summary>Seats newcomers: they and those who are there see each other.</summary>
    public static async Task SeatAsync(Act act, Exchange exchange, IReadOnlyCollection<Guid> newcomers, Guid host)
    {
        var seats = await act.Context.Readable<ExchangeParticipant>()
            .Where(seat => seat.ExchangeId == exchange.Id)
            .ToDictionaryAsync(seat => seat.OfficeId, act.Cancellation);
        foreach (var present in seats.Values.Where(seat => seat.LeftAt is null))
        {
            present.Readers = [.. present.Readers.Union(ReaderRules.OfOffices(newcomers))];
        }

        foreach (var seat in Seats(act, exchange, newcomers, host))
        {
            if (seats.TryGetValue(seat.OfficeId, out var before))
            {
                (before.JoinedAt, before.LeftAt, before.InvitedById) = (seat.JoinedAt, null, seat.InvitedById);
                before.Readers = [.. before.Readers.Union(seat.Readers)];
            }
            else
            {
                act.Context.Add(seat);
            }
        }
    }

    /// <summary>Takes an office out of those who take part. If the exchange was its own, the office that has been there longest has it now.</summary>
    public static async Task LeaveAsync(Act act, Exchange exchange, Guid office)
    {
        if (exchange.ParticipantIds is [_])
        {
            throw Refuse.Invalid("Nobody else is left in it: close it.", "input", "id");
        }

        var seat = await act.Context.Readable<ExchangeParticipant>()
            .SingleAsync(own => own.ExchangeId == exchange.Id && own.OfficeId == office, act.Cancellation);
        seat.LeftAt = act.Now;
        exchange.ParticipantIds = [.. exchange.ParticipantIds.Where(present => present != office)];
        if (exchange.OwnerId == office)
        {
            exchange.OwnerId = exchange.ParticipantIds[0];
        }
    }
}
