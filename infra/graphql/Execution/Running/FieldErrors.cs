using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Execution;

/// <summary>
/// The execution errors of one operation (§6.4.4). While it runs they are only noted; paths, order and the nulls that they spread are worked out
/// at the end, and only if there is an error at all.
/// </summary>
internal sealed class FieldErrors(ErrorReporter reporter)
{
    private readonly List<Noted> _noted = [];

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
    public List<GraphQLError> Settle()
    {
        var errors = new List<GraphQLError>(_noted.Count);
        foreach (var (noted, path) in _noted.Select(noted => (noted, Path: ResponsePath.Of(noted.Origin, noted.Slot))).OrderBy(entry => entry.Path, ResponsePath.Order))
        {
            if (!IsBelowNull(noted.Origin, noted.Slot))
            {
                SpreadNull(noted.Origin, noted.Slot);
                errors.Add(noted.Origin.Field.Locate(reporter.Report(noted.Exception, noted.Origin.Field)) with { Path = path.Keys });
            }
        }

        return errors;
    }

    private static bool IsBelowNull(ColumnOrigin origin, int slot)
    {
        while (true)
        {
            if (origin.Batch.Origin is null && origin.List is null)
            {
                return origin.Batch.RootIsNull;
            }

            var (column, parentSlot) = ParentOf(origin, slot);
            if (column.IsNull(parentSlot))
            {
                return true;
            }

            (origin, slot) = (column.Origin, parentSlot);
        }
    }

    private static void SpreadNull(ColumnOrigin origin, int slot)
    {
        while (ShapeOf(origin).NonNull)
        {
            if (origin.Batch.Origin is null && origin.List is null)
            {
                origin.Batch.RootIsNull = true;
                return;
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
    }

    private static (Column Column, int Slot) ParentOf(ColumnOrigin origin, int slot) => origin.List is { } list
        ? (list, list.SlotOfItem(slot))
        : (origin.Batch.Origin!, origin.Batch.SlotOf(slot));

    private static ValueShape ShapeOf(ColumnOrigin origin) => origin.List is { } list ? list.Items.Shape : origin.Field.Shape;

    private sealed record Noted(ColumnOrigin Origin, int Slot, Exception? Exception);
}
