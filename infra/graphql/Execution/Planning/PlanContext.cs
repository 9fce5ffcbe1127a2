using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>What all plans of one document share.</summary>
internal sealed class PlanContext(GraphQLSchema schema, GraphQLOptions options, InputDefaults defaults, DocumentNode document)
{
    public GraphQLSchema Schema { get; } = schema;

    public GraphQLOptions Options { get; } = options;

    public InputDefaults Defaults { get; } = defaults;

    public SourceText Source { get; } = document.Source;

    public Dictionary<string, FragmentDefinitionNode> Fragments { get; } = document.Definitions
        .OfType<FragmentDefinitionNode>()
        .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
}
