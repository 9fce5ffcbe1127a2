namespace R2P.GraphQL.Execution;

/// <summary>
/// Completed values of one type (§6.4.3), one per slot: of a field, a slot for each object of its batch; of a list, a slot for each item
/// of all its lists.
/// </summary>
internal abstract class Column(ColumnOrigin origin, ValueShape shape)
{
    public ColumnOrigin Origin { get; } = origin;

    public ValueShape Shape { get; } = shape;

    public abstract bool IsNull(int slot);

    public abstract void SetNull(int slot);
}

/// <summary>Where a column stands: a field of a batch, or the items of a list column within that field.</summary>
internal sealed record ColumnOrigin(ObjectBatch Batch, FieldPlan Field, ListColumn? List);

/// <summary>Scalars or enums as the resolver gave them; they are coerced while they are written.</summary>
internal sealed class LeafColumn(ColumnOrigin origin, LeafShape shape, object?[] values) : Column(origin, shape)
{
    public LeafShape Leaf { get; } = shape;

    public object?[] Values { get; } = values;

    public override bool IsNull(int slot) => Values[slot] is null;

    public override void SetNull(int slot) => Values[slot] = null;
}

/// <summary>Lists, laid end to end: the items of slot i start at offset i. A null list has the complement of its offset.</summary>
/// <param name="firstIndices">Where in its list the first item of each slot stands, for streamed items; else null, and it is the first.</param>
internal sealed class ListColumn(ColumnOrigin origin, ListShape shape, int[] offsets, int[]? firstIndices = null) : Column(origin, shape)
{
    /// <summary>Whether the items come by themselves, after their lists.</summary>
    public bool IsStreamed => firstIndices is not null;

    /// <summary>Set as soon as the column is completed.</summary>
    public Column Items { get; set; } = null!;

    public override bool IsNull(int slot) => offsets[slot] < 0;

    public override void SetNull(int slot) => offsets[slot] = ~Start(slot);

    public int Start(int slot) => offsets[slot] is >= 0 and var start ? start : ~offsets[slot];

    /// <summary>The index of an item in its list.</summary>
    public int IndexOf(int item, int slot) => item - Start(slot) + (firstIndices?[slot] ?? 0);

    /// <summary>The list that an item belongs to, by bisection.</summary>
    public int SlotOfItem(int item)
    {
        var (low, high) = (0, offsets.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Start(middle) <= item ? (middle, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>Objects: slot i is an object of one of the batches, or null.</summary>
/// <param name="rows">For each slot the object's place in its batch, -1 for null; null if the only batch holds every slot in order.</param>
/// <param name="kinds">For each slot its batch; null if there is one batch only.</param>
internal sealed class ObjectColumn(ColumnOrigin origin, CompositeShape shape, int slotCount, int[]? rows, int[]? kinds) : Column(origin, shape)
{
    private int[]? _rows = rows;

    public ObjectBatch[] Batches { get; set; } = [];

    public override bool IsNull(int slot) => _rows is not null && _rows[slot] < 0;

    public override void SetNull(int slot)
    {
        _rows ??= [.. Enumerable.Range(0, slotCount)];
        _rows[slot] = -1;
    }

    public int RowOf(int slot) => _rows is null ? slot : _rows[slot];

    public ObjectBatch BatchOf(int slot) => Batches[kinds is null ? 0 : kinds[slot]];
}
