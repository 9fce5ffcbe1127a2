using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Errors;
using R2P.Schema.Catalogue;

namespace R2P.Schema.TreatyActions;

/// <summary>Where a State stands under an instrument on a day, as the facts that you may see tell it.</summary>
/// <param name="Country">The State (ISO 3166-1 alpha-3).</param>
/// <param name="Instrument">The instrument (a code of the catalogue).</param>
/// <param name="On">The day.</param>
/// <param name="Standing">Where the State stands on that day.</param>
/// <param name="Since">Since when; null if nothing is on record.</param>
/// <param name="HasReservations">Whether a reservation stands on that day.</param>
/// <param name="Actions">The facts that tell so, in the order of their days.</param>
public sealed record TreatyStatus(
    string Country,
    string Instrument,
    DateOnly On,
    TreatyStanding Standing,
    DateOnly? Since,
    bool HasReservations,
    IReadOnlyList<TreatyAction> Actions);

/// <summary>Where a State can stand under an instrument.</summary>
public enum TreatyStanding
{
    /// <summary>Nothing that you may see is on record. That does not say that the State has done nothing.</summary>
    NothingRecorded,

    /// <summary>Signed, or applied provisionally, and no party.</summary>
    Signatory,

    /// <summary>A party.</summary>
    Party,

    /// <summary>Was a party or had signed, and has withdrawn.</summary>
    Withdrawn,
}

/// <summary>Where States stand under instruments.</summary>
[QueryType]
public static class TreatyStatusQueries
{
    /// <summary>
    /// Where a State stands under an instrument on a day, derived from the facts that you may see. They count in the order of their days; on one day a
    /// signature before what makes a party, and a withdrawal last. A party does not become less by signing again; after a withdrawal only a new step that
    /// makes a party, or a new signature, counts. A reservation stands until it or the State withdraws.
    /// </summary>
    /// <param name="country">The State (ISO 3166-1 alpha-3).</param>
    /// <param name="instrument">The instrument (a code of the catalogue).</param>
    /// <param name="session">Reads.</param>
    /// <param name="catalogue">Knows which steps make a party.</param>
    /// <param name="time">What today is.</param>
    /// <param name="on">The day; today by default.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<TreatyStatus> TreatyStatus(
        string country,
        string instrument,
        ReadSession session,
        Catalogue.Catalogue catalogue,
        TimeProvider time,
        DateOnly? on,
        CancellationToken cancellation)
    {
        if (!catalogue.IsCountry(country) || catalogue.FindCode(instrument) is not LegalInstrument)
        {
            throw new GraphQLException("Arguments \"country\" and \"instrument\" must be codes of the catalogue.", ErrorCodes.BadUserInput);
        }

        var day = on ?? DateOnly.FromDateTime(time.GetDatabaseNow().UtcDateTime);
        var actions = await session.QueryAsync(
            (db, token) => db.Visible<TreatyAction>()
                .Where(action => action.Country == country && action.Instrument == instrument && action.Action != null && action.DoneOn <= day)
                .Where(action => action.Status == Sharing.DocumentStatus.Recorded)
                .ToListAsync(token),
            cancellation);
        TreatyAction[] ordered = [.. actions.OrderBy(action => action.DoneOn).ThenBy(action => Rank(catalogue, action)).ThenBy(action => action.Id)];
        var (standing, since, reservations) = Derive(catalogue, ordered);
        return new TreatyStatus(country, instrument, day, standing, since, reservations, ordered);
    }

    private static (TreatyStanding Standing, DateOnly? Since, bool HasReservations) Derive(Catalogue.Catalogue catalogue, IEnumerable<TreatyAction> actions)
    {
        var standing = TreatyStanding.NothingRecorded;
        DateOnly? since = null;
        var reservations = false;
        foreach (var action in actions)
        {
            reservations = action.Action switch
            {
                "RESERVATION" => true,
                "WITHDRAWAL_OF_RESERVATION" or "WITHDRAWAL" => false,
                _ => reservations,
            };
            var next = Next(catalogue, standing, action.Action!);
            if (next != standing)
            {
                (standing, since) = (next, action.DoneOn);
            }
        }

        return (standing, since, reservations);
    }

    private static TreatyStanding Next(Catalogue.Catalogue catalogue, TreatyStanding standing, string action) => action switch
    {
        "WITHDRAWAL" => TreatyStanding.Withdrawn,
        "SIGNATURE" or "PROVISIONAL_APPLICATION" when standing != TreatyStanding.Party => TreatyStanding.Signatory,
        _ when MakesParty(catalogue, action) => TreatyStanding.Party,
        _ => standing,
    };

    private static int Rank(Catalogue.Catalogue catalogue, TreatyAction action) => action.Action switch
    {
        "WITHDRAWAL" => 3,
        { } step when MakesParty(catalogue, step) => 1,
        "SIGNATURE" or "PROVISIONAL_APPLICATION" => 0,
        _ => 2,
    };

    private static bool MakesParty(Catalogue.Catalogue catalogue, string action) => catalogue.FindCode(action) is TreatyStep { MakesParty: true };
}
