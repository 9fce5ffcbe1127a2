using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.5.1.2 Fragment Spread Type Existence, and the same for the types of variables: a type that is named exists.</summary>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterNamedType(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (Context.Schema.FindType(name) is null)
        {
            var suggestion = Context.DidYouMean(name, Context.Schema.Types.Select(known => known.Name));
            Context.Report($"Unknown type \"{name}\".{suggestion}", type);
        }
    }
}
