using Microsoft.Extensions.DependencyInjection;

namespace R2P.Schema.SampleNetwork;

/// <summary>Registers the sample network.</summary>
internal static class SampleNetworkServices
{
    public static IServiceCollection AddSampleNetwork(this IServiceCollection services) => services
        .AddSingleton<SampleNetworkLoader>();
}
