using System.Globalization;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Response;

namespace R2P.GraphQL.Execution;

/// <summary>
/// What is still to be delivered, and what depends on what. A group is announced once the one around it is complete, and completes itself when all
/// its tasks have succeeded; an error that reaches one of its objects fails the whole group, with all within it.
/// </summary>
internal sealed class DeliveryGraph
{
    private readonly HashSet<Delivery> _open = [];
    private List<DeferredTask> _tasksToStart = [];
    private List<ItemStream> _streamsToStart = [];
    private int _nextId;

    /// <summary>The part that is being put together.</summary>
    public IncrementalPayload Payload { get; private set; } = new();

    public bool HasNext => _open.Count > 0;

    /// <summary>Adds what the first part of the response left over.</summary>
    public void Begin(FoundWork found) => Open(Prune(Add(found)), found.Streams);

    /// <summary>The part as it is; the next one begins.</summary>
    public IncrementalPayload TakePayload()
    {
        var payload = Payload;
        Payload = new IncrementalPayload();
        return payload;
    }

    /// <summary>The tasks of announced groups that have not been started.</summary>
    public List<DeferredTask> TakeTasks()
    {
        var tasks = _tasksToStart;
        _tasksToStart = [];
        return tasks;
    }

    /// <summary>The lists that were announced, or delivered in part, and go on.</summary>
    public List<ItemStream> TakeStreams()
    {
        var streams = _streamsToStart;
        _streamsToStart = [];
        return streams;
    }

    public void Finish(DeferredTask task, PartOutcome outcome)
    {
        task.Outcome = outcome;
        if (!task.Matters)
        {
            return;
        }

        if (outcome.Failure is { } failure)
        {
            foreach (var group in task.Groups.Where(group => group is { IsAlive: true, IsOpen: true }))
            {
                Fail(group, failure);
            }

            return;
        }

        Add(outcome.Found);
        var (groups, streams) = (new List<DeliveryGroup>(), new List<ItemStream>());
        foreach (var group in task.Groups.Where(group => group.IsAlive))
        {
            group.Unfinished--;
            CompleteIfDone(group, groups, streams);
        }

        Open(groups, streams);
    }

    /// <summary>Delivers items of a list, up to the first that failed, and goes on with those after them.</summary>
    /// <param name="failure">The error that ended the list.</param>
    public void Deliver(ItemStream stream, IReadOnlyList<PartOutcome> items, GraphQLError? failure)
    {
        if (items is [var first, ..])
        {
            List<GraphQLError> errors = [.. items.SelectMany(item => item.Errors)];
            Payload.Deliver(new Delivered(stream.Id!, IsItems: true, first.Values!, first.Index, items.Count, errors, []));
            foreach (var found in items.Select(item => item.Found))
            {
                Open(Prune(Add(found)), found.Streams);
            }
        }

        stream.Next += items.Count;
        if (failure is not null || stream.IsOver)
        {
            Close(stream, failure);
        }
        else
        {
            _streamsToStart.Add(stream);
        }
    }

    /// <summary>Ends everything that is open.</summary>
    public void FailAll(GraphQLError failure)
    {
        foreach (var delivery in _open.ToList())
        {
            Close(delivery, failure);
        }
    }

    /// <summary>The groups among what was found that nothing has to precede.</summary>
    private List<DeliveryGroup> Add(FoundWork found)
    {
        var outermost = new List<DeliveryGroup>();
        foreach (var group in found.Groups.Where(group => group.Parent is null or { IsAlive: true }))
        {
            group.IsAlive = true;
            if (group.Parent is { } parent)
            {
                parent.Add(group);
            }
            else
            {
                outermost.Add(group);
            }
        }

        foreach (var task in found.Tasks)
        {
            Add(task);
        }

        return outermost;
    }

    private void Add(DeferredTask task)
    {
        foreach (var group in task.Groups.Where(group => group.IsAlive))
        {
            group.Add(task);
            if (group.IsOpen)
            {
                Start(task);
            }
        }
    }

    /// <summary>Groups with something to deliver. Those without, as all their fields come with others, give way to those within.</summary>
    private static List<DeliveryGroup> Prune(IReadOnlyList<DeliveryGroup> groups)
    {
        var left = new List<DeliveryGroup>();
        foreach (var group in groups.Where(group => group.IsAlive))
        {
            if (group.Undelivered > 0)
            {
                left.Add(group);
                continue;
            }

            group.IsAlive = false;
            left.AddRange(Prune(group.Children));
        }

        return left;
    }

    /// <summary>Announces groups and lists. A group whose tasks are done already, for another group's sake, completes at once.</summary>
    private void Open(List<DeliveryGroup> groups, List<ItemStream> streams)
    {
        streams = [.. streams];
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            Announce(group);
            foreach (var task in group.Tasks)
            {
                Start(task);
            }

            if (group.Tasks.FirstOrDefault(task => task.Outcome?.Failure is not null) is { } failed)
            {
                Fail(group, failed.Outcome!.Failure!);
            }
            else
            {
                CompleteIfDone(group, groups, streams);
            }
        }

        streams.ForEach(Announce);
        _streamsToStart.AddRange(streams);
    }

    private void Announce(Delivery delivery)
    {
        delivery.Id = (_nextId++).ToString(CultureInfo.InvariantCulture);
        _open.Add(delivery);
        Payload.Announce(delivery.Id, delivery);
    }

    private void Start(DeferredTask task)
    {
        if (!task.IsStarted)
        {
            task.IsStarted = true;
            _tasksToStart.Add(task);
        }
    }

    private void CompleteIfDone(DeliveryGroup group, List<DeliveryGroup> newGroups, List<ItemStream> newStreams)
    {
        if (!group.IsOpen || group.Unfinished > 0)
        {
            return;
        }

        group.IsAlive = false;
        foreach (var task in group.Tasks.Where(task => !task.IsDelivered))
        {
            Deliver(task, group);
            newStreams.AddRange(task.Outcome!.Found.Streams);
        }

        newGroups.AddRange(Prune(group.Children));
        Close(group, null);
    }

    private void Deliver(DeferredTask task, DeliveryGroup group)
    {
        var nearest = group;
        foreach (var other in task.Groups)
        {
            task.IsDelivered = true;
            other.Undelivered--;
            if (other.IsOpen && other.Path.Count > nearest.Path.Count)
            {
                nearest = other;
            }
        }

        var (values, index, errors, _, _) = task.Outcome!;
        Payload.Deliver(new Delivered(nearest.Id!, IsItems: false, values!, index, 1, errors, [.. task.Path.Skip(nearest.Path.Count)]));
    }

    private void Fail(DeliveryGroup group, GraphQLError failure)
    {
        Forget(group);
        Close(group, failure);
    }

    /// <summary>What failed takes along all within it: that is never announced.</summary>
    private static void Forget(DeliveryGroup group)
    {
        group.IsAlive = false;
        foreach (var child in group.Children)
        {
            Forget(child);
        }
    }

    private void Close(Delivery delivery, GraphQLError? failure)
    {
        Payload.Complete(delivery.Id!, failure);
        delivery.Id = null;
        _open.Remove(delivery);
        _ = (delivery as ItemStream)?.Source?.AbandonAsync();
    }
}
