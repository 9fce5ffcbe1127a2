using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.AspNetCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Assessments;
using R2P.Schema.Catalogue;
using R2P.Schema.Changes;
using R2P.Schema.GuidanceLibrary;
using R2P.Schema.Inbox;
using R2P.Schema.Lessons;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Practices;
using R2P.Schema.Recommendations;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;
using R2P.Schema.Strategies;

namespace R2P.Schema;

/// <summary>Registers the network's domain with the host and with GraphQL.</summary>
public static class SchemaServices
{
    /// <summary>Adds what resolvers need: the viewer, one read session per operation, the acts, and every feature's mapping and rules.</summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddSingleton(Catalogue.Catalogue.BuiltIn);
        services.AddSingleton<ViewerDirectory>();
        services.AddSingleton<ViewerMemory>();
        services.AddScoped<ViewerScope>();
        services.AddScoped(scope => scope.GetRequiredService<ViewerScope>().Viewer);
        services.AddScoped(scope => scope.GetRequiredService<DocumentStore>().OpenRead(scope.GetRequiredService<Viewer>().Access));
        services.AddScoped<ActRunner>();
        services.AddScoped<DocumentLists>();
        services.AddSingleton<SharedDocuments>();
        services.AddSingleton<DocumentRules>();
        services.AddSingleton<Publication>();
        services.AddSingleton<AccessExplainer>();
        services.AddSingleton<IDocumentMapping, MembersMapping>();
        services.AddSingleton<IDocumentMapping, DocumentRevisionMapping>();
        services.AddSingleton<IDocumentMapping, AssessmentMapping>();
        services.AddSingleton<AssessmentRules>();
        services.AddSingleton(AssessmentMapping.Store);
        services.AddSingleton<IDocumentMapping, PracticeMapping>();
        services.AddSingleton<PracticeRules>();
        services.AddSingleton(PracticeMapping.Store);
        services.AddHostedService<PracticeUpkeep>();
        services.AddSingleton<IDocumentMapping, LessonMapping>();
        services.AddSingleton<LessonRules>();
        services.AddSingleton(LessonMapping.Store);
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<EventAudiences>();
        services.AddSingleton<ChangeRelays>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<IDocumentMapping, PeerReviewMapping>();
        services.AddSingleton<Signatures>();
        services.AddRecommendations();
        services.AddStrategies();
        services.AddGuidance();
        services.AddSingleton<ReferenceParties>();
        services.AddSingleton<SampleNetworkLoader>();
        services.AddInbox();
        return services;
    }

    /// <summary>Loads what an empty database needs: the catalogue's parties, and the sample network where it is wanted.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="sampleIssuer">Who issues the personas' tokens; null leaves the sample network out.</param>
    /// <param name="cancellation">Gives up; what was not finished is begun afresh next time.</param>
    public static async Task LoadNetworkAsync(
        this IServiceProvider services, string? sampleIssuer, CancellationToken cancellation = default)
    {
        await services.GetRequiredService<ReferenceParties>().LoadAsync(cancellation);
        if (sampleIssuer is not null)
        {
            await services.GetRequiredService<SampleNetworkLoader>().LoadAsync(sampleIssuer, cancellation);
        }
    }

    /// <summary>Adds the network's types to the GraphQL schema.</summary>
    public static GraphQLBuilder AddNetwork(this GraphQLBuilder graphql) => graphql
        .AddAssembly(typeof(SchemaServices).Assembly)
        .AddIncrementalDelivery()
        .AddScalar(new CountryCodeScalar(Catalogue.Catalogue.BuiltIn))
        .AddInterceptor<ViewerInterceptor>();
}
