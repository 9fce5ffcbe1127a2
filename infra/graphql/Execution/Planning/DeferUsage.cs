using R2P.GraphQL.Language;

namespace R2P.GraphQL.Execution;

/// <summary>One <c>@defer</c> as it holds in the selections of an object: the fields below it come later, by themselves.</summary>
/// <param name="index">Its place among those found in the selections of the same object.</param>
internal sealed class DeferUsage(DirectiveNode directive, DeferUsage? parent, int index)
{
    public DirectiveNode Directive { get; } = directive;

    public int Index { get; } = index;

    public string? Label { get; } = LabelOf(directive);

    /// <summary>The one around it, which has to be delivered first; null if there is none.</summary>
    public DeferUsage? Parent { get; } = parent;

    /// <summary>The label of a <c>@defer</c> or <c>@stream</c>, which is always a literal.</summary>
    public static string? LabelOf(DirectiveNode directive) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "label")?.Value is StringValueNode label ? label.Value : null;

    public bool HasAncestorIn(HashSet<DeferUsage> usages)
    {
        for (var ancestor = Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (usages.Contains(ancestor))
            {
                return true;
            }
        }

        return false;
    }
}
