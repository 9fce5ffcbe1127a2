using System.Collections;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Execution;

/// <summary>What one run came upon that is delivered later: objects of which some fields are, and lists of which some items are.</summary>
internal sealed class LaterWork(VariableValues variables)
{
    private readonly Lock _gate = new();

    /// <summary>An object stands before those within it.</summary>
    public List<ObjectBatch> Batches { get; } = [];

    public List<StreamedLists> Lists { get; } = [];

    public bool Any => Batches.Count + Lists.Count > 0;

    public void Defer(ObjectBatch batch)
    {
        lock (_gate)
        {
            Batches.Add(batch);
        }
    }

    /// <summary>
    /// The lists of a streamed field; null if it is not streamed, or if what its directive says does not fit: then no list is left of
    /// <paramref name="values"/>, and each is an error.
    /// </summary>
    public StreamedLists? StreamFor(ColumnOrigin origin, object?[] values, FieldErrors errors)
    {
        if (origin.List is not null || origin.Field.Stream is not { } plan)
        {
            return null;
        }

        try
        {
            var lists = new StreamedLists(plan, plan.InitialCount(variables), new IList?[values.Length]);
            lock (_gate)
            {
                Lists.Add(lists);
            }

            return lists;
        }
        catch (GraphQLException refused)
        {
            Refuse(origin, values, refused, errors);
            return null;
        }
    }

    private static void Refuse(ColumnOrigin origin, object?[] values, GraphQLException refused, FieldErrors errors)
    {
        for (var i = 0; i < values.Length; i++)
        {
            // What is no list is told so when it is completed.
            if (values[i] is { } value && ValueCompleter.IsIterable(value))
            {
                errors.Add(origin, i, refused);
                values[i] = Array.Empty<object?>();
            }
        }
    }
}

/// <summary>The lists of a streamed field, for each object of a batch.</summary>
/// <param name="lists">By slot, the whole lists that go on; null for one that has fewer items than come at once.</param>
internal sealed class StreamedLists(StreamPlan plan, int initialCount, IList?[] lists)
{
    public StreamPlan Plan { get; } = plan;

    public int InitialCount { get; } = initialCount;

    public IList?[] Lists { get; } = lists;

    /// <summary>By slot, where the rest of a list comes from that comes piece by piece; null if none does.</summary>
    public ItemSource?[]? Sources { get; private set; }

    /// <summary>Where the first items went.</summary>
    public ListColumn Column { get; private set; } = null!;

    /// <summary>Notes a list, and tells how many of its items come at once. One that has just these goes on too, as nobody knows its end yet.</summary>
    public int Take(int slot, IList list, ItemSource? source)
    {
        if (source is not null)
        {
            (Sources ??= new ItemSource?[Lists.Length])[slot] = source;
        }

        if (list.Count < InitialCount)
        {
            return list.Count;
        }

        Lists[slot] = list;
        return InitialCount;
    }

    public void Cut(ListColumn column) => Column = column;
}
