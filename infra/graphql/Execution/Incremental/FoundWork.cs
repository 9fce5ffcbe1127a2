using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Execution;

/// <summary>What was found below one root of a run that is delivered later.</summary>
internal sealed class FoundWork
{
    public static FoundWork None { get; } = new();

    public List<DeliveryGroup> Groups { get; } = [];

    public List<DeferredTask> Tasks { get; } = [];

    public List<ItemStream> Streams { get; } = [];

    /// <summary>
    /// Sorts what a run came upon by the roots of the run. Nothing is delivered below a position that an error made null, so the errors have to be
    /// settled.
    /// </summary>
    /// <param name="allowance">How much more may be found.</param>
    /// <exception cref="GraphQLException">It is more.</exception>
    public static Dictionary<int, FoundWork> ByRoot(OperationRun run, PendingAllowance allowance)
    {
        var found = new Dictionary<int, FoundWork>();
        if (run.Later is not { Any: true } later)
        {
            return found;
        }

        foreach (var batch in later.Batches)
        {
            AddBatch(found, batch, run.Errors, allowance);
        }

        foreach (var lists in later.Lists)
        {
            AddLists(found, lists, run.Errors, allowance);
        }

        return found;
    }

    private static void AddBatch(Dictionary<int, FoundWork> found, ObjectBatch batch, FieldErrors errors, PendingAllowance allowance)
    {
        var (usages, fields) = batch.Plan.Deferral!;
        allowance.Spend((long)usages.Length * batch.Parents.Length);
        batch.Groups = new DeliveryGroup[batch.Parents.Length * usages.Length];
        for (var row = 0; row < batch.Parents.Length; row++)
        {
            if (errors.Any && errors.IsNulled(batch, row))
            {
                continue;
            }

            var work = Of(found, RootOf(batch, row));
            foreach (var usage in usages)
            {
                var parent = usage.Parent is { } outer ? GroupOf(outer, batch, row) : null;
                var group = new DeliveryGroup(usage, batch, row, parent);
                batch.Groups[(row * usages.Length) + usage.Index] = group;
                work.Groups.Add(group);
            }

            foreach (var deferred in fields)
            {
                var groups = Array.ConvertAll(deferred.Usages.Usages, usage => GroupOf(usage, batch, row));
                work.Tasks.Add(new DeferredTask(batch, row, deferred, groups));
            }
        }
    }

    private static void AddLists(Dictionary<int, FoundWork> found, StreamedLists lists, FieldErrors errors, PendingAllowance allowance)
    {
        allowance.Spend(lists.Lists.Count(list => list is not null));
        for (var slot = 0; slot < lists.Lists.Length; slot++)
        {
            if (lists.Lists[slot] is null)
            {
                continue;
            }

            if (errors.Any && errors.IsNulled(lists.Column, slot))
            {
                _ = lists.Sources?[slot]?.AbandonAsync();
            }
            else
            {
                Of(found, FieldErrors.RootOf(lists.Column.Origin, slot)).Streams.Add(new ItemStream(lists, slot));
            }
        }
    }

    private static FoundWork Of(Dictionary<int, FoundWork> found, int root)
    {
        if (!found.TryGetValue(root, out var work))
        {
            found.Add(root, work = new FoundWork());
        }

        return work;
    }

    private static int RootOf(ObjectBatch batch, int row) =>
        batch.IsRoot ? row : FieldErrors.RootOf(batch.Origin!.Origin, batch.SlotOf(row));

    /// <summary>The group that a usage has at the object itself, or at the object around it whose selections hold the <c>@defer</c>.</summary>
    private static DeliveryGroup GroupOf(DeferUsage usage, ObjectBatch batch, int row)
    {
        while (true)
        {
            if (batch.Source is { } source)
            {
                (batch, row) = (source.Batch, source.Rows[row]);
            }

            if (batch.Plan.Deferral?.NewUsages is { } usages && usage.Index < usages.Length && usages[usage.Index] == usage)
            {
                return batch.Groups![(row * usages.Length) + usage.Index];
            }

            (batch, row) = batch.Enclosing(row);
        }
    }
}
