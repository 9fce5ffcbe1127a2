using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Refuses an operation that grows too large or too deep once its fragments are spread. Each fragment is measured once, so that
/// fragments spreading fragments cost no more than their text.
/// </summary>
internal sealed class OperationSize
{
    private readonly PlanContext _context;
    private readonly Dictionary<string, (long Fields, int Height)> _fragments = new(StringComparer.Ordinal);

    private OperationSize(PlanContext context) => _context = context;

    /// <summary>Measures the operation.</summary>
    /// <exception cref="GraphQLException">The operation exceeds a limit.</exception>
    public static void Check(PlanContext context, OperationDefinitionNode operation)
    {
        var (fields, _) = new OperationSize(context).Measure(operation.SelectionSet, 1);
        if (fields > context.Options.MaxFields)
        {
            var message = $"The operation selects more than {context.Options.MaxFields} fields with its fragments spread.";
            throw new GraphQLException(new GraphQLError(message, ErrorCodes.FieldLimitExceeded).At(context.Source, operation));
        }
    }

    private (long Fields, int Height) Measure(SelectionSetNode set, int depth)
    {
        Bound(depth, set);
        var (fields, height) = (0L, 1);
        foreach (var selection in set.Selections)
        {
            var below = selection switch
            {
                FieldNode { SelectionSet: { } inner } => Measure(inner, depth + 1),
                InlineFragmentNode inline => Measure(inline.SelectionSet, depth + 1),
                FragmentSpreadNode spread => Measure(spread, depth + 1),
                _ => (0, 0),
            };
            fields = Math.Min(int.MaxValue, fields + below.Fields + (selection is FieldNode ? 1 : 0));
            height = Math.Max(height, below.Height + 1);
        }

        return (fields, height);
    }

    private (long Fields, int Height) Measure(FragmentSpreadNode spread, int depth)
    {
        var name = spread.Name.Value;
        if (!_fragments.TryGetValue(name, out var size))
        {
            size = Measure(_context.Fragments[name].SelectionSet, depth);
            _fragments.Add(name, size);
        }

        Bound(depth + size.Height - 1, spread);
        return size;
    }

    private void Bound(int depth, SyntaxNode node)
    {
        if (depth > _context.Options.MaxDepth)
        {
            var message = $"The operation is nested deeper than {_context.Options.MaxDepth} levels with its fragments spread.";
            throw new GraphQLException(new GraphQLError(message, ErrorCodes.DepthLimitExceeded).At(_context.Source, node));
        }
    }
}
