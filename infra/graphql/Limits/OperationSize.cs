using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Limits;

/// <summary>
/// Refuses an operation that grows too large or too deep once its fragments are spread. Each fragment is measured once, so that
/// fragments spreading fragments cost no more than their text.
/// </summary>
internal sealed class OperationSize
{
    private readonly PlanContext _context;
    private readonly Dictionary<string, (long Fields, int Height)> _fragments = new(StringComparer.Ordinal);

    private OperationSize(PlanContext context) => _context = context;

    /// <summary>The first field that reads the schema (§4.1 Schema Introspection); null if there is none.</summary>
    public FieldNode? Introspection { get; private set; }

    /// <summary>Measures the operation.</summary>
    /// <exception cref="GraphQLException">The operation exceeds a limit.</exception>
    public static OperationSize Check(PlanContext context, OperationDefinitionNode operation)
    {
        var size = new OperationSize(context);
        var (fields, _) = size.Measure(operation.SelectionSet, 1);
        return fields <= context.Options.MaxFields
            ? size
            : throw new GraphQLException(LimitErrors.Fields(fields, context.Options.MaxFields).At(context.Source, operation));
    }

    private (long Fields, int Height) Measure(SelectionSetNode set, int depth)
    {
        Bound(depth, set);
        var (fields, height) = (0L, 1);
        foreach (var selection in set.Selections)
        {
            var below = selection switch
            {
                FieldNode field => Measure(field, depth),
                InlineFragmentNode inline => Measure(inline.SelectionSet, depth + 1),
                FragmentSpreadNode spread => Measure(spread, depth + 1),
                _ => (0, 0),
            };
            fields = Math.Min(int.MaxValue, fields + below.Fields);
            height = Math.Max(height, below.Height + 1);
        }

        return (fields, height);
    }

    private (long Fields, int Height) Measure(FieldNode field, int depth)
    {
        if (field.Name.Value is "__schema" or "__type")
        {
            Introspection ??= field;
        }

        var (fields, height) = field.SelectionSet is { } inner ? Measure(inner, depth + 1) : (0, 0);
        return (fields + 1, height);
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
            throw new GraphQLException(LimitErrors.OperationDepth(_context.Options.MaxDepth).At(_context.Source, node));
        }
    }
}
