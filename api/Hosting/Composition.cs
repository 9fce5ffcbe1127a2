using Microsoft.Extensions.DependencyInjection.Extensions;
using R2P.Api.Authentication;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.AspNetCore;
using R2P.Schema;
using R2P.Schema.Attachments;
using R2P.Schema.Transfer;

namespace R2P.Api.Hosting;

/// <summary>What the service is made of.</summary>
internal static class Composition
{
    public const string GraphQLPath = "/graphql";

    public static WebApplication Build(
        WebApplicationBuilder builder, ServiceOptions options, DocumentStoreOptions connections, Logging logging)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(System.Net.IPAddress.Loopback, options.Port);
        });

        // A message goes to the system within the call that sends it: without a thread to hand it over to, it costs half as much.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.Replace(ServiceDescriptor.Singleton(logging.Factory));
        builder.Services.AddSingleton(options);
        builder.Services.AddBearerAuthentication(options);
        builder.Services.AddDocuments(_ => connections);
        builder.Services.AddNetwork();
        builder.Services.AddGraphQL(graphql => graphql
            .AddNetwork()
            .Configure(limits => limits.Introspection =
                options.Introspection ?? (builder.Environment.IsDevelopment() ? IntrospectionPolicy.Everyone : IntrospectionPolicy.SignedIn))
            .AddSocketAuthenticator<SocketAuthenticator>()
            .ConfigureRequests(options.GraphQL)
            .ConfigureTransports(transports => options.AllowedOrigins.ToList().ForEach(transports.AllowedOrigins.Add)));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Ready]);

        var app = builder.Build();
        app.UseRequestSpans();
        app.UseAuthentication();
        app.UseInvalidTokenRefusal();
        app.MapGraphQL(GraphQLPath);
        app.MapExport($"{GraphQLPath}/export");
        app.MapImport();
        app.MapAttachments();
        app.MapHealth();
        return app;
    }
}
