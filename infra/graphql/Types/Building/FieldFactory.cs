using System.Reflection;
using System.Text.Json;

namespace R2P.GraphQL.Types.Building;

/// <summary>Makes fields (§3.6) of C# properties and resolver methods.</summary>
internal sealed class FieldFactory(TypeRegistry types, ParameterBinding parameters)
{
    /// <summary>A property of the type's own class.</summary>
    public FieldDefinition FromProperty(PropertyInfo property, FieldsType owner, Type clrType)
    {
        var origin = property.Origin();
        var shape = types.ShapeOf(property);
        var id = property.Find<IDAttribute>();
        var member = property.Find<JsonMemberAttribute>();
        var type = types.Output(shape.Awaited, origin, id is not null);
        return new FieldDefinition(SchemaNames.OfField(property), type)
        {
            Description = types.Describe(property),
            DeprecationReason = property.DeprecationReason(),
            Authorization = MemberAnnotations.Authorization([property, .. Restricting(clrType)], message => Report(message, origin)),
            AppliedDirectives = types.Directives.AppliedTo(DirectiveLocation.FieldDefinition, origin, property),
            Cost = owner is ObjectType ? property.Find<CostAttribute>()?.Weight : null,
            ListSize = property.Find<ListSizeAttribute>()?.ToListSize(),
            Origin = origin,
            Reads = ComputedFrom(property, clrType) ?? [member?.Of ?? property.Name],
            StoredMember = member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            StoredName = property.CanWrite && id is null ? JsonNamingPolicy.CamelCase.ConvertName(property.Name) : null,
            Resolver = IsResolved(owner) ? new PropertyCompiler(property, shape, IdTypeOf(id, owner, shape, origin)).Compile(type) : null,
        };
    }

    /// <summary>A static method of a resolver class; <paramref name="clrType"/> is null for a root type.</summary>
    public FieldDefinition FromMethod(MethodInfo method, FieldsType owner, Type? clrType, bool isStream = false)
    {
        var origin = method.Origin();
        var name = SchemaNames.OfField(method);
        var batch = BatchParameter.Of(method);
        var result = MethodResult.Of(types.ShapeOf(method.ReturnParameter), batch, isStream, message => Report(message, origin));
        var convention = new FieldConvention(method, name, result.Value.Type, types);
        foreach (var attribute in method.GetCustomAttributes<FieldConventionAttribute>())
        {
            attribute.Apply(convention);
        }

        var call = parameters.Bind(method, convention, batch, clrType);
        var id = method.GetCustomAttribute<IDAttribute>();
        var type = convention.Type ?? result.TypeOf(shape => types.Output(shape, origin, id is not null));
        type = result.Form != ResultForm.Lookup && MayLackKey(batch, clrType) ? type.Nullable : type;
        var convert = ResultConversion.For(result.Value, IdTypeOf(id, owner, result.Value, origin));
        return new FieldDefinition(name, type)
        {
            Description = types.Describe(method),
            DeprecationReason = method.DeprecationReason(),
            Authorization = MemberAnnotations.Authorization(
                [method, method.DeclaringType!, .. clrType is null ? [] : Restricting(clrType)], message => Report(message, origin)),
            AppliedDirectives = types.Directives.AppliedTo(DirectiveLocation.FieldDefinition, origin, method),
            Cost = owner is ObjectType ? method.GetCustomAttribute<CostAttribute>()?.Weight : null,
            ListSize = method.GetCustomAttribute<ListSizeAttribute>()?.ToListSize() ?? convention.ListSize,
            Origin = origin,
            Reads = ReadsOf(method, batch),
            Arguments = call.Arguments,
            IsCallerIndependent = method.IsDefined(typeof(CallerIndependentAttribute)),
            Resolver = IsResolved(owner) ? MethodCompiler.Compile(call, result, convert) : null,
        };
    }

    /// <summary>The call of a method that finds nodes; it has no arguments of its own.</summary>
    public MethodCall BindNodeResolver(MethodInfo method, BatchParameter ids) =>
        parameters.Bind(method, new FieldConvention(method, "node", typeof(object), types), ids, typeof(Guid));

    /// <summary>Whether the field gets a resolver: an interface has none, and a faulty schema will not run.</summary>
    private bool IsResolved(FieldsType owner) => owner is ObjectType && types.Errors.Count == 0;

    private IReadOnlyList<string>? ComputedFrom(PropertyInfo property, Type clrType)
    {
        var sources = property.Find<ComputedFromAttribute>()?.Properties;
        foreach (var unknown in sources?.Where(name => clrType.GetProperty(name) is null) ?? [])
        {
            Report($"It is computed from {unknown}, which {clrType.Name} does not have.", property.Origin());
        }

        return sources;
    }

    /// <summary>A method that is given a parent may look at all of it; one that is given its key, at that.</summary>
    private static string[]? ReadsOf(MethodInfo method, BatchParameter? batch) => batch switch
    {
        { KeyProperty: { } key } => [key],
        null when !method.GetParameters().Any(parameter => parameter.IsDefined(typeof(ParentAttribute))) => [],
        _ => null,
    };

    /// <summary>Whether a parent may have no key, and so no result.</summary>
    private bool MayLackKey(BatchParameter? batch, Type? clrType) =>
        batch?.KeyProperty is { } key && clrType is not null && BatchKeys.PropertyOf(clrType, key) is { } property && types.ShapeOf(property).IsNullable;

    /// <summary>The type, and all that it derives from: a restriction anywhere among them holds.</summary>
    private static IEnumerable<MemberInfo> Restricting(Type clrType) => ResolverClasses.Ancestors(clrType).Append(clrType);

    /// <summary>The name of the type whose global id a Guid is; null if the value is none.</summary>
    private string? IdTypeOf(IDAttribute? id, FieldsType owner, ClrShape shape, string origin)
    {
        var leaf = shape.IsList(out var item) || shape.IsAsyncList(out item) ? item : shape;
        if (id is null || leaf.Underlying != typeof(Guid))
        {
            return null;
        }

        if (id.Of is null)
        {
            return owner.Name;
        }

        if (types.NamedOutput(id.Of, origin) is not ObjectType target)
        {
            Report($"The id is answered with the name of one object type; {id.Of.Name} is none.", origin);
            return null;
        }

        return target.Name;
    }

    private void Report(string message, string origin) => types.Errors.Add(new SchemaError(message, origin));
}
