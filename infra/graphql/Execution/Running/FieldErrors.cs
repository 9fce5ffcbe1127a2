using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Execution;

/// <summary>
/// The execution errors of one operation (§6.4.4). While it runs they are only noted; paths, order and the nulls that they spread are worked out
/// at the end, and only if there is an error at all.
/// </summary>
internal sealed class FieldErrors(ErrorReporter reporter)
{
    private readonly List<Noted> _noted = [];
    private Dictionary<int, int>? _failedRoots;

    public bool Any => _noted.Count > 0;

    /// <summary>Notes an exception at a response position, or a null where none may be when <paramref name="exception"/> is null.</summary>
    public void Add(ColumnOrigin origin, int slot, Exception? exception)
    {
        lock (_noted)
        {
            _noted.Add(new Noted(origin, slot, exception));
        }
    }

    /// <summary>
    /// Makes the positions null, up to the nearest that may be, and gives the errors in the order of the response. An error below a position
    /// that an earlier error made null is left out: a position answers for one error.
    /// </summary>
    public List<GraphQLError> Settle() => SettleByRoot().ConvertAll(settled => settled.Error);

    /// <inheritdoc cref="Settle"/>
    public List<SettledError> SettleByRoot()
    {
        var errors = new List<SettledError>(_noted.Count);
        var placed = _noted.Select(noted => (noted, Path: ResponsePath.Of(noted.Origin, noted.Slot)));
        foreach (var (noted, path) in placed.OrderBy(entry => entry.Path, ResponsePath.Order))
        {
            if (!IsBelowNull(noted.Origin, noted.Slot))
            {
                var isFatal = SpreadNull(noted.Origin, noted.Slot);
                var error = noted.Origin.Field.Locate(reporter.Report(noted.Exception, noted.Origin.Field)) with { Path = path.Keys };
                errors.Add(new SettledError(RootOf(noted.Origin, noted.Slot), error, isFatal));
            }
        }

        return errors;
    }

    /// <summary>Whether an error reached a root: an object whose fields come later, or a streamed item, which ends its list.</summary>
    public bool IsFailedRoot(ColumnOrigin origin, int slot) =>
        _failedRoots is not null && _failedRoots.TryGetValue(RootKey(origin, slot), out var first) && first <= slot;

    /// <summary>Whether an error made an object null, or anything around it.</summary>
    public bool IsNulled(ObjectBatch batch, int row) => batch.IsRoot
        ? batch.RootIsNull || _failedRoots?.ContainsKey(row) is true
        : batch.Origin!.IsNull(batch.SlotOf(row)) || IsBelowNull(batch.Origin.Origin, batch.SlotOf(row));

    /// <summary>Whether an error made a list null, or anything around it.</summary>
    public bool IsNulled(ListColumn column, int slot) => column.IsNull(slot) || IsBelowNull(column.Origin, slot);

    /// <summary>The root that a position is below: the object's row, or the streamed item.</summary>
    public static int RootOf(ColumnOrigin origin, int slot)
    {
        while (!IsAtRoot(origin))
        {
            var (column, parentSlot) = ParentOf(origin, slot);
            (origin, slot) = (column.Origin, parentSlot);
        }

        return slot;
    }

    private static bool IsAtRoot(ColumnOrigin origin) => origin.List?.IsStreamed ?? origin.Batch.IsRoot;

    /// <summary>The items of one list fail together, from the first that does.</summary>
    private static int RootKey(ColumnOrigin origin, int slot) => origin.List is { } list ? list.SlotOfItem(slot) : slot;

    private bool IsBelowNull(ColumnOrigin origin, int slot)
    {
        while (true)
        {
            if (IsAtRoot(origin))
            {
                return IsFailedRoot(origin, slot);
            }

            var (column, parentSlot) = ParentOf(origin, slot);
            if (column.IsNull(parentSlot))
            {
                return true;
            }

            (origin, slot) = (column.Origin, parentSlot);
        }
    }

    /// <summary>Whether the null reached the root.</summary>
    private bool SpreadNull(ColumnOrigin origin, int slot)
    {
        while (ShapeOf(origin).NonNull)
        {
            if (IsAtRoot(origin))
            {
                origin.Batch.RootIsNull |= origin.Batch is { Origin: null, Source: null } && origin.List is null;
                (_failedRoots ??= []).TryAdd(RootKey(origin, slot), slot);
                return true;
            }

            var (column, parentSlot) = ParentOf(origin, slot);
            (origin, slot) = (column.Origin, parentSlot);
        }

        if (origin.List is { } list)
        {
            list.Items.SetNull(slot);
        }
        else if (origin.Field.HasColumn && origin.Batch.Columns[origin.Field.Index] is { } column)
        {
            column.SetNull(slot);
        }
        else
        {
            origin.Batch.NullLeaf(origin.Field, slot);
        }

        return false;
    }

    private static (Column Column, int Slot) ParentOf(ColumnOrigin origin, int slot) => origin.List is { } list
        ? (list, list.SlotOfItem(slot))
        : (origin.Batch.Origin!, origin.Batch.SlotOf(slot));

    private static ValueShape ShapeOf(ColumnOrigin origin) => origin.List is { } list ? list.Items.Shape : origin.Field.Shape;

    private sealed record Noted(ColumnOrigin Origin, int Slot, Exception? Exception);
}

/// <summary>An error as it is answered.</summary>
/// <param name="Root">The root that it is below: an object's row, or a streamed item.</param>
/// <param name="IsFatal">Whether it reached the root.</param>
internal sealed record SettledError(int Root, GraphQLError Error, bool IsFatal);
