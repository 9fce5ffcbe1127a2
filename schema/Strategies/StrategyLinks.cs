using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;
using R2P.Schema.Members;
using R2P.Schema.Recommendations;

namespace R2P.Schema.Strategies;

/// <summary>What the actions of a strategy may point to.</summary>
internal static class StrategyLinks
{
    /// <summary>Actions are given to offices of the same party, and carry out recommendations that their author may see.</summary>
    public static async Task CheckAsync(Act act, InputCheck check, Guid owner, IReadOnlyList<StrategyActionInput>? actions)
    {
        if (actions is null)
        {
            return;
        }

        var offices = await OfficesOfPartyAsync(act, owner);
        Guid[] wanted = [.. actions.SelectMany(action => action.Recommendations ?? []).Distinct()];
        var recommendations = await act.Context.Visible<Recommendation>()
            .Where(recommendation => wanted.Contains(recommendation.Id))
            .Select(recommendation => recommendation.Id)
            .ToListAsync(act.Cancellation);
        for (var i = 0; i < actions.Count; i++)
        {
            if (actions[i].Office is { } office && !offices.Contains(office))
            {
                check.Add("Must be an office of the same State or organization.", "actions", $"{i}", "office");
            }

            var linked = actions[i].Recommendations ?? [];
            check.AddRange(
                Enumerable.Range(0, linked.Count).Where(place => !recommendations.Contains(linked[place])),
                "There is no such recommendation, or you may not see it.",
                "actions",
                $"{i}",
                "recommendations");
        }
    }

    private static Task<List<Guid>> OfficesOfPartyAsync(Act act, Guid owner) =>
        (from own in act.Context.Readable<Office>()
         where own.Id == owner
         join office in act.Context.Readable<Office>() on own.PartyId equals office.PartyId
         select office.Id).ToListAsync(act.Cancellation);
}
