using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Alerts;
using R2P.Schema.Assessments;
using R2P.Schema.Assistance;
using R2P.Schema.Attachments;
using R2P.Schema.Catalogue;
using R2P.Schema.Changes;
using R2P.Schema.Consultations;
using R2P.Schema.Contributions;
using R2P.Schema.Excerpts;
using R2P.Schema.Exchanges;
using R2P.Schema.GuidanceLibrary;
using R2P.Schema.Inbox;
using R2P.Schema.Institutions;
using R2P.Schema.Lessons;
using R2P.Schema.Meetings;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Peers;
using R2P.Schema.Practices;
using R2P.Schema.Recalls;
using R2P.Schema.Recommendations;
using R2P.Schema.SampleNetwork;
using R2P.Schema.SavedFilters;
using R2P.Schema.Search;
using R2P.Schema.Sharing;
using R2P.Schema.Statistics;
using R2P.Schema.Strategies;
using R2P.Schema.Transfer;
using R2P.Schema.TreatyActions;

namespace R2P.Schema;

/// <summary>Registers the network's domain with the host and with GraphQL.</summary>
public static class SchemaServices
{
    /// <summary>Adds what resolvers need: the viewer, one read session per operation, the acts, and every room's own: each registers itself.</summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddCatalogue();
        services.AddAccess();
        services.AddActs();
        services.AddSharing();
        services.AddMembers();
        services.AddAssessments();
        services.AddContributions();
        services.AddPeers();
        services.AddPractices();
        services.AddLessons();
        services.AddAlerts();
        services.AddAssistance();
        services.AddChanges();
        services.AddSearch();
        services.AddPeerReviews();
        services.AddRecommendations();
        services.AddStrategies();
        services.AddGuidance();
        services.AddSampleNetwork();
        services.AddRecalls();
        services.AddExcerpts();
        services.AddAttachments();
        services.AddTransfer();
        services.AddInbox();
        services.AddStatistics();
        services.AddSavedFilters();
        services.AddExchanges();
        services.AddConsultations();
        services.AddMeetings();
        services.AddTreatyActions();
        services.AddInstitutions();
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
        await services.GetRequiredService<CatalogueNames>().LoadAsync(cancellation);
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
