using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using R2P.GraphQL.AspNetCore.Http;
using R2P.GraphQL.AspNetCore.Sockets;
using R2P.GraphQL.AspNetCore.Sse;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Persisted;

namespace R2P.GraphQL.AspNetCore;

/// <summary>Adds GraphQL to a host's services.</summary>
public static class GraphQLServices
{
    /// <summary>
    /// Adds a GraphQL endpoint's services: the schema of what <paramref name="build"/> names, its executor and its transports. Options are
    /// checked when the host starts. Serve it with <see cref="GraphQLEndpoints.MapGraphQL"/>.
    /// </summary>
    public static IServiceCollection AddGraphQL(this IServiceCollection services, Action<GraphQLBuilder> build)
    {
        services.AddGraphQLTransports();
        var builder = new GraphQLBuilder(services);
        build(builder);
        services.AddSingleton(builder.BuildSchema);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<GraphQLOptions>>().Value);
        services.AddSingleton<TrustedDocuments>();
        services.AddSingleton<IOperationExecutor, OperationExecutor>();
        services.AddHostedService<TrustedDocumentsLoading>();
        return services;
    }

    /// <summary>The transports, before whatever executor there is.</summary>
    internal static IServiceCollection AddGraphQLTransports(this IServiceCollection services)
    {
        services.AddOptions<GraphQLOptions>().ValidateOnStart();
        services.AddOptions<GraphQLTransportOptions>().ValidateOnStart();
        services.TryAddEnumerable([
            ServiceDescriptor.Singleton<IValidateOptions<GraphQLOptions>, OptionsValidation>(),
            ServiceDescriptor.Singleton<IValidateOptions<GraphQLTransportOptions>, OptionsValidation>(),
        ]);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<ISocketAuthenticator, HandshakeAuthenticator>();
        services.TryAddSingleton<TransportFailures>();
        services.TryAddSingleton<DistinctStreams>();
        services.TryAddSingleton<Reservations>();
        services.TryAddSingleton<SharedStreams>();
        services.TryAddSingleton<MultipartResponses>();
        services.TryAddSingleton<BatchTransport>();
        services.TryAddSingleton<HttpTransport>();
        services.TryAddSingleton<SocketTransport>();
        return services;
    }
}
