using System.Globalization;

namespace R2P.Schema.Assistance;

/// <summary>What is missing of one need, in the unit in which it is counted. Amounts are decimal text.</summary>
/// <param name="Need">The need, by its key.</param>
/// <param name="Unit">The currency, or what is counted.</param>
/// <param name="Needed">How much is needed.</param>
/// <param name="Offered">How much is offered and not answered yet.</param>
/// <param name="Pledged">How much was pledged by answers that were accepted.</param>
/// <param name="Missing">What is needed, less what was pledged; never below zero.</param>
public sealed record NeedGap(string Need, string Unit, string Needed, string Offered, string Pledged, string Missing)
{
    internal static IReadOnlyList<NeedGap> Of(AssistanceRequest request, IReadOnlyList<AssistanceOffer> offers) =>
    [
        .. request.Body.Needs.Where(need => need.Amount is not null).Select(need =>
        {
            var needed = Number(need.Amount!);
            var pledged = Sum(need, offers.Where(offer => offer is { Answer: OfferAnswer.Accepted, Body.StopReason: null }));
            var offered = Sum(need, offers.Where(offer => offer is { Answer: null, Status: Sharing.DocumentStatus.Open }));
            return new NeedGap(need.Key, need.Unit!, need.Amount!, Text(offered), Text(pledged), Text(Math.Max(0, needed - pledged)));
        }),
    ];

    /// <summary>Only what is pledged for this need and counted in its unit: nothing is converted.</summary>
    private static decimal Sum(Need need, IEnumerable<AssistanceOffer> offers) => offers
        .SelectMany(offer => offer.Body.Pledges)
        .Where(pledge => pledge.Need == need.Key && pledge.Kind == need.Kind && pledge.Unit == need.Unit && pledge.Amount is not null)
        .Sum(pledge => Number(pledge.Amount!));

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
