using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Types.Scalars;

namespace R2P.GraphQL.Types.Building;

/// <summary>
/// Builds a schema from C# types: static classes marked <see cref="QueryTypeAttribute"/>, <see cref="MutationTypeAttribute"/> or
/// <see cref="SubscriptionTypeAttribute"/> give the roots, everything that their methods lead to is inferred.
/// </summary>
/// <param name="services">Tells which parameters of resolver methods are services.</param>
public sealed class SchemaBuilder(IServiceProviderIsService services)
{
    private readonly List<Type> _types = [];
    private readonly List<ScalarType> _scalars = [];
    private readonly List<IParameterBinder> _binders = [];

    /// <summary>What the service is for; the schema's description.</summary>
    public string? Description { get; set; }

    /// <summary>Whether clients may ask for parts of a response later, by <c>@defer</c> and <c>@stream</c>.</summary>
    public bool IncrementalDelivery { get; set; }

    private IReadOnlyList<DirectiveDefinition> BuiltInDirectives => IncrementalDelivery
        ? [SpecifiedDirectives.Defer, SpecifiedDirectives.Stream, .. SpecifiedDirectives.All]
        : SpecifiedDirectives.All;

    /// <summary>Reads every type of the assembly.</summary>
    public SchemaBuilder AddAssembly(Assembly assembly)
    {
        _types.AddRange(assembly.GetTypes());
        return this;
    }

    /// <summary>Reads one type: a resolver class, or a class that stands behind an interface or union.</summary>
    public SchemaBuilder AddType(Type type)
    {
        _types.Add(type);
        return this;
    }

    /// <summary>Adds a scalar for its C# type. It is part of the schema if something uses that type.</summary>
    public SchemaBuilder AddScalar(ScalarType scalar)
    {
        _scalars.Add(scalar);
        return this;
    }

    /// <summary>Adds a source of resolver parameters.</summary>
    public SchemaBuilder AddParameterBinder(IParameterBinder binder)
    {
        _binders.Add(binder);
        return this;
    }

    /// <summary>Builds and checks the schema.</summary>
    /// <exception cref="SchemaException">The types don't make a valid schema; every error is listed with its C# member.</exception>
    public GraphQLSchema Build()
    {
        var resolvers = new ResolverClasses(_types);
        var types = new TypeRegistry([.. _scalars, .. CustomScalars.All], resolvers, services, _binders);
        var roots = new RootTypes(types);
        var nodes = new NodeTypes(types, services.IsService(typeof(IPastNodes)));
        var query = roots.Add<QueryTypeAttribute>("Query");
        var mutation = roots.Add<MutationTypeAttribute>("Mutation");
        var subscription = roots.Add<SubscriptionTypeAttribute>("Subscription");
        nodes.Collect();
        foreach (var type in resolvers.Declared)
        {
            Declare(type, types);
        }

        foreach (var type in resolvers.Having<DirectiveTypeAttribute>())
        {
            types.Directives.Of(type);
        }

        types.Finish();
        InterfaceLinks.Add(types);
        nodes.Complete(query);
        if (query is null)
        {
            types.Errors.Insert(0, new SchemaError("Query root type must be provided: a static class marked [QueryType].", null));
        }

        ThrowIfAny(types.Errors);
        DirectiveDefinition[] directives = [.. types.Directives.All, .. BuiltInDirectives];
        var schema = new GraphQLSchema(query!, mutation, subscription, Ordered(types, directives), directives) { Description = Description };
        ThrowIfAny(SchemaValidator.Validate(schema));
        types.Close();
        return schema;
    }

    private static void Declare(Type type, TypeRegistry types)
    {
        if (type.GetCustomAttribute<InputTypeAttribute>() is not null)
        {
            types.NamedInput(type, type.Origin());
        }
        else
        {
            types.NamedOutput(type, type.Origin());
        }
    }

    /// <summary>The roots first, then the rest by name: the printed schema stays the same when code moves.</summary>
    private static IReadOnlyList<NamedType> Ordered(TypeRegistry types, IEnumerable<DirectiveDefinition> directives)
    {
        var ordered = types.All
            .OrderBy(type => type.Name switch { "Query" => 0, "Mutation" => 1, "Subscription" => 2, _ => 3 })
            .ThenBy(type => type.Name, StringComparer.Ordinal);
        return ReferencedTypes.Collect([.. ordered], directives);
    }

    private static void ThrowIfAny(IReadOnlyList<SchemaError> errors)
    {
        if (errors.Count > 0)
        {
            throw new SchemaException(errors);
        }
    }
}
