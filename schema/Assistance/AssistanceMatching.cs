using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Assessments;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>A standing offer that fits a request, or what an assessment says is needed.</summary>
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

/// <summary>Which standing offers fit a request, or what an assessment says is needed.</summary>
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

    /// <summary>
    /// The standing offers that fit what assessments of the viewer's own offices say is needed; of others' assessments nobody looks for help.
    /// </summary>
    public static async Task<IReadOnlyList<IReadOnlyList<AssistanceMatch>>> FindAsync(
        ReadSession session, Viewer viewer, IReadOnlyList<Assessment> assessments, CancellationToken cancellation)
    {
        InhibitorRating[][] needs =
        [
            .. assessments.Select(assessment => viewer.ActsFor(assessment.OwnerId) is null
                ? []
                : assessment.Inhibitors.Where(rating => rating.Need is not null || rating.AssistanceForms is not []).ToArray()),
        ];
        string[] forms = [.. needs.SelectMany(ratings => ratings).SelectMany(rating => rating.AssistanceForms).Distinct()];
        string[] inhibitors = [.. needs.SelectMany(ratings => ratings).Select(rating => rating.Inhibitor).Distinct()];
        if (inhibitors is [])
        {
            return [.. assessments.Select(_ => Array.Empty<AssistanceMatch>())];
        }

        return await session.QueryAsync(
            async (db, token) =>
            {
                var offers = await db.ReadAheadAsync(
                    db.Visible<AssistanceOffer>()
                        .Where(offer => offer.RequestId == null && offer.Status == DocumentStatus.Open
                            && (forms.Contains(offer.Form) || offer.Inhibitors.Any(inhibitor => inhibitors.Contains(inhibitor))))
                        .OrderBy(offer => offer.PublishedAt).ThenBy(offer => offer.Id)
                        .Take(MostOffers),
                    RowColumns.All,
                    byKey: false,
                    token);
                AssistanceMatch[][] matches = [.. assessments.Select((assessment, place) => Fitting(assessment, needs[place], offers))];
                db.NoteRead(matches.SelectMany(found => found).Select(match => match.Offer));
                return matches;
            },
            cancellation);
    }

    private static AssistanceMatch[] Fitting(Assessment assessment, InhibitorRating[] needs, IReadOnlyList<AssistanceOffer> offers)
    {
        var forms = needs.SelectMany(rating => rating.AssistanceForms).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from offer in offers
               where offer.OwnerId != assessment.OwnerId && (offer.Country is null || offer.Country == assessment.Country)
               let reasons = (AssistanceMatchReason[])
               [
                   .. forms.Contains(offer.Form) ? [new AssistanceMatchReason(AssistanceMatchBy.Form, offer.Form)] : Array.Empty<AssistanceMatchReason>(),
                   .. needs.Select(rating => rating.Inhibitor).Intersect(offer.Inhibitors)
                       .Select(inhibitor => new AssistanceMatchReason(AssistanceMatchBy.Inhibitor, inhibitor)),
               ]
               where reasons is not []
               select new AssistanceMatch(offer, reasons),
        ];
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
