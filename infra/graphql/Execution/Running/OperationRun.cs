using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using R2P.GraphQL.Language;
using R2P.GraphQL.Response;
using R2P.GraphQL.Telemetry;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>
/// §6.2, §6.3 One execution of a plan, breadth-first: each field of a selection set is resolved once for all objects at its response path. A field
/// starts as soon as its own parents are there; where no resolver waits for anything, the whole run is one synchronous pass.
/// </summary>
internal sealed class OperationRun
{
    private readonly ValueCompleter _completer;
    private readonly ItemReading _reading;
    private readonly VariableValues _variables;
    private readonly TypeResolver _types;
    private readonly RunScope _scope;
    private readonly AnswersAhead _ahead = new();
    private int _pending;
    private TaskCompletionSource? _idle;
    private Exception? _fault;

    public OperationRun(OperationPlan plan, VariableValues variables, TypeResolver types, FieldErrors errors, RunScope scope, object rootValue)
        : this(plan, variables, types, errors, scope, new ObjectBatch(plan.Root, [rootValue], null, null))
    {
    }

    private OperationRun(OperationPlan plan, VariableValues variables, TypeResolver types, FieldErrors errors, RunScope scope, ObjectBatch root)
    {
        (Plan, _variables, _types, _scope, Errors, Root) = (plan, variables, types, scope, errors, root);
        Later = plan.Conditions.Incremental ? new LaterWork(variables) : null;
        _completer = new ValueCompleter(types, errors, Execute, Later);
        _reading = new ItemReading(variables, Later is not null, plan.Context.Options.MaxReadItems, scope.Sources, scope.Cancellation);
    }

    public OperationPlan Plan { get; }

    public IServiceProvider Services => _scope.Services;

    public ClaimsPrincipal User => _scope.User;

    public CancellationToken Cancellation => _scope.Cancellation;

    public SharedOperation Operation => new(_scope.Request);

    public FieldErrors Errors { get; }

    public ObjectBatch Root { get; }

    /// <summary>What the request reads while it is delivered.</summary>
    public ItemSources Sources => _scope.Sources;

    /// <summary>What the run came upon that is delivered later; null if nothing ever is.</summary>
    public LaterWork? Later { get; }

    /// <summary>A further run of the same request, for a part that is delivered later.</summary>
    public OperationRun ForLater(FieldErrors errors) => new(Plan, _variables, _types, errors, _scope, Root);

    /// <summary>§6.2.1, §6.2.2: a query's fields side by side, a mutation's one after the other, each wholly finished before the next.</summary>
    public async ValueTask ExecuteAsync()
    {
        if (Plan.Operation.Operation != OperationKind.Mutation)
        {
            await RunAsync(() => Execute(Root));
            return;
        }

        foreach (var field in Plan.Root.Columns)
        {
            Cancellation.ThrowIfCancellationRequested();
            await RunAsync(() => Start(Root, field, resolveLater: null));
        }
    }

    /// <summary>Runs the fields that come later of a batch of objects.</summary>
    public ValueTask ExecuteDeferredAsync(ObjectBatch batch) => RunAsync(() => Execute(batch));

    /// <summary>Completes items that come later than the lists they belong to.</summary>
    public ValueTask ExecuteStreamedAsync(ListColumn column, ListShape shape, object?[] items) => RunAsync(() =>
        column.Items = _completer.Complete(column.Origin with { List = column }, shape.Item, items, null));

    /// <summary>§6.2.3.2 ExecuteSubscriptionEvent: the event is the value of the root field.</summary>
    public ValueTask ExecuteEventAsync(object? value) => RunAsync(() =>
    {
        if (Plan.Root.Columns is [var field])
        {
            Complete(Root, field, [value], null);
        }
    });

    /// <summary>The coerced arguments of each such directive at the field.</summary>
    public IReadOnlyList<InputValues> DirectivesAt(FieldPlan field, string name) =>
        [.. field.Directives.Where(directive => directive.Definition.Name == name).Select(directive => directive.Coerce(_variables))];

    /// <summary>What a resolver is given for a field of the root, outside of an execution: a subscription's source (§6.2.3.1).</summary>
    public ResolverContext ContextOf(FieldPlan field) => new(this, Root, field, field.Arguments?.Coerce(_variables) ?? InputValues.None);

    /// <summary>What is selected below a field; nothing below a leaf.</summary>
    public ISelection SelectionOf(FieldPlan field) => field.Selection ?? (ISelection)Plan.SelectionBelow([], DeferSet.None);

    /// <summary>Asks what is selected of objects that are being looked up for a field, as far as their keys are enough to ask.</summary>
    /// <inheritdoc cref="FieldContext.AskAhead" path="/param"/>
    public void AskAhead(FieldPlan field, ObjectType type, string keyProperty, IReadOnlyList<Guid> keys)
    {
        var objects = field.Selection!.For(type);
        foreach (var below in objects.Columns)
        {
            if (below.Definition.Resolver is BatchResolver { Ahead: { } resolver } && resolver.KeyProperty == keyProperty
                && TryContext(new ObjectBatch(objects, [], null, null), below) is { } context)
            {
                BeginWait();
                _ = WaitAsync(_ahead.Ask(resolver, context, keys));
            }
        }
    }

    /// <summary>When no resolver is at work any more. A run that was cancelled leaves those behind that do not heed it.</summary>
    public Task WhenIdle => _idle?.Task ?? Task.CompletedTask;

    /// <summary>Runs a step and all that it starts.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled, or its time is over.</exception>
    private async ValueTask RunAsync(Action step)
    {
        (_pending, _idle) = (1, null);
        Guard(step);
        if (Interlocked.Decrement(ref _pending) > 0)
        {
            await _idle!.Task.WaitAsync(Cancellation);
        }
        else
        {
            // Every resolver that waited came back before the step itself was done.
            _idle?.SetResult();
        }

        Cancellation.ThrowIfCancellationRequested();
        if (_fault is not null)
        {
            throw new InvalidOperationException("The executor failed to complete a field.", _fault);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault of the executor ends the run, once the resolvers at work have come back.")]
    private void Guard(Action step)
    {
        _scope.Gathering?.Begin();
        try
        {
            step();
        }
        catch (Exception fault)
        {
            _fault = fault;
        }
        finally
        {
            _scope.Gathering?.End();
        }
    }

    /// <summary>§6.3.3 ExecuteCollectedFields: starts every resolver that may wait, then does what is there already.</summary>
    private void Execute(ObjectBatch batch)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (batch.Plan.Deferral is not null)
        {
            Later!.Defer(batch);
        }

        var fields = batch.Plan.Columns;
        var called = default(List<(ResolverContext Context, ValueTask Call)>);
        foreach (var field in fields)
        {
            if (field.Definition.Resolver is BatchResolver)
            {
                Start(batch, field, called ??= []);
            }
        }

        foreach (var (context, call) in called ?? [])
        {
            Finish(context, call);
        }

        foreach (var field in fields)
        {
            if (field.Definition.Resolver is not BatchResolver)
            {
                Start(batch, field, resolveLater: null);
            }
        }
    }

    private void Start(ObjectBatch batch, FieldPlan field, List<(ResolverContext Context, ValueTask Call)>? resolveLater)
    {
        switch (field.Definition.Resolver)
        {
            case PropertyResolver when field.Stored is not null && Array.TrueForAll(batch.Parents, StoredField.Has):
                break;
            case PropertyResolver property:
                ReadProperty(batch, field, property);
                break;
            case BatchResolver resolver when TryContext(batch, field) is { } context:
                var call = _ahead.Find(field) is { } answer ? answer.GiveAsync(context) : Call(resolver, context);
                if (resolveLater is not null && call.IsCompleted)
                {
                    resolveLater.Add((context, call));
                }
                else
                {
                    Finish(context, call);
                }

                break;
            case BatchResolver:
                break;
            default:
                FailAll(batch, field, new InvalidOperationException($"The field {field} has no resolver."));
                break;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a resolver throws is the field's error (§6.4.4).")]
    private void ReadProperty(ObjectBatch batch, FieldPlan field, PropertyResolver property)
    {
        var (parents, get) = (batch.Parents, property.Get);
        var values = new object?[parents.Length];
        var failures = default(Exception?[]);
        for (var i = 0; i < parents.Length; i++)
        {
            try
            {
                values[i] = get(parents[i]);
            }
            catch (Exception failure)
            {
                failures ??= new Exception?[parents.Length];
                failures[i] = failure;
            }
        }

        Complete(batch, field, values, failures);
    }

    /// <summary>§6.4.1: arguments that do not fit are the field's error, for each parent.</summary>
    private ResolverContext? TryContext(ObjectBatch batch, FieldPlan field)
    {
        try
        {
            return new ResolverContext(this, batch, field, field.Arguments?.Coerce(_variables) ?? InputValues.None);
        }
        catch (Errors.GraphQLException refused)
        {
            FailAll(batch, field, refused);
            return null;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a resolver throws is the field's error (§6.4.4).")]
    private static ValueTask Call(BatchResolver resolver, ResolverContext context)
    {
        try
        {
            return Spans.AreWanted ? Spans.ResolveAsync(resolver, context) : resolver.Resolve(context);
        }
        catch (Exception failure)
        {
            context.FailAll(failure);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>The run is not at its end before an answer is there, wanted or not: what it is read with is given back then.</summary>
    private async Task WaitAsync(Task answer)
    {
        await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        EndWait(static () => { });
    }

    private void Finish(ResolverContext context, ValueTask call)
    {
        if (call.IsCompletedSuccessfully)
        {
            call.GetAwaiter().GetResult();
            Complete(context.Batch, context.Plan, context.Results, context.Failures);
            return;
        }

        BeginWait();
        _ = FinishLaterAsync(context, call);
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a resolver throws is the field's error (§6.4.4).")]
    private async Task FinishLaterAsync(ResolverContext context, ValueTask call)
    {
        try
        {
            await call;
        }
        catch (Exception failure)
        {
            context.FailAll(failure);
        }

        EndWait(() => Complete(context.Batch, context.Plan, context.Results, context.Failures));
    }

    /// <summary>The run is not at its end before <see cref="EndWait"/>.</summary>
    private void BeginWait()
    {
        Interlocked.Increment(ref _pending);
        _idle ??= new TaskCompletionSource();
    }

    private void EndWait(Action step)
    {
        Guard(step);
        if (Interlocked.Decrement(ref _pending) == 0)
        {
            _idle!.SetResult();
        }
    }

    private void Complete(ObjectBatch batch, FieldPlan field, object?[] values, Exception?[]? failures)
    {
        if (field.Shape is ListShape && Array.Exists(values, ItemReading.IsNeeded))
        {
            BeginWait();
            _ = CompleteLaterAsync(batch, field, values, failures);
        }
        else
        {
            CompleteColumn(batch, field, values, failures);
        }
    }

    private async Task CompleteLaterAsync(ObjectBatch batch, FieldPlan field, object?[] values, Exception?[]? failures)
    {
        var all = await _reading.ReadAsync(field, values, failures);
        EndWait(() => CompleteColumn(batch, field, values, all));
    }

    private void CompleteColumn(ObjectBatch batch, FieldPlan field, object?[] values, Exception?[]? failures) =>
        batch.Columns[field.Index] = _completer.Complete(new ColumnOrigin(batch, field, null), field.Shape, values, failures);

    private void FailAll(ObjectBatch batch, FieldPlan field, Exception failure)
    {
        var failures = new Exception?[batch.Parents.Length];
        Array.Fill(failures, failure);
        Complete(batch, field, new object?[failures.Length], failures);
    }
}

/// <summary>Whose request it is, and with what it runs.</summary>
internal sealed record RunScope(IServiceProvider Services, ClaimsPrincipal User, RequestExecution Request, CancellationToken Cancellation)
{
    /// <summary>The lists that are read while they are delivered.</summary>
    public ItemSources Sources { get; } = new();

    /// <summary>Where what resolvers ask gathers; null where nothing does.</summary>
    public IReadGathering? Gathering { get; } = (IReadGathering?)Services.GetService(typeof(IReadGathering));
}
