using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>Incremental delivery: labels are literals, and each stands once in the document, so that they tell its parts apart.</summary>
internal sealed class DeferStreamDirectiveLabelRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, DirectiveNode> _known = new(StringComparer.Ordinal);

    public override void EnterDirective(DirectiveNode directive, DirectiveLocation location)
    {
        var name = directive.Name.Value;
        if (name != SpecifiedDirectives.Defer.Name && name != SpecifiedDirectives.Stream.Name)
        {
            return;
        }

        switch (directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "label")?.Value)
        {
            case null or NullValueNode:
                break;
            case StringValueNode label when !_known.TryAdd(label.Value, directive):
                Context.Report(
                    "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                    _known[label.Value],
                    directive);
                break;
            case not StringValueNode:
                Context.Report($"Argument \"@{name}(label:)\" must be a static string.", directive);
                break;
        }
    }
}
