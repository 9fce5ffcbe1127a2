using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.4.1 Argument Names: an argument that is given is defined by its field or directive.</summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterArgument(ArgumentNode argument)
    {
        if (Context.Directive is { } directive)
        {
            CheckDirective(directive, argument);
        }
        else if (Context.Argument is null && Context.Field is { } field)
        {
            var coordinate = $"{Context.ParentType}.{field.Name}";
            Report($"Unknown argument \"{argument.Name.Value}\" on field \"{coordinate}\".", argument, field.Arguments.Keys);
        }
    }

    private void CheckDirective(DirectiveNode directive, ArgumentNode argument)
    {
        var name = directive.Name.Value;
        if (Context.Schema.FindDirective(name) is { } definition && !definition.Arguments.ContainsKey(argument.Name.Value))
        {
            Report($"Unknown argument \"{argument.Name.Value}\" on directive \"@{name}\".", argument, definition.Arguments.Keys);
        }
    }

    private void Report(string message, ArgumentNode argument, IEnumerable<string> known) =>
        Context.Report(message + Context.DidYouMean(argument.Name.Value, known), argument);
}
