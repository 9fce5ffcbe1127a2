using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>Who comes into an exchange, and who leaves it.</summary>
internal static class ExchangeDoors
{
    /// <summary>Whoever takes part, and nobody else, reads the exchange itself. What stands in it has readers of its own, who stay as they are.</summary>
    public static void Admit(Exchange exchange, IReadOnlyCollection<Guid> newcomers)
    {
        if (newcomers.Count == 0)
        {
            return;
        }

        exchange.ParticipantIds = [.. exchange.ParticipantIds, .. newcomers];
        exchange.Readers = ReaderRules.OfOffices(exchange.ParticipantIds);
        exchange.Audience = new Audience { Kind = AudienceKind.Named, Offices = [.. exchange.ParticipantIds] };
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

    /// <summary>Seats newcomers: they and those who are there see each other. Who comes back sits down anew.</summary>
    public static async Task SeatAsync(Act act, Exchange exchange, IReadOnlyCollection<Guid> newcomers, Guid host)
    {
        var present = await act.Context.Readable<ExchangeParticipant>()
            .Where(seat => seat.ExchangeId == exchange.Id && seat.LeftAt == null)
            .ToListAsync(act.Cancellation);
        foreach (var seat in present)
        {
            seat.Readers = [.. seat.Readers.Union(ReaderRules.OfOffices(newcomers))];
        }

        act.Context.AddRange(Seats(act, exchange, newcomers, host));
    }

    /// <summary>Takes an office out of those who take part; answers those who stay.</summary>
    /// <exception cref="ActRefusedException">INVALID_INPUT for the last one; CONFLICT.</exception>
    public static async Task<Guid[]> LeaveAsync(Act act, Exchange exchange, Guid office)
    {
        if (exchange.ParticipantIds is [_])
        {
            throw Refuse.Invalid("Nobody else is left in it: close it.", "input", "id");
        }

        if (await act.CallAsync(
            "leave this exchange",
            "select r2p.leave_exchange($1, $2, $3, $4)",
            Parameter.Of(exchange.Id), Parameter.Of(office), Parameter.Of(exchange.Version), Parameter.Of(act.Now)) is not true)
        {
            throw await act.StaleAsync<Exchange>(exchange.Id, "exchange");
        }

        // It is written already, and can't be seen by who acts any more.
        act.Context.Entry(exchange).State = EntityState.Detached;
        return [.. exchange.ParticipantIds.Where(present => present != office)];
    }
}
