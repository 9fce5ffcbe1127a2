namespace R2P.GraphQL.Execution;

/// <summary>
/// The objects of one concrete type at one response path (list indices aside), and the columns of their fields. Every object is one slot of the
/// column that it came from.
/// </summary>
/// <param name="origin">The column whose values these objects are; null for the root.</param>
/// <param name="slots">For each object its slot there; null if they agree.</param>
internal sealed class ObjectBatch(ObjectPlan plan, object[] parents, Column? origin, int[]? slots)
{
    private bool[]?[]? _nulledLeaves;

    public ObjectPlan Plan { get; } = plan;

    public object[] Parents { get; } = parents;

    public Column? Origin { get; } = origin;

    /// <summary>By <see cref="FieldPlan.Index"/>; null for fields that are written from their parent, or from its stored text.</summary>
    public Column?[] Columns { get; } = new Column?[plan.Columns.Length == 0 ? 0 : plan.Fields.Length];

    /// <summary>Where the same objects stood before, if these are their fields that come later; they are a root then.</summary>
    public DeferredRows? Source { get; init; }

    public bool IsRoot => Origin is null || Source is not null;

    /// <summary>What is delivered later: for each object in turn, one for each of the plan's <see cref="DeferralPlan.NewUsages"/>.</summary>
    public DeliveryGroup[]? Groups { get; set; }

    /// <summary>Set for the root when an error reached it.</summary>
    public bool RootIsNull { get; set; }

    public bool HasNulledLeaves => _nulledLeaves is not null;

    public int SlotOf(int index) => slots is null ? index : slots[index];

    /// <summary>The object around one that is not a root.</summary>
    public (ObjectBatch Batch, int Row) Enclosing(int row)
    {
        var (origin, slot) = (Origin!.Origin, SlotOf(row));
        while (origin.List is { } list)
        {
            (origin, slot) = (list.Origin, list.SlotOfItem(slot));
        }

        return (origin.Batch, slot);
    }

    /// <summary>Makes a field that is written from its parent null for one object.</summary>
    public void NullLeaf(FieldPlan field, int index)
    {
        _nulledLeaves ??= new bool[]?[Plan.Fields.Length];
        (_nulledLeaves[field.Index] ??= new bool[Parents.Length])[index] = true;
    }

    public bool IsLeafNulled(FieldPlan field, int index) => _nulledLeaves?[field.Index]?[index] is true;
}

/// <summary>Objects of another batch, by their place there.</summary>
internal sealed record DeferredRows(ObjectBatch Batch, int[] Rows);
