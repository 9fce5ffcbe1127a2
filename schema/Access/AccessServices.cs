using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Access;

/// <summary>Registers who asks, and what they are shown.</summary>
internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<ViewerDirectory>()
        .AddSingleton<FollowingViewers>()
        .AddSingleton<ViewerMemory>()
        .AddSingleton<ReadingRecord>()
        .AddScoped<ViewerScope>()
        .AddScoped(scope => scope.GetRequiredService<ViewerScope>().Viewer)
        .AddScoped(scope => scope.GetRequiredService<ViewerScope>().Open(scope.GetRequiredService<DocumentStore>()))
        .AddScoped<IReadGathering, GatheredReads>()
        .AddSingleton<AccessExplainer>();
}
