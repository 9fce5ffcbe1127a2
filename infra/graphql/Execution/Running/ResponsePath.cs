namespace R2P.GraphQL.Execution;

/// <summary>§7.1.2 The response path of a position.</summary>
internal sealed class ResponsePath
{
    private readonly int[] _order;

    private ResponsePath(object[] keys, int[] order) => (Keys, _order) = (keys, order);

    /// <summary>As the response is read: an object's fields as they were selected, a list's items by index.</summary>
    public static IComparer<ResponsePath> Order { get; } =
        Comparer<ResponsePath>.Create((one, other) => one._order.AsSpan().SequenceCompareTo(other._order));

    /// <summary>Response keys (string) and list indices (int).</summary>
    public IReadOnlyList<object> Keys { get; }

    /// <summary>The path of an object.</summary>
    public static IReadOnlyList<object> Of(ObjectBatch batch, int row) =>
        batch.Origin is { } column ? Of(column.Origin, batch.SlotOf(row)).Keys : [];

    public static ResponsePath Of(ColumnOrigin origin, int slot)
    {
        var (keys, order) = (new List<object>(), new List<int>());
        while (true)
        {
            if (origin.List is { } list)
            {
                var listSlot = list.SlotOfItem(slot);
                var index = list.IndexOf(slot, listSlot);
                keys.Add(index);
                order.Add(index);
                (origin, slot) = (list.Origin, listSlot);
                continue;
            }

            keys.Add(origin.Field.ResponseKey);
            order.Add(origin.Field.Index);
            if (origin.Batch.Origin is not { } column)
            {
                break;
            }

            (origin, slot) = (column.Origin, origin.Batch.SlotOf(slot));
        }

        keys.Reverse();
        order.Reverse();
        return new ResponsePath([.. keys], [.. order]);
    }
}
