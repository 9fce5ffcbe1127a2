using Microsoft.Extensions.DependencyInjection;

namespace R2P.Schema.Statistics;

/// <summary>Registers the figures over several States.</summary>
internal static class StatisticsServices
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services.AddScoped<Figures>();
}
