namespace R2P.GraphQL.Execution;

/// <summary>What a client is told of as <c>pending</c> and later as <c>completed</c>: a <c>@defer</c> at one object, or a <c>@stream</c> of one list.</summary>
internal abstract class Delivery(string? label)
{
    public string? Label { get; } = label;

    /// <summary>Where its fields or items go.</summary>
    public abstract IReadOnlyList<object> Path { get; }

    /// <summary>From its announcement to its completion; else null.</summary>
    public string? Id { get; set; }

    public bool IsOpen => Id is not null;
}

/// <summary>A <c>@defer</c> at one object. It is complete when all its tasks are.</summary>
/// <param name="parent">The one around it, which has to be complete before it is announced.</param>
internal sealed class DeliveryGroup(DeferUsage usage, ObjectBatch batch, int row, DeliveryGroup? parent) : Delivery(usage.Label)
{
    private IReadOnlyList<object>? _path;
    private List<DeliveryGroup>? _children;
    private List<DeferredTask>? _tasks;

    public override IReadOnlyList<object> Path => _path ??= ResponsePath.Of(batch, row);

    public DeliveryGroup? Parent { get; } = parent;

    public IReadOnlyList<DeliveryGroup> Children => _children ?? [];

    public IReadOnlyList<DeferredTask> Tasks => _tasks ?? [];

    /// <summary>Tasks that have not succeeded yet.</summary>
    public int Unfinished { get; set; }

    /// <summary>Tasks that were not delivered yet, with this group or another.</summary>
    public int Undelivered { get; set; }

    /// <summary>Whether it counts: it is neither complete nor failed, nor was anything around it.</summary>
    public bool IsAlive { get; set; }

    public void Add(DeliveryGroup child) => (_children ??= []).Add(child);

    public void Add(DeferredTask task)
    {
        (_tasks ??= []).Add(task);
        Unfinished++;
        Undelivered++;
    }
}

/// <summary>The items of one list that come after the first.</summary>
/// <param name="slot">The list's place among those of its field.</param>
internal sealed class ItemStream(StreamedLists lists, int slot) : Delivery(lists.Plan.Label)
{
    private IReadOnlyList<object>? _path;

    public override IReadOnlyList<object> Path => _path ??= ResponsePath.Of(Lists.Column.Origin, Slot).Keys;

    public StreamedLists Lists { get; } = lists;

    public int Slot { get; } = slot;

    /// <summary>Where the items come from, one after the other; null if they are there.</summary>
    public ItemSource? Source { get; } = lists.Sources?[slot];

    /// <summary>The index of the item that comes next.</summary>
    public int Next { get; set; } = lists.InitialCount;

    public bool IsOver => Source?.IsOver ?? Next == Items.Count;

    private System.Collections.IList Items => Lists.Lists[Slot]!;

    /// <summary>The items that come next: of a list that comes piece by piece those that are there, once there is one.</summary>
    public ValueTask<IReadOnlyList<object?>> TakeAsync(int most)
    {
        if (Source is not null)
        {
            return Source.ReadAsync(most);
        }

        var taken = new object?[Math.Min(Items.Count - Next, most)];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = Items[Next + i];
        }

        return new ValueTask<IReadOnlyList<object?>>(taken);
    }
}
