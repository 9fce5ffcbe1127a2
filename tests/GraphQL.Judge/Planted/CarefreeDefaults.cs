using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Diff;

namespace R2P.GraphQL.Judge.Planted;

/// <summary>A changed default is taken for harmless.</summary>
internal sealed class CarefreeDefaults : Engine
{
    public override IReadOnlyList<SchemaChange> Diff(GraphQLSchema old, GraphQLSchema @new) =>
    [
        .. base.Diff(old, @new).Select(change =>
            change.Message.Contains("has changed defaultValue", StringComparison.Ordinal) ? change with { Severity = ChangeSeverity.Safe } : change),
    ];
}
