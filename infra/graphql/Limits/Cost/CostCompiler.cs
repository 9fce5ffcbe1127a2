using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Limits;

/// <summary>
/// IBM cost specification §5.1.1 Static Query Analysis. Fields that merge (§6.3.2 of GraphQL) count once, where they are selected of the same type;
/// the same fields below each other are added up once, so that fragments spreading fragments cost no more than their text.
/// </summary>
internal sealed class CostCompiler
{
    /// <summary>Lists of the introspection types: a mean over many schemas, as nobody can ask for more of them than there is.</summary>
    private const double IntrospectionListSize = 10;

    private readonly OperationPlan _plan;
    private readonly CostWeights _weights;
    private readonly ListSizes _sizes;
    private readonly double _assumedSize;
    private readonly Dictionary<CompositeType, Dictionary<FieldNode[], SelectionCost>> _below = [];
    private readonly List<SelectionCost> _varying = [];

    private CostCompiler(OperationPlan plan)
    {
        var context = plan.Context;
        (_plan, _assumedSize) = (plan, context.Options.AssumedListSize);
        _weights = new CostWeights(context.Schema);
        _sizes = new ListSizes(context.Source, context.Options.AssumedListSize);
    }

    private GraphQLSchema Schema => _plan.Context.Schema;

    public static CostPlan Compile(OperationPlan plan, ObjectType root)
    {
        var compiler = new CostCompiler(plan);
        var operation = compiler.CostOf([plan.Operation.SelectionSet], root, []);
        return new CostPlan(compiler._weights.OfType(root), operation, compiler._varying);
    }

    /// <summary>One object of the type; <paramref name="sized"/> are the sizes that its fields get from the field above.</summary>
    private SelectionCost CostOf(IEnumerable<SelectionSetNode> sets, CompositeType parent, IReadOnlyList<SizedFields> sized)
    {
        var fields = CostedFields.Collect(_plan, parent, sets);
        var possible = Schema.PossibleTypes(parent);
        var branches = new List<CostBranch>();
        foreach (var sameType in fields.GroupBy(field => field.Type))
        {
            var costs = sameType.Select(field => CostOf([.. field.Nodes], field.Type, sized)).ToList();
            branches.Add(new CostBranch(
                sameType.Key == parent ? [.. Enumerable.Range(0, possible.Count)] : PlacesIn(possible, sameType.Key),
                costs.Aggregate(default(OperationCost), (sum, field) => sum + (field.Constant ?? default)),
                costs.FindAll(field => field.Constant is null)));
        }

        var cost = new SelectionCost(possible.Count, branches);
        if (cost.Constant is null)
        {
            cost.Index = _varying.Count;
            _varying.Add(cost);
        }

        return cost;
    }

    private FieldCost CostOf(FieldNode[] nodes, CompositeType parent, IReadOnlyList<SizedFields> sized)
    {
        var node = nodes[0];
        var definition = ObjectPlan.DefinitionOf(Schema, parent, node.Name.Value)!;
        var weight = Figure.Sum(
            _weights.OfField(parent, definition),
            [InputCost.OfArguments(definition.Arguments, node.Arguments), .. nodes.SelectMany(each => each.Directives).Select(CostOf)]);
        var named = definition.Type.Named;
        var below = named is CompositeType type ? CostBelow(nodes, parent, definition, type) : null;
        return new FieldCost(weight, SizeOf(definition, parent, node, sized), _weights.OfType(named), below);
    }

    private Figure CostOf(DirectiveNode directive) => InputCost.OfArguments(Schema.FindDirective(directive.Name.Value)!.Arguments, directive.Arguments);

    private SelectionCost CostBelow(FieldNode[] nodes, CompositeType parent, FieldDefinition definition, CompositeType type)
    {
        if (!_below.TryGetValue(parent, out var known))
        {
            _below.Add(parent, known = new(SameNodes.Instance));
        }

        if (!known.TryGetValue(nodes, out var cost))
        {
            var sized = _weights.SizesOf(parent, definition)
                .Where(size => size.SizedFields.Count > 0)
                .Select(size => new SizedFields(size.SizedFields, _sizes.Of(size, definition, nodes[0])))
                .ToList();
            cost = CostOf(nodes.Select(node => node.SelectionSet!), type, sized);
            known.Add(nodes, cost);
        }

        return cost;
    }

    /// <summary>§8: of the list itself; lists within it are of no known size.</summary>
    private Figure SizeOf(FieldDefinition definition, CompositeType parent, FieldNode node, IReadOnlyList<SizedFields> sized)
    {
        if (definition.Type.Nullable is not ListType list)
        {
            return Figure.Of(1);
        }

        if (CostWeights.IsIntrospection(definition.Type.Named))
        {
            return Figure.Of(IntrospectionListSize);
        }

        var sizes = sized.Where(above => above.Names.Contains(definition.Name, StringComparer.Ordinal)).Select(above => above.Size).ToList();
        sizes.AddRange(_weights.SizesOf(parent, definition).Where(size => size.SizedFields.Count == 0).Select(size => _sizes.Of(size, definition, node)));
        return Times(sizes.Count == 0 ? Figure.Of(_assumedSize) : Figure.Largest(sizes), SizeWithin(list));
    }

    private double SizeWithin(ListType list)
    {
        var size = 1.0;
        for (var item = list.OfType.Nullable; item is ListType inner; item = inner.OfType.Nullable)
        {
            size = Math.Min(size * _assumedSize, OperationCost.Most);
        }

        return size;
    }

    private static Figure Times(Figure size, double factor) =>
        factor is 1 ? size
        : size.Constant is { } constant ? Figure.Of(constant * factor)
        : Figure.Of(variables => size.For(variables) * factor);

    private List<int> PlacesIn(IReadOnlyList<ObjectType> possible, CompositeType type)
    {
        var types = Schema.PossibleTypes(type).ToHashSet();
        return [.. Enumerable.Range(0, possible.Count).Where(place => types.Contains(possible[place]))];
    }

    private sealed record SizedFields(IReadOnlyList<string> Names, Figure Size);
}
