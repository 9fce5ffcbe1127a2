using System.Globalization;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Sdl;

/// <summary>
/// IBM cost specification §7, §8: reads <c>@cost</c> and <c>@listSize</c> where a schema applies them. A directive that the schema defines by one of
/// these names, but not by its arguments (§9.1, §9.2), is one of its own.
/// </summary>
internal sealed class SdlCosts
{
    private const string Cost = "cost";
    private const string ListSize = "listSize";

    private readonly HashSet<string> _defined;
    private readonly SdlOrigins _origins;
    private readonly List<SchemaError> _errors;

    public SdlCosts(DocumentNode document, SdlOrigins origins, List<SchemaError> errors)
    {
        (_origins, _errors) = (origins, errors);
        _defined = [.. document.Definitions.OfType<DirectiveDefinitionNode>().Where(IsOfSpecification).Select(definition => definition.Name.Value)];
    }

    /// <summary>§7.1 The weight; null where none is given.</summary>
    public double? Weight(IEnumerable<DirectiveNode> directives)
    {
        if (Find(directives, Cost) is not { } directive)
        {
            return null;
        }

        if (Argument(directive, "weight") is StringValueNode { Value: var text }
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            && double.IsFinite(weight))
        {
            return weight;
        }

        _errors.Add(new SchemaError("Argument \"@cost(weight:)\" must be a string that holds a number.", _origins.Of(directive)));
        return null;
    }

    /// <summary>§8; null where none is given.</summary>
    public Types.ListSize? Size(IEnumerable<DirectiveNode> directives)
    {
        if (Find(directives, ListSize) is not { } directive)
        {
            return null;
        }

        return new Types.ListSize
        {
            AssumedSize = Argument(directive, "assumedSize") is IntValueNode { Value: var text }
                ? (int)Math.Clamp(double.Parse(text, CultureInfo.InvariantCulture), int.MinValue, int.MaxValue)
                : null,
            SlicingArguments = Names(directive, "slicingArguments"),
            SizedFields = Names(directive, "sizedFields"),
            RequireOneSlicingArgument = Argument(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false },
        };
    }

    private static bool IsOfSpecification(DirectiveDefinitionNode definition) => definition.Name.Value switch
    {
        Cost => definition.Arguments is [{ Name.Value: "weight" } weight] && weight.Type.ToString() == "String!",
        ListSize => definition.Arguments.Any(argument => argument.Name.Value is "assumedSize" or "slicingArguments"),
        _ => false,
    };

    private DirectiveNode? Find(IEnumerable<DirectiveNode> directives, string name) =>
        _defined.Contains(name) ? directives.FirstOrDefault(directive => directive.Name.Value == name) : null;

    private static ValueNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static IReadOnlyList<string> Names(DirectiveNode directive, string argument) => Argument(directive, argument) switch
    {
        ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(name => name.Value)],
        StringValueNode name => [name.Value],
        _ => [],
    };
}
