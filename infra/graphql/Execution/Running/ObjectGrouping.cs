namespace R2P.GraphQL.Execution;

/// <summary>Splits a column of objects into one batch per concrete type. The common case, one type and no nulls, takes no memory.</summary>
internal sealed class ObjectGrouping(int slotCount)
{
    private readonly List<Group> _groups = new(1);
    private int _last = -1;

    /// <summary>For each slot the object's place in its batch, -1 for null; null if the only batch holds every slot in order.</summary>
    public int[]? Rows { get; private set; }

    /// <summary>For each slot its batch; null if there is one batch at most.</summary>
    public int[]? Kinds { get; private set; }

    /// <summary>The slots must come in order, each once, here or to <see cref="Skip"/>.</summary>
    public void Add(int slot, ObjectPlan plan)
    {
        var kind = _last >= 0 && _groups[_last].Plan == plan ? _last : KindOf(plan);
        _last = kind;
        if (kind > 0)
        {
            Kinds ??= new int[slotCount];
            Kinds[slot] = kind;
        }

        var row = _groups[kind].Count++;
        if (row != slot)
        {
            Rows ??= Identity(slot);
        }

        if (Rows is not null)
        {
            Rows[slot] = row;
        }
    }

    public void Skip(int slot)
    {
        Rows ??= Identity(slot);
        Rows[slot] = -1;
    }

    public ObjectBatch[] Batches(Column column, object?[] values)
    {
        if (Rows is null)
        {
            return _groups.Count == 0 ? [] : [new ObjectBatch(_groups[0].Plan, values!, column, null)];
        }

        var parents = _groups.ConvertAll(group => new object[group.Count]);
        var slots = _groups.ConvertAll(group => new int[group.Count]);
        for (var slot = 0; slot < slotCount; slot++)
        {
            if (Rows[slot] is >= 0 and var row)
            {
                var kind = Kinds?[slot] ?? 0;
                parents[kind][row] = values[slot]!;
                slots[kind][row] = slot;
            }
        }

        return [.. _groups.Select((group, kind) => new ObjectBatch(group.Plan, parents[kind], column, slots[kind]))];
    }

    private int KindOf(ObjectPlan plan)
    {
        var kind = _groups.FindIndex(group => group.Plan == plan);
        if (kind < 0)
        {
            kind = _groups.Count;
            _groups.Add(new Group(plan));
        }

        return kind;
    }

    private int[] Identity(int filled)
    {
        var rows = new int[slotCount];
        for (var i = 0; i < filled; i++)
        {
            rows[i] = i;
        }

        return rows;
    }

    private sealed class Group(ObjectPlan plan)
    {
        public ObjectPlan Plan { get; } = plan;

        public int Count { get; set; }
    }
}
