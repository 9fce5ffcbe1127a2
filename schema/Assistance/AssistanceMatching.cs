using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>A standing offer that fits a request.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Reasons">What fits; nothing is weighed.</param>
public sealed record AssistanceMatch(AssistanceOffer Offer, IReadOnlyList<AssistanceMatchReason> Reasons);

/// <summary>Something by which an offer fits a request.</summary>
/// <param name="By">By what.</param>
/// <param name="Code">The code of the catalogue that both name.</param>
public sealed record AssistanceMatchReason(AssistanceMatchBy By, string Code);

/// <summary>By what an offer can fit a request.</summary>
public enum AssistanceMatchBy
{
    /// <summary>The form of help.</summary>
    Form,

    /// <summary>The form of civilian help.</summary>
    CivilianForm,

    /// <summary>The roster has the skill that is asked for.</summary>
    RosterSkill,

    /// <summary>An inhibitor.</summary>
    Inhibitor,
}

/// <summary>Which standing offers fit a request.</summary>
internal static class AssistanceMatching
{
    private const int MostOffers = 200;

    public static async Task<IReadOnlyList<AssistanceMatch>> FindAsync(ReadSession session, AssistanceRequest request, CancellationToken cancellation)
    {
        var (form, inhibitors, country) = (request.Form, request.Inhibitors, request.Country);
        var offers = await session.QueryAsync(
            (db, token) => db.Visible<AssistanceOffer>()
                .Where(offer => offer.RequestId == null && offer.Status == DocumentStatus.Open && offer.OwnerId != request.OwnerId
                    && (offer.Country == null || offer.Country == country)
                    && (offer.Form == form || offer.Inhibitors.Any(inhibitor => inhibitors.Contains(inhibitor))))
                .OrderBy(offer => offer.PublishedAt).ThenBy(offer => offer.Id)
                .Take(MostOffers).ToListAsync(token),
            cancellation);
        return [.. offers.Select(offer => new AssistanceMatch(offer, [.. ReasonsOf(request, offer)]))];
    }

    private static IEnumerable<AssistanceMatchReason> ReasonsOf(AssistanceRequest request, AssistanceOffer offer)
    {
        if (offer.Form == request.Form)
        {
            yield return new AssistanceMatchReason(AssistanceMatchBy.Form, offer.Form);
        }

        if (request.CivilianForm is { } civilian)
        {
            if (offer.CivilianForms.Contains(civilian))
            {
                yield return new AssistanceMatchReason(AssistanceMatchBy.CivilianForm, civilian);
            }

            if (offer.Body.Roster.Exists(entry => entry.Skill == civilian))
            {
                yield return new AssistanceMatchReason(AssistanceMatchBy.RosterSkill, civilian);
            }
        }

        foreach (var inhibitor in request.Inhibitors.Intersect(offer.Inhibitors))
        {
            yield return new AssistanceMatchReason(AssistanceMatchBy.Inhibitor, inhibitor);
        }
    }
}
