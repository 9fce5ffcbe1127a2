using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Members;

namespace R2P.Schema.Recommendations;

/// <summary>Which offices can see to a recommendation.</summary>
internal static class LeadOffices
{
    /// <summary>The lead is an office of the State, and reads the recommendation already: to name it shares nothing.</summary>
    /// <exception cref="ActRefusedException">INVALID_INPUT at the lead.</exception>
    public static async Task CheckAsync(Act act, Recommendation recommendation, Guid lead)
    {
        var isOfState = await (
            from office in act.Context.Readable<Office>()
            join party in act.Context.Readable<Party>() on office.PartyId equals party.Id
            where office.Id == lead && party is State && party.Code == recommendation.Country
            select office.Id).AnyAsync(act.Cancellation);
        if (!isOfState)
        {
            throw Refuse.Invalid("Must be an office of the State that the recommendation is addressed to.", "input", "lead");
        }

        string[] reading = [ReaderToken.Office(lead), ReaderToken.State(recommendation.Country), ReaderToken.Members, ReaderToken.Public];
        if (!recommendation.Readers.Intersect(reading).Any())
        {
            throw Refuse.Invalid("This office does not read the recommendation: share it with the State's offices first.", "input", "lead");
        }
    }
}
