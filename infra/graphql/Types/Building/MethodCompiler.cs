using System.Linq.Expressions;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>
/// Compiles the call of a resolver method to a resolver. Nothing is looked up by reflection when it runs, but for the first time: a schema has
/// hundreds of methods, each with generic code of its own, and the operations of a day call some of them.
/// </summary>
internal static class MethodCompiler
{
    public static FieldResolver Compile(MethodCall call, MethodResult result, Func<object?, object?>? convert) => result.Form switch
    {
        ResultForm.Stream => Stream(call, result, convert),
        ResultForm.Single => PerParent(call.Method.ReturnType, call, convert),
        _ => Batched(call, call.Batch!, result, convert),
    };

    /// <summary>A loop over the parents. Synchronous methods answer inline; tasks are all started before the first is awaited.</summary>
    public static BatchResolver PerParent(Type returned, MethodCall call, Func<object?, object?>? convert) => WhenCalled(() =>
        TaskResult(returned) is { } awaited
            ? (Resolution)Invoke(nameof(Asynchronous), [awaited], call, returned, convert)
            : Synchronous(call, convert));

    private static BatchResolver WhenCalled(Func<Resolution> compile)
    {
        var compiled = new Lazy<Resolution>(compile);
        return new BatchResolver(context => compiled.Value(context));
    }

    private static Resolution Synchronous(MethodCall call, Func<object?, object?>? convert)
    {
        var results = Expression.Variable(typeof(object?[]), "results");
        var start = Expression.Assign(results, Expression.Property(MethodCall.Context, nameof(FieldContext.Results)));
        var resolve = call.Compile<Action<FieldContext>>(Expression.Block(
            [results],
            start,
            ForEachParent((parent, index) => Expression.Assign(Expression.ArrayAccess(results, index), Converted(call.On(parent), convert)))));
        return context =>
        {
            resolve.Code(context);
            return ValueTask.CompletedTask;
        };
    }

    private static Resolution Asynchronous<T>(MethodCall call, Type returned, Func<object?, object?>? convert)
    {
        var tasks = Expression.Parameter(typeof(Task<T>?[]), "tasks");
        Expression Started(Expression started) => returned.IsValueType ? Expression.Call(started, nameof(ValueTask<>.AsTask), []) : started;
        var start = call.Compile<Action<FieldContext, Task<T>?[]>>(
            ForEachParent((parent, index) => Expression.Assign(Expression.ArrayAccess(tasks, index), Started(call.On(parent)))),
            tasks);
        return context =>
        {
            var started = new Task<T>?[context.Parents.Count];
            start.Code(context, started);
            return ResolverRuntime.AwaitEach(context, started, convert);
        };
    }

    private static BatchResolver Batched(MethodCall call, BatchParameter batch, MethodResult result, Func<object?, object?>? convert)
    {
        var code = new Lazy<IBatchCode>(() => (IBatchCode)Invoke(nameof(Batch), [call.ParentType!, batch.Item, result.Value.Type], call, result, convert));
        return new BatchResolver(context => code.Value.ResolveAsync(context))
        {
            Ahead = batch.IsAskedAhead
                ? new AheadResolver(
                    batch.KeyProperty!,
                    (context, keys) => code.Value.AskAsync(context, keys),
                    (context, keys, answer) => code.Value.GiveAsync(context, keys, answer))
                : null,
        };
    }

    private static BatchCode<TItem> Batch<TParent, TItem, TValue>(MethodCall call, MethodResult result, Func<object?, object?>? convert)
    {
        var items = Expression.Parameter(typeof(IReadOnlyList<TItem>), "items");
        var isTask = TaskResult(result.Returned) is not null;
        Expression body = call.On(items);
        body = (isTask, body.Type.IsValueType) switch
        {
            (true, true) => Expression.Call(body, nameof(ValueTask<>.AsTask), []),
            (false, _) => Expression.Convert(body, typeof(object)),
            _ => body,
        };
        var invoke = call.Compile<Func<FieldContext, IReadOnlyList<TItem>, object>>(body, items);
        Func<object, Task<object?>> awaited = isTask ? ResolverRuntime.Awaiter(TaskResult(result.Returned)!) : static value => Task.FromResult<object?>(value);
        return new BatchCode<TItem>(
            BatchKeys.Of<TParent, TItem>(call.Batch!, result.Form),
            (context, asked) => awaited(invoke.Code(context, asked)),
            Distribution.For<TItem, TValue>(result.Form, call.Method.Origin(), convert));
    }

    private static StreamResolver Stream(MethodCall call, MethodResult result, Func<object?, object?>? convert)
    {
        var stream = call.On(Expression.Constant(null));
        var isTask = TaskResult(result.Returned) is not null;
        var item = new ClrShape(result.Returned, null).Awaited.Argument(0);
        var boxed = Expression.Call(
            typeof(ResolverRuntime),
            isTask ? nameof(ResolverRuntime.BoxedLater) : nameof(ResolverRuntime.Boxed),
            [item.Type],
            isTask && stream.Type.IsValueType ? Expression.Call(stream, nameof(ValueTask<>.AsTask), []) : stream,
            Expression.Constant(convert, typeof(Func<object?, object?>)),
            Expression.Property(MethodCall.Context, nameof(FieldContext.Cancellation)));
        if (isTask)
        {
            var begin = call.Compile<Func<FieldContext, ValueTask<IAsyncEnumerable<object?>>>>(boxed);
            return new StreamResolver(context => begin.Code(context));
        }

        var open = call.Compile<Func<FieldContext, IAsyncEnumerable<object?>>>(boxed);
        return new StreamResolver(context => open.Code(context));
    }

    /// <summary><c>for (index) try { body } catch (Exception e) { context.Fail(index, e); }</c></summary>
    private static BlockExpression ForEachParent(Func<Expression, Expression, Expression> body)
    {
        var index = Expression.Variable(typeof(int), "index");
        var count = Expression.Variable(typeof(int), "count");
        var parents = Expression.Variable(typeof(IReadOnlyList<object>), "parents");
        var failure = Expression.Parameter(typeof(Exception), "failure");
        var done = Expression.Label();
        var parent = Expression.Property(parents, typeof(IReadOnlyList<object>).GetProperty("Item")!, index);
        var fail = Expression.Call(MethodCall.Context, nameof(FieldContext.Fail), [], index, failure);
        var step = Expression.TryCatch(
            Expression.Block(typeof(void), body(parent, index)),
            Expression.Catch(failure, fail));
        return Expression.Block(
            [index, count, parents],
            Expression.Assign(parents, Expression.Property(MethodCall.Context, nameof(FieldContext.Parents))),
            Expression.Assign(count, Expression.Property(parents, typeof(IReadOnlyCollection<object>).GetProperty(nameof(IReadOnlyCollection<>.Count))!)),
            Expression.Loop(
                Expression.IfThenElse(
                    Expression.LessThan(index, count),
                    Expression.Block(step, Expression.PreIncrementAssign(index)),
                    Expression.Break(done)),
                done));
    }

    private static Expression Converted(Expression value, Func<object?, object?>? convert)
    {
        var boxed = Expression.Convert(value, typeof(object));
        return convert is null ? boxed : Expression.Invoke(Expression.Constant(convert), boxed);
    }

    private static Type? TaskResult(Type returned)
    {
        var awaited = new ClrShape(returned, null).Awaited.Type;
        return awaited == returned ? null : awaited;
    }

    private static object Invoke(string method, Type[] typeArguments, params object?[] arguments) =>
        typeof(MethodCompiler).GetMethod(method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(typeArguments)
            .Invoke(null, arguments)!;

    private delegate ValueTask Resolution(FieldContext context);
}
