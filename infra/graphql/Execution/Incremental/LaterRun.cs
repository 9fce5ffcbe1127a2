using System.Diagnostics.CodeAnalysis;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Response;

namespace R2P.GraphQL.Execution;

/// <summary>What all runs of one operation share.</summary>
internal sealed record LaterContext(ErrorReporter Reporter, PendingAllowance Allowance);

/// <summary>A run for parts that are delivered later: one batch, breadth-first as the first part was.</summary>
internal abstract class LaterRun(OperationRun run, LaterContext context)
{
    private GraphQLError? _fault;

    protected OperationRun Run { get; } = run;

    protected LaterContext Context { get; } = context;

    /// <summary>When no resolver is at work any more, be it after a cancellation.</summary>
    public Task WhenIdle => Run.WhenIdle;

    /// <summary>Runs to the end; false if it was cancelled.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A fault of the executor fails the parts that it concerns, not those that were delivered.")]
    public async Task<bool> CompletesAsync()
    {
        try
        {
            await ExecuteAsync();
        }
        catch (OperationCanceledException) when (Run.Cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception fault)
        {
            _fault = Context.Reporter.Report(fault);
        }

        return true;
    }

    /// <summary>Writes what the run came to, and hands it to the graph.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A fault of the executor fails the parts that it concerns, not those that were delivered.")]
    public void Deliver(DeliveryGraph graph)
    {
        if (_fault is null)
        {
            try
            {
                Deliver(graph, Write());
                return;
            }
            catch (Exception fault)
            {
                _fault = Context.Reporter.Report(fault);
            }
        }

        Fail(graph, _fault);
    }

    protected abstract ValueTask ExecuteAsync();

    protected abstract IReadOnlyList<PartOutcome> Write();

    protected abstract void Deliver(DeliveryGraph graph, IReadOnlyList<PartOutcome> outcomes);

    protected abstract void Fail(DeliveryGraph graph, GraphQLError fault);

    protected PartOutcome[] Outcomes(int count, PartsWriter writer)
    {
        var (parts, errors) = writer.Write();
        var below = errors.Where(error => !error.IsFatal).ToLookup(error => error.Root, error => error.Error);
        var fatal = errors.Where(error => error.IsFatal).GroupBy(error => error.Root).ToDictionary(group => group.Key, group => group.First().Error);
        var found = FoundWork.ByRoot(Run, Context.Allowance);
        return [.. Enumerable.Range(0, count).Select(root => new PartOutcome(
            parts, root, errors.Count == 0 ? [] : [.. below[root]], fatal.GetValueOrDefault(root), found.GetValueOrDefault(root, FoundWork.None)))];
    }
}

/// <summary>The same deferred fields of all objects of a batch that are due.</summary>
internal sealed class DeferredRun(OperationRun run, LaterContext context, IReadOnlyList<DeferredTask> tasks) : LaterRun(run, context)
{
    private readonly ObjectBatch _batch = BatchOf(tasks);

    protected override ValueTask ExecuteAsync() => Run.ExecuteDeferredAsync(_batch);

    protected override IReadOnlyList<PartOutcome> Write() => Outcomes(tasks.Count, new PartsWriter(
        Run.Errors,
        tasks.Count,
        (writer, row) => writer.WriteObject(_batch, row),
        row => Run.Errors.IsNulled(_batch, row),
        check => check.Check(_batch)));

    protected override void Deliver(DeliveryGraph graph, IReadOnlyList<PartOutcome> outcomes)
    {
        for (var i = 0; i < tasks.Count; i++)
        {
            graph.Finish(tasks[i], outcomes[i]);
        }
    }

    protected override void Fail(DeliveryGraph graph, GraphQLError fault)
    {
        foreach (var task in tasks)
        {
            graph.Finish(task, new PartOutcome(null, 0, [], fault with { Path = task.Path }, FoundWork.None));
        }
    }

    private static ObjectBatch BatchOf(IReadOnlyList<DeferredTask> tasks)
    {
        var source = tasks[0].Batch;
        var rows = tasks.Select(task => task.Row).ToArray();
        return new ObjectBatch(
            tasks[0].Fields.Plan,
            Array.ConvertAll(rows, row => source.Parents[row]),
            source.Origin,
            source.Origin is null ? null : Array.ConvertAll(rows, source.SlotOf))
        {
            Source = new DeferredRows(source, rows),
        };
    }
}

/// <summary>The next items of those lists of a field that are due.</summary>
internal sealed class StreamRun(OperationRun run, LaterContext context, IReadOnlyList<ItemStream> streams) : LaterRun(run, context)
{
    /// <summary>As many of each list, as graphql-js has it: a long list comes in parts.</summary>
    private const int MostItems = 100;

    private readonly IReadOnlyList<ItemStream> _streams = streams;
    private ListColumn _column = null!;
    private object?[] _items = [];

    protected override async ValueTask ExecuteAsync()
    {
        var taken = new IReadOnlyList<object?>[_streams.Count];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = await _streams[i].TakeAsync(MostItems);
        }

        Run.Cancellation.ThrowIfCancellationRequested();
        Lay(taken);
        await Run.ExecuteStreamedAsync(_column, _streams[0].Lists.Plan.Items, _items);
    }

    protected override IReadOnlyList<PartOutcome> Write()
    {
        var items = _column.Origin with { List = _column };
        return Outcomes(_items.Length, new PartsWriter(
            Run.Errors,
            _items.Length,
            (writer, item) => writer.WriteSlot(_column.Items, item),
            item => Run.Errors.IsFailedRoot(items, item),
            check => check.Check(_column.Items)));
    }

    protected override void Deliver(DeliveryGraph graph, IReadOnlyList<PartOutcome> outcomes)
    {
        foreach (var stream in _streams)
        {
            var (start, end) = (_column.Start(stream.Slot), _column.Start(stream.Slot + 1));
            var due = outcomes.Skip(start).Take(end - start).ToList();
            var failure = due.Find(item => item.Failure is not null)?.Failure;
            graph.Deliver(stream, [.. due.TakeWhile(item => item.Failure is null)], failure ?? FailureOf(stream));
        }
    }

    protected override void Fail(DeliveryGraph graph, GraphQLError fault)
    {
        foreach (var stream in _streams)
        {
            graph.Deliver(stream, [], fault with { Path = stream.Path });
        }
    }

    /// <summary>Lays the items of all lists end to end.</summary>
    private void Lay(IReadOnlyList<object?>[] taken)
    {
        var lists = _streams[0].Lists;
        var (offsets, firstIndices) = (new int[lists.Lists.Length + 1], new int[lists.Lists.Length]);
        for (var i = 0; i < taken.Length; i++)
        {
            (offsets[_streams[i].Slot + 1], firstIndices[_streams[i].Slot]) = (taken[i].Count, _streams[i].Next);
        }

        for (var slot = 0; slot < firstIndices.Length; slot++)
        {
            offsets[slot + 1] += offsets[slot];
        }

        _items = new object?[offsets[^1]];
        for (var i = 0; i < taken.Length; i++)
        {
            ((ICollection<object?>)taken[i]).CopyTo(_items, offsets[_streams[i].Slot]);
        }

        _column = new ListColumn(lists.Column.Origin, lists.Plan.Items, offsets, firstIndices);
    }

    /// <summary>The error of the list, where its reading failed after the last item.</summary>
    private GraphQLError? FailureOf(ItemStream stream)
    {
        var field = stream.Lists.Column.Origin.Field;
        return stream.Source?.Failure is { } failure ? field.Locate(Context.Reporter.Report(failure, field)) with { Path = stream.Path } : null;
    }
}
