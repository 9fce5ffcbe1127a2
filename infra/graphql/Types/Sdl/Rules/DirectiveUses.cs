using R2P.GraphQL.Language;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Types.Sdl.Rules;

/// <summary>§3.13, §5.4, §5.7: directives are defined, stand where they may, as often as they may, with the arguments that they take.</summary>
internal sealed class DirectiveUses
{
    private readonly Dictionary<string, Signature> _signatures;
    private readonly SdlReport _report;

    private DirectiveUses(DocumentNode document, SdlReport report) => (_signatures, _report) = (SignaturesOf(document), report);

    public static void Check(DocumentNode document, SdlReport report) => new DirectiveUses(document, report).Check(document);

    private void Check(DocumentNode document)
    {
        var seenOnSchema = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in document.Definitions.OfType<SchemaDefinitionNode>())
        {
            CheckAll(DirectiveLocation.Schema, schema.Directives, seenOnSchema);
        }

        foreach (var parts in document.Definitions.OfType<TypeDefinitionNode>().GroupBy(type => type.Name.Value, StringComparer.Ordinal))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var part in parts)
            {
                CheckAll(LocationOf(part), part.Directives, seen);
            }
        }

        foreach (var definition in document.Definitions)
        {
            CheckMembers(definition);
        }
    }

    private static DirectiveLocation LocationOf(TypeDefinitionNode node) => node switch
    {
        ObjectTypeDefinitionNode => DirectiveLocation.Object,
        InterfaceTypeDefinitionNode => DirectiveLocation.Interface,
        UnionTypeDefinitionNode => DirectiveLocation.Union,
        EnumTypeDefinitionNode => DirectiveLocation.Enum,
        InputObjectTypeDefinitionNode => DirectiveLocation.InputObject,
        _ => DirectiveLocation.Scalar,
    };

    private void CheckMembers(DefinitionNode definition)
    {
        switch (definition)
        {
            case FieldsTypeDefinitionNode type:
                foreach (var field in type.Fields)
                {
                    CheckAll(DirectiveLocation.FieldDefinition, field.Directives);
                    CheckInputs(DirectiveLocation.ArgumentDefinition, field.Arguments);
                }

                break;
            case EnumTypeDefinitionNode type:
                foreach (var value in type.Values)
                {
                    CheckAll(DirectiveLocation.EnumValue, value.Directives);
                }

                break;
            case InputObjectTypeDefinitionNode type:
                CheckInputs(DirectiveLocation.InputFieldDefinition, type.Fields);
                break;
            case DirectiveDefinitionNode directive:
                CheckInputs(DirectiveLocation.ArgumentDefinition, directive.Arguments);
                break;
        }
    }

    private void CheckInputs(DirectiveLocation location, IEnumerable<InputValueDefinitionNode> inputs)
    {
        foreach (var input in inputs)
        {
            CheckAll(location, input.Directives);
            CheckFieldNames(input.DefaultValue);
        }
    }

    private void CheckAll(DirectiveLocation location, IEnumerable<DirectiveNode> directives) =>
        CheckAll(location, directives, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>
    /// Checks the directives of one part of a place: a definition and its extensions are one, at which those in <paramref name="seen"/> stood already.
    /// </summary>
    private void CheckAll(DirectiveLocation location, IEnumerable<DirectiveNode> directives, HashSet<string> seen)
    {
        foreach (var directive in directives)
        {
            if (!_signatures.TryGetValue(directive.Name.Value, out var signature))
            {
                _report.Add($"Unknown directive \"@{directive.Name}\".", directive);
                continue;
            }

            var locationName = DirectiveLocations.NameOf(location);
            if (!signature.Locations.Contains(locationName))
            {
                _report.Add($"Directive \"@{directive.Name}\" may not be used on {locationName}.", directive);
            }

            if (!seen.Add(directive.Name.Value) && !signature.IsRepeatable)
            {
                _report.Add($"The directive \"@{directive.Name}\" can only be used once at this location.", directive);
            }

            CheckArguments(directive, signature);
        }
    }

    private void CheckArguments(DirectiveNode directive, Signature signature)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in directive.Arguments)
        {
            if (!given.Add(argument.Name.Value))
            {
                _report.Add($"There can be only one argument named \"{argument.Name}\".", argument.Name);
            }

            if (!signature.Arguments.ContainsKey(argument.Name.Value))
            {
                var suggestion = Suggestions.DidYouMean(argument.Name.Value, signature.Arguments.Keys);
                _report.Add($"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\".{suggestion}", argument);
            }

            CheckFieldNames(argument.Value);
        }

        var required = signature.Arguments.Where(argument => argument.Value is not null);
        foreach (var (name, type) in required.Where(argument => !given.Contains(argument.Key)))
        {
            _report.Add(
                $"Argument \"@{directive.Name}({name}:)\" of type \"{type}\" is required, but it was not provided.", directive);
        }
    }

    /// <summary>§5.6.3 Input object field uniqueness.</summary>
    private void CheckFieldNames(ValueNode? value)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    CheckFieldNames(item);
                }

                break;
            case ObjectValueNode map:
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var field in map.Fields)
                {
                    if (!seen.Add(field.Name.Value))
                    {
                        _report.Add($"There can be only one input field named \"{field.Name}\".", field.Name);
                    }

                    CheckFieldNames(field.Value);
                }

                break;
        }
    }

    private static Dictionary<string, Signature> SignaturesOf(DocumentNode document)
    {
        var signatures = SpecifiedDirectives.All.ToDictionary(directive => directive.Name, Signature.Of, StringComparer.Ordinal);
        foreach (var definition in document.Definitions.OfType<DirectiveDefinitionNode>())
        {
            signatures[definition.Name.Value] = Signature.Of(definition);
        }

        return signatures;
    }

    /// <summary>What a use is checked against; an argument has its type as text if it is required, else null.</summary>
    private sealed record Signature(IReadOnlySet<string> Locations, bool IsRepeatable, IReadOnlyDictionary<string, string?> Arguments)
    {
        public static Signature Of(DirectiveDefinition directive) => new(
            directive.Locations.Select(DirectiveLocations.NameOf).ToHashSet(StringComparer.Ordinal),
            directive.IsRepeatable,
            directive.Arguments.Values.ToDictionary(
                argument => argument.Name, argument => argument.IsRequired ? argument.Type.ToString() : null, StringComparer.Ordinal));

        public static Signature Of(DirectiveDefinitionNode node) => new(
            node.Locations.Select(location => location.Value).ToHashSet(StringComparer.Ordinal),
            node.IsRepeatable,
            node.Arguments.DistinctBy(argument => argument.Name.Value, StringComparer.Ordinal).ToDictionary(
                argument => argument.Name.Value,
                argument => argument is { Type: NonNullTypeNode, DefaultValue: null } ? argument.Type.ToString() : null,
                StringComparer.Ordinal));
    }
}
