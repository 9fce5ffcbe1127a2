using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>One directive at a field of an operation.</summary>
internal sealed class DirectivePlan(DirectiveNode node, DirectiveDefinition definition, PlanContext context)
{
    private readonly ArgumentsPlan? _arguments =
        ArgumentsPlan.For(definition.Arguments, node.Arguments, node, $"@{definition.Name}", context);

    public DirectiveDefinition Definition { get; } = definition;

    /// <summary>Those of all merged fields, in the order in which they are written.</summary>
    public static DirectivePlan[] For(FieldNode[] fields, PlanContext context) => Array.TrueForAll(fields, field => field.Directives.Count == 0)
        ? []
        : [.. fields.SelectMany(field => field.Directives).Select(node => new DirectivePlan(node, context.Schema.FindDirective(node.Name.Value)!, context))];

    /// <summary>The coerced arguments.</summary>
    public InputValues Coerce(VariableValues variables) => _arguments?.Coerce(variables) ?? InputValues.None;
}
