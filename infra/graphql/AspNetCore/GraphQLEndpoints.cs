using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using R2P.GraphQL.AspNetCore.Http;
using R2P.GraphQL.AspNetCore.Sockets;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.AspNetCore;

/// <summary>Serves GraphQL from an ASP.NET Core host.</summary>
public static class GraphQLEndpoints
{
    /// <summary>
    /// Serves GraphQL over HTTP (POST, GET), over server-sent events (graphql-sse, both modes) and over WebSocket (graphql-transport-ws) at
    /// <paramref name="path"/>, and the schema as text at <c>{path}/schema.graphql</c>. The schema is built here, so that an error in it stops the start.
    /// </summary>
    /// <exception cref="InvalidOperationException">The services of GraphQL were not added.</exception>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path)
    {
        var services = endpoints.ServiceProvider;
        var http = services.GetService<HttpTransport>() ?? throw new InvalidOperationException(
            "The services of GraphQL are missing. Add this line before the application is built: "
            + "builder.Services.AddGraphQL(graphql => graphql.AddAssembly(typeof(Program).Assembly));");
        var sockets = services.GetRequiredService<SocketTransport>();
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(context => context.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(context) : http.HandleAsync(context));

        var group = endpoints.MapGroup(path);
        group.Map("", pipeline.Build()).WithDisplayName("GraphQL");
        var schema = new SchemaDocument(
            services.GetRequiredService<IOperationExecutor>().Schema, services.GetRequiredService<IOptions<GraphQLOptions>>().Value);
        group.MapMethods("schema.graphql", [HttpMethods.Get, HttpMethods.Head], schema.AnswerAsync).WithDisplayName("GraphQL schema");
        return group;
    }
}
