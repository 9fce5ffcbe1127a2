using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;

namespace R2P.Schema.Alerts;

/// <summary>Who reads an alert, where an act depends on it. Nothing here widens that.</summary>
internal static class AlertReaders
{
    /// <summary>With fewer, "somebody who reads it" would be a name.</summary>
    private const int FewestToHideAmong = 3;

    /// <summary>Nobody has to decide about what they can't read.</summary>
    /// <exception cref="ActRefusedException">The responsible office is not among the readers.</exception>
    public static async Task MustReadAsync(Act act, Alert alert, string field)
    {
        if (!await act.Context.Set<Members.Office>().AnyAsync(office => office.Id == alert.ResponsibleId, act.Cancellation))
        {
            throw Refuse.NotFound("office", "input", field);
        }

        if (!alert.Readers.Contains(ReaderToken.Office(alert.ResponsibleId)) && !await HoldsAnyAsync(act, alert.ResponsibleId, alert.Readers))
        {
            throw Refuse.Invalid("This office is not among those with whom the alert is shared: share it first.", "input", field);
        }
    }

    /// <summary>A seal hides an author only among several who could have written it.</summary>
    /// <exception cref="ActRefusedException">Too few people read the alert.</exception>
    public static async Task MustHideAsync(Act act, Alert alert)
    {
        if (alert.Readers.Contains(ReaderToken.Public) || alert.Readers.Contains(ReaderToken.Members))
        {
            return;
        }

        var people = await act.Context.Database
            .SqlQuery<int>($"""select count(distinct person_id)::int as "Value" from r2p.holders_of({alert.Readers})""")
            .SingleAsync(act.Cancellation);
        if (people < FewestToHideAmong)
        {
            throw Refuse.Invalid($"Only {people} people read the alert: a seal would not hide you. Sign, or let it be shared first.", "input", "sealed");
        }
    }

    private static Task<bool> HoldsAnyAsync(Act act, Guid office, string[] readers) => act.Context.Database
        .SqlQuery<bool>($"""select exists (select from r2p.holders_of({readers}) where office_id = {office}) or 'public' = any({readers}) as "Value" """)
        .SingleAsync(act.Cancellation);
}
