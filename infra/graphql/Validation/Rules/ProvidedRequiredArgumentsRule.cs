using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.4.3 Required Arguments: an argument whose type is non-null and that has no default is given.</summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Field is { Arguments.Count: > 0 } definition)
        {
            Check(field, definition.Arguments, field.Arguments, name => $"{Context.ParentType}.{definition.Name}({name}:)");
        }
    }

    public override void EnterDirective(DirectiveNode directive, DirectiveLocation location)
    {
        if (Context.Schema.FindDirective(directive.Name.Value) is { Arguments.Count: > 0 } definition)
        {
            Check(directive, definition.Arguments, directive.Arguments, name => $"@{definition.Name}({name}:)");
        }
    }

    private void Check(
        SyntaxNode node,
        OrderedDictionary<string, InputFieldDefinition> defined,
        IReadOnlyList<ArgumentNode> given,
        Func<string, string> coordinateOf)
    {
        HashSet<string>? names = null;
        foreach (var argument in defined.Values.Where(argument => argument.IsRequired))
        {
            names ??= given.Select(known => known.Name.Value).ToHashSet(StringComparer.Ordinal);
            if (!names.Contains(argument.Name))
            {
                Context.Report(
                    $"Argument \"{coordinateOf(argument.Name)}\" of type \"{argument.Type}\" is required, but it was not provided.",
                    node);
            }
        }
    }
}
