using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.7.1 Directives Are Defined, §5.7.2 Directives Are in Valid Locations.</summary>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirective(DirectiveNode directive, DirectiveLocation location)
    {
        var name = directive.Name.Value;
        if (Context.Schema.FindDirective(name) is not { } definition)
        {
            Context.Report($"Unknown directive \"@{name}\".", directive);
        }
        else if (!definition.Locations.Contains(location))
        {
            Context.Report($"Directive \"@{name}\" may not be used on {DirectiveLocations.NameOf(location)}.", directive);
        }
    }
}
