using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>How recommendations come on record.</summary>
[MutationType]
public static class RecommendationRecording
{
    private static readonly Role[] WhoRecord =
        [Role.NationalFocalPoint, Role.NationalContributor, Role.RegionalFocalPoint, Role.NetworkSecretariat];

    /// <summary>Puts a recommendation on record, as received.</summary>
    [Authorize]
    public static async Task<RecommendationPayload> RecordRecommendation(
        RecordRecommendationInput input, ActRunner acts, RecommendationRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = MustRecord(act, input.Office, input.Audience);
            var state = await Publication.StateOfAsync(act, author.OfficeId);
            var recommendation = RecommendationContent.Create(act, author.OfficeId, state, input);
            var check = new InputCheck();
            rules.CheckSession(check, input.Mechanism, input.Symbol, input.Cycle, input.Session, input.Language);
            rules.Check(check, recommendation, state);
            DocumentRules.Summary(check, input.Summary);
            check.ThrowIfAny();
            await AddAsync(act, publication, author.OfficeId, [recommendation], input.Audience, input.Handling);
            return recommendation.Id;
        }));

    /// <summary>Puts the recommendations of one session on record, all of them or none; every error names the place of its recommendation.</summary>
    [Authorize]
    public static async Task<RecommendationsPayload> ImportRecommendations(
        ImportRecommendationsInput input, ActRunner acts, RecommendationRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = MustRecord(act, input.Office, input.Audience);
            var state = await Publication.StateOfAsync(act, author.OfficeId);
            var import = act.NewId();
            Recommendation[] recommendations =
            [
                .. input.Recommendations.Select((entry, place) => RecommendationContent.Create(act, author.OfficeId, state, (import, place), input, entry)),
            ];
            Check(rules, input, recommendations, state);
            await AddAsync(act, publication, author.OfficeId, recommendations, input.Audience, input.Handling);
            return import;
        }));

    private static ViewerAppointment MustRecord(Act act, Guid? office, AudienceInput? audience)
    {
        var author = act.MustActAs(office, "record a recommendation", WhoRecord);
        if (audience is not null)
        {
            act.MustActFor(author.OfficeId, "share a recommendation", Roles.WhoDecide);
        }

        return author;
    }

    private static async Task AddAsync(
        Act act, Publication publication, Guid office, Recommendation[] recommendations, AudienceInput? audience, HandlingInput? handling)
    {
        if (audience is not null)
        {
            await publication.ShareAsync(act, office, recommendations, audience, handling);
        }

        foreach (var recommendation in recommendations)
        {
            recommendation.PublishedAt = audience is null ? null : act.Now;
            act.Context.Add(recommendation);
            act.Tell(ChangeType.RecommendationRecorded, recommendation);
        }
    }

    private static void Check(RecommendationRules rules, ImportRecommendationsInput input, Recommendation[] recommendations, string? state)
    {
        var check = new InputCheck();
        if (recommendations is [])
        {
            check.Add("Name at least one recommendation.", "recommendations");
        }

        check.Count(recommendations, RecommendationRules.MaxImport, "recommendations");
        rules.CheckSession(check, input.Mechanism, input.Symbol, input.Cycle, input.Session, input.Language);
        for (var i = 0; i < Math.Min(recommendations.Length, RecommendationRules.MaxImport); i++)
        {
            rules.Check(check, recommendations[i], state, "recommendations", $"{i}");
        }

        var twice = recommendations
            .Index()
            .Where(entry => entry.Item.Paragraph is not null)
            .GroupBy(entry => (entry.Item.Country, entry.Item.Paragraph))
            .SelectMany(group => group.Skip(1));
        foreach (var (i, recommendation) in twice)
        {
            check.Add($"Paragraph {recommendation.Paragraph} is given more than once for {recommendation.Country}.", "recommendations", $"{i}", "paragraph");
        }

        check.ThrowIfAny();
    }
}

/// <summary>What an import of recommendations came to.</summary>
public sealed class RecommendationsPayload(ActResult result) : ActPayload(result);
