using Microsoft.Extensions.DependencyInjection;

namespace R2P.Schema.Acts;

/// <summary>Registers how acts run.</summary>
internal static class ActServices
{
    public static IServiceCollection AddActs(this IServiceCollection services) => services
        .AddScoped<ActRunner>();
}
