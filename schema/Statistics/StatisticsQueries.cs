using R2P.GraphQL;

namespace R2P.Schema.Statistics;

/// <summary>Figures in queries.</summary>
[QueryType]
public static class StatisticsQueries
{
    /// <summary>Figures over the States of a region, an organization or a network; null if there is no such.</summary>
    /// <param name="of">Which States.</param>
    /// <param name="figures">Reads.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<RegionalStatistics?> StatisticsAsync(StatisticsScopeInput of, Figures figures, CancellationToken cancellation) =>
        await figures.StatesOfAsync(of, cancellation) is { Count: > 0 } states ? await figures.OverAsync(states, cancellation) : null;
}
