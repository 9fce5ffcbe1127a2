using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Sdl;

/// <summary>Makes what types consist of: fields, arguments, input fields, enum values; and directives.</summary>
internal sealed class SdlMembers(
    Func<TypeNode, GraphQLType> typeFrom,
    SdlOrigins origins,
    List<SchemaError> errors,
    Func<string, string, FieldResolver?>? resolvers,
    string? subscriptionName,
    SdlCosts costs)
{
    public void AddFields(FieldsType type, FieldsTypeDefinitionNode node)
    {
        foreach (var field in node.Fields)
        {
            type.Fields.TryAdd(field.Name.Value, Field(type, field));
        }
    }

    public void AddValues(EnumType type, EnumTypeDefinitionNode node)
    {
        foreach (var value in node.Values)
        {
            type.Values.TryAdd(value.Name.Value, new EnumValueDefinition(value.Name.Value, value.Name.Value)
            {
                Description = value.Description?.Value,
                DeprecationReason = DeprecationReason(value.Directives),
                AppliedDirectives = AppliedDirectives(value.Directives),
                Origin = origins.Of(value),
            });
        }
    }

    public void AddInputFields(OrderedDictionary<string, InputFieldDefinition> fields, IEnumerable<InputValueDefinitionNode> nodes)
    {
        foreach (var node in nodes)
        {
            fields.TryAdd(node.Name.Value, new InputFieldDefinition(node.Name.Value, typeFrom(node.Type))
            {
                Description = node.Description?.Value,
                DefaultValue = node.DefaultValue,
                DeprecationReason = DeprecationReason(node.Directives),
                Cost = costs.Weight(node.Directives),
                AppliedDirectives = AppliedDirectives(node.Directives),
                Origin = origins.Of(node),
            });
        }
    }

    public DirectiveDefinition Directive(DirectiveDefinitionNode node) => new(node.Name.Value)
    {
        Description = node.Description?.Value,
        IsRepeatable = node.IsRepeatable,
        Locations = [.. node.Locations.Select(location => DirectiveLocations.Find(location.Value)!.Value)],
        Arguments = Arguments(node.Arguments),
        Origin = origins.Of(node),
    };

    /// <summary>The directives that have no place of their own in the type system.</summary>
    public static IReadOnlyList<AppliedDirective> AppliedDirectives(IEnumerable<DirectiveNode> directives) =>
    [
        .. directives
            .Where(directive => directive.Name.Value is not ("deprecated" or "specifiedBy" or "oneOf"))
            .Select(directive => new AppliedDirective(directive.Name.Value, directive.Arguments)),
    ];

    /// <summary>The text that the directive's argument has, or its default; null where the directive is not applied.</summary>
    public string? DirectiveText(IEnumerable<DirectiveNode> directives, DirectiveDefinition definition, string argumentName)
    {
        var directive = directives.FirstOrDefault(node => node.Name.Value == definition.Name);
        if (directive is null)
        {
            return null;
        }

        var argument = directive.Arguments.FirstOrDefault(node => node.Name.Value == argumentName);
        switch (argument?.Value ?? definition.Arguments[argumentName].DefaultValue)
        {
            case StringValueNode text:
                return text.Value;
            case var other:
                errors.Add(new SchemaError(
                    $"Argument \"@{definition.Name}({argumentName}:)\" has invalid value: " + (other is null or NullValueNode
                        ? $"Expected value of non-null type \"{definition.Arguments[argumentName].Type}\" not to be null."
                        : $"String cannot represent a non string value: {SyntaxPrinter.Print(other)}"),
                    origins.Of(argument is null ? directive : argument.Value)));
                return null;
        }
    }

    private FieldDefinition Field(FieldsType type, FieldDefinitionNode node)
    {
        var name = node.Name.Value;
        var arguments = Arguments(node.Arguments);
        return new FieldDefinition(name, typeFrom(node.Type))
        {
            Description = node.Description?.Value,
            DeprecationReason = DeprecationReason(node.Directives),
            Arguments = arguments,
            Resolver = type is ObjectType ? Resolver(type.Name, name, arguments.Count > 0) : null,
            Cost = costs.Weight(node.Directives),
            ListSize = costs.Size(node.Directives),
            AppliedDirectives = AppliedDirectives(node.Directives),
            Origin = origins.Of(node),
        };
    }

    private FieldResolver Resolver(string typeName, string fieldName, bool hasArguments) =>
        resolvers?.Invoke(typeName, fieldName)
        ?? (typeName == subscriptionName
            ? SdlResolvers.ForSubscription(fieldName)
            : SdlResolvers.ForField(fieldName, hasArguments));

    private OrderedDictionary<string, InputFieldDefinition> Arguments(IEnumerable<InputValueDefinitionNode> nodes)
    {
        var arguments = new OrderedDictionary<string, InputFieldDefinition>(StringComparer.Ordinal);
        AddInputFields(arguments, nodes);
        return arguments;
    }

    private string? DeprecationReason(IEnumerable<DirectiveNode> directives) =>
        DirectiveText(directives, SpecifiedDirectives.Deprecated, "reason");
}
