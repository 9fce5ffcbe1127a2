using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>
/// Global object identification: the interface <c>Node</c> for the types that have a <see cref="NodeResolverAttribute"/> method, and the query
/// fields <c>node</c> and <c>nodes</c> that find them by id, as they are or, where a service knows that (<see cref="IPastNodes"/>), as they were: by
/// <c>nodes</c> only, for Relay's specification gives <c>node</c> exactly one argument.
/// </summary>
internal sealed class NodeTypes(TypeRegistry types, bool hasPast)
{
    private const int MaxNodes = 100;
    private const string Moment = "asOf";
    private readonly Dictionary<string, NodeType> _nodes = new(StringComparer.Ordinal);

    /// <summary>Finds the node types, before the registry finishes.</summary>
    public void Collect()
    {
        foreach (var method in types.Resolvers.NodeResolvers)
        {
            Add(method);
        }
    }

    /// <summary>Adds the interface to the finished types, and the fields to the query root.</summary>
    public void Complete(ObjectType? query)
    {
        if (_nodes.Count == 0)
        {
            return;
        }

        var id = new NonNullType(types.Use(SpecifiedScalars.Id));
        var node = types.Add(new InterfaceType("Node") { Description = "An object that can be found by its `id`." });
        node.Fields.Add("id", new FieldDefinition("id", id) { Description = "The object's id, unique across all types." });
        Implement(node);
        query?.Fields.TryAdd("node", new FieldDefinition("node", node)
        {
            Description = "The object of that id; null if there is none that the caller may see.",
            Arguments = { ["id"] = new InputFieldDefinition("id", id) { Description = "The object's id." } },
            Resolver = new BatchResolver(LoadOne),
        });
        query?.Fields.TryAdd("nodes", new FieldDefinition("nodes", new NonNullType(new ListType(node)))
        {
            Description = $"The objects of those ids, in their order; null for an id of which there is none that the caller may see. At most {MaxNodes} ids.",
            Arguments = WithMoment(new("ids", new NonNullType(new ListType(id))) { Description = "The objects' ids." }),
            ListSize = new ListSize { SlicingArguments = ["ids"], RequireOneSlicingArgument = false, MaxSize = MaxNodes },
            Resolver = new BatchResolver(LoadMany),
        });
    }

    private OrderedDictionary<string, InputFieldDefinition> WithMoment(InputFieldDefinition ids)
    {
        var arguments = new OrderedDictionary<string, InputFieldDefinition>(StringComparer.Ordinal) { [ids.Name] = ids };
        if (hasPast)
        {
            arguments.Add(Moment, new InputFieldDefinition(Moment, types.Input(typeof(DateTimeOffset), nullable: true))
            {
                Description =
                    "As it stood at this moment, if the caller may see today how it stood; null for what keeps no past. As it stands now if not given.",
            });
        }

        return arguments;
    }

    private void Add(MethodInfo method)
    {
        var origin = method.Origin();
        if (NodeLoader.Compile(method, types) is not { } loader)
        {
            types.Errors.Add(new SchemaError(
                "A node resolver takes IReadOnlyList<Guid> ids, besides services only, and returns a task of one result per id in order, "
                + "or of a dictionary by id.",
                origin));
        }
        else if (types.NamedOutput(loader.ClrType, origin) is not ObjectType type)
        {
            types.Errors.Add(new SchemaError($"A node resolver finds objects of one class; {loader.ClrType.Name} is none.", origin));
        }
        else if (!_nodes.TryAdd(type.Name, new NodeType(type, loader)))
        {
            types.Errors.Add(new SchemaError($"{type.Name} already has a node resolver.", origin));
        }
    }

    /// <summary>An interface of which every object is a node is one too.</summary>
    private void Implement(InterfaceType node)
    {
        foreach (var type in _nodes.Values.Select(known => known.Type))
        {
            type.Interfaces.Insert(0, node);
        }

        foreach (var @interface in types.All.OfType<InterfaceType>().Where(type => type != node && type.Fields.ContainsKey("id")))
        {
            var implementers = types.All.OfType<ObjectType>().Where(type => type.Interfaces.Contains(@interface)).ToList();
            if (implementers.Count > 0 && implementers.TrueForAll(type => _nodes.ContainsKey(type.Name)))
            {
                @interface.Interfaces.Insert(0, node);
            }
        }
    }

    private async ValueTask LoadOne(FieldContext context)
    {
        var found = await Load(context, [(string)context.Arguments[0]!]);
        Array.Fill(context.Results, found[0], 0, context.Parents.Count);
    }

    private async ValueTask LoadMany(FieldContext context)
    {
        var ids = Array.ConvertAll((object?[])context.Arguments[0]!, id => (string)id!);
        if (ids.Length > MaxNodes)
        {
            throw new GraphQLException($"\"ids\" takes at most {MaxNodes} ids, found {ids.Length}.", ErrorCodes.BadUserInput);
        }

        var found = hasPast && context.Arguments[Moment] is DateTimeOffset moment ? await Recall(context, ids, moment) : await Load(context, ids);
        Array.Fill(context.Results, found, 0, context.Parents.Count);
    }

    private static async Task<object?[]> Recall(FieldContext context, string[] texts, DateTimeOffset moment)
    {
        var ids = Array.ConvertAll(texts, text => NodeId.TryParse(text, out var id) ? id : (NodeId?)null);
        return [.. await context.Services.GetRequiredService<IPastNodes>().FindAsync(ids, moment, context.Cancellation)];
    }

    /// <summary>Calls each type's resolver once, all of them started before the first is awaited.</summary>
    private async Task<object?[]> Load(FieldContext context, string[] texts)
    {
        var found = new object?[texts.Length];
        var byType = texts.Index()
            .Select(text => (text.Index, IsId: NodeId.TryParse(text.Item, out var id), Id: id))
            .Where(entry => entry.IsId && _nodes.ContainsKey(entry.Id.TypeName))
            .GroupBy(entry => entry.Id.TypeName, StringComparer.Ordinal);
        var loading = byType.Select(async sameType =>
        {
            var entries = sameType.ToList();
            var ids = entries.Select(entry => entry.Id.Id).Distinct().ToList();
            var objects = await _nodes[sameType.Key].LoadAsync(context, ids);
            foreach (var entry in entries)
            {
                found[entry.Index] = objects[ids.IndexOf(entry.Id.Id)];
            }
        });
        await Task.WhenAll(loading);
        return found;
    }

    private sealed record NodeType(ObjectType Type, NodeLoader Loader)
    {
        /// <summary>Finds objects; what is selected of them is asked meanwhile, as far as it may be.</summary>
        public Task<object?[]> LoadAsync(FieldContext context, IReadOnlyList<Guid> ids)
        {
            var loading = Loader.Load(context, ids);
            if (Type.Fields["id"].Reads is [var key])
            {
                context.AskAhead(Type, key, ids);
            }

            return loading;
        }
    }
}
