using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using R2P.GraphQL.AspNetCore.Sockets;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Persisted;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.AspNetCore;

/// <summary>Says what a GraphQL endpoint is made of.</summary>
public sealed class GraphQLBuilder
{
    private readonly List<Action<SchemaBuilder>> _schema = [];

    internal GraphQLBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services, for features that bring their own.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Reads the types of the schema from an assembly (see <see cref="SchemaBuilder.AddAssembly"/>).</summary>
    public GraphQLBuilder AddAssembly(Assembly assembly) => ConfigureSchema(schema => schema.AddAssembly(assembly));

    /// <summary>Reads one type of the schema.</summary>
    public GraphQLBuilder AddType(Type type) => ConfigureSchema(schema => schema.AddType(type));

    /// <summary>Adds a scalar for its C# type.</summary>
    public GraphQLBuilder AddScalar(ScalarType scalar) => ConfigureSchema(schema => schema.AddScalar(scalar));

    /// <summary>Adds a source of resolver parameters.</summary>
    public GraphQLBuilder AddParameterBinder(IParameterBinder binder) =>
        ConfigureSchema(schema => schema.AddParameterBinder(binder));

    /// <summary>Lets clients ask for parts of a response later: <c>@defer</c> and <c>@stream</c>.</summary>
    public GraphQLBuilder AddIncrementalDelivery() => ConfigureSchema(schema => schema.IncrementalDelivery = true);

    /// <summary>Any other step of building the schema.</summary>
    public GraphQLBuilder ConfigureSchema(Action<SchemaBuilder> configure)
    {
        _schema.Add(configure);
        return this;
    }

    /// <summary>Prepares the scope of every operation; one instance per scope, in the order in which they are added.</summary>
    public GraphQLBuilder AddInterceptor<T>()
        where T : class, IOperationInterceptor
    {
        Services.TryAddEnumerable(ServiceDescriptor.Scoped<IOperationInterceptor, T>());
        return this;
    }

    /// <summary>Says who opens a socket, by the payload of <c>connection_init</c>; without it, it is the user of the handshake's request.</summary>
    public GraphQLBuilder AddSocketAuthenticator<T>()
        where T : class, ISocketAuthenticator
    {
        Services.Replace(ServiceDescriptor.Scoped<ISocketAuthenticator, T>());
        return this;
    }

    /// <summary>Adds a place where documents are registered; it is read when the host starts.</summary>
    public GraphQLBuilder AddDocuments(IDocumentRegistry registry)
    {
        Services.AddSingleton(registry);
        return this;
    }

    /// <summary>The same, for a place that needs services of the host. Who knows that it has changed calls <see cref="TrustedDocuments.LoadAsync"/>.</summary>
    public GraphQLBuilder AddDocuments<T>()
        where T : class, IDocumentRegistry
    {
        Services.AddSingleton<IDocumentRegistry, T>();
        return this;
    }

    /// <summary>Sets what a request may cost.</summary>
    public GraphQLBuilder Configure(Action<GraphQLOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Sets how the endpoint treats its clients' sockets.</summary>
    public GraphQLBuilder ConfigureTransports(Action<GraphQLTransportOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    internal GraphQLSchema BuildSchema(IServiceProvider services)
    {
        var schema = new SchemaBuilder(services.GetRequiredService<IServiceProviderIsService>());
        foreach (var step in _schema)
        {
            step(schema);
        }

        return schema.Build();
    }
}
