using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>Two recommendations that ask for the same. Readable by whoever may see both.</summary>
public sealed class DuplicateRecommendation
{
    public Guid OneId { get; init; }

    public Guid OtherId { get; init; }

    public Guid LinkedBy { get; init; }

    public DateTimeOffset LinkedAt { get; init; }
}

/// <summary>Links between recommendations.</summary>
[MutationType]
public static class DuplicateMutations
{
    private const int MaxLinked = 20;

    /// <summary>
    /// Says that recommendations ask for the same. Each reader of one is shown those of the others that they may see, and hears nothing of the rest.
    /// </summary>
    [Authorize]
    public static async Task<RecommendationPayload> LinkDuplicates(LinkDuplicatesInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var office = act.MustActAs(input.Office, "link recommendations", Roles.WhoDecide).OfficeId;
            var recommendations = await FindAsync(act, input.Ids);
            if (!recommendations.Any(recommendation => RecommendationLife.MayLink(act.Viewer, recommendation)))
            {
                throw Refuse.NotAllowed("link recommendations that you neither keep nor answer");
            }

            Guid[] ids = [.. recommendations.Select(recommendation => recommendation.Id)];
            await act.Context.Database.ExecuteSqlAsync(
                $"""
                insert into r2p.duplicate_recommendation (one_id, other_id, linked_by, linked_at)
                select one.id, other.id, {office}, {act.Now}
                from unnest({ids}) one(id) join unnest({ids}) other(id) on one.id < other.id
                on conflict do nothing
                """,
                act.Cancellation);
            foreach (var recommendation in recommendations)
            {
                // The document's readers may not all see the other one: they are not told.
                act.TellUnchanged(ChangeType.RecommendationLinked, recommendation, [ReaderToken.Office(office)]);
            }

            return recommendations[0].Id;
        }));

    private static async Task<Recommendation[]> FindAsync(Act act, IReadOnlyList<Guid> ids)
    {
        var check = new InputCheck();
        check.Count(ids, MaxLinked, "ids");
        if (ids.Distinct().Count() < 2)
        {
            check.Add("Name at least two recommendations.", "ids");
        }

        check.ThrowIfAny();
        var found = await act.Context.Visible<Recommendation>()
            .AsNoTracking()
            .Where(recommendation => ids.Contains(recommendation.Id))
            .ToDictionaryAsync(recommendation => recommendation.Id, act.Cancellation);
        check.AddRange(
            Enumerable.Range(0, ids.Count).Where(i => !found.ContainsKey(ids[i])), "There is no such recommendation, or you may not see it.", "ids");
        check.ThrowIfAny();
        return [.. ids.Distinct().Select(id => found[id])];
    }
}

/// <summary>Reads the links.</summary>
internal static class DuplicateReads
{
    /// <summary>Of each recommendation the others that ask for the same, as far as the viewer may see them.</summary>
    public static async Task<ILookup<Guid, Recommendation>> FindDuplicatesAsync(
        this ReadSession session, IReadOnlyList<Guid> recommendations, int first, CancellationToken cancellation)
    {
        ListBounds.Check(first);
        var links = await session.QueryAsync(
            (db, token) => db.Set<DuplicateRecommendation>()
                .Where(link => recommendations.Contains(link.OneId) || recommendations.Contains(link.OtherId))
                .ToListAsync(token),
            cancellation);
        (Guid Of, Guid Other)[] pairs =
        [
            .. links.OrderBy(link => link.LinkedAt)
                .SelectMany(link => new[] { (link.OneId, link.OtherId), (link.OtherId, link.OneId) })
                .Where(pair => recommendations.Contains(pair.Item1))
                .GroupBy(pair => pair.Item1)
                .SelectMany(of => of.Take(first)),
        ];
        var found = await session.FindAlignedAsync<Recommendation>([.. pairs.Select(pair => pair.Other)], null, cancellation);
        return pairs.Zip(found)
            .Where(pair => pair.Second is not null)
            .OrderBy(pair => pair.Second!.CreatedAt).ThenBy(pair => pair.Second!.Id)
            .ToLookup(pair => pair.First.Of, pair => pair.Second!);
    }
}
