using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>What compiled resolvers call while they run.</summary>
internal static class ResolverRuntime
{
    /// <summary>Takes the tasks' results in order; a task that fails fails its parent only.</summary>
    public static ValueTask AwaitEach<T>(FieldContext context, Task<T>?[] tasks, Func<object?, object?>? convert)
    {
        for (var i = 0; i < tasks.Length; i++)
        {
            if (tasks[i] is { IsCompletedSuccessfully: false })
            {
                return AwaitRest(context, tasks, i, convert);
            }

            Take(context, tasks, i, convert);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>A stream of objects: the same where it is one, else its items are boxed and, where they are ids, converted.</summary>
    public static IAsyncEnumerable<object?> Boxed<T>(IAsyncEnumerable<T> stream, Func<object?, object?>? convert, CancellationToken cancellation) =>
        convert is null && stream is IAsyncEnumerable<object?> objects ? objects : Converted(stream, convert, cancellation);

    private static async IAsyncEnumerable<object?> Converted<T>(
        IAsyncEnumerable<T> stream,
        Func<object?, object?>? convert,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in stream.WithCancellation(cancellation))
        {
            yield return convert is null ? item : convert(item);
        }
    }

    /// <summary>The same of a stream that has to be waited for.</summary>
    public static async ValueTask<IAsyncEnumerable<object?>> BoxedLater<T>(
        Task<IAsyncEnumerable<T>> stream, Func<object?, object?>? convert, CancellationToken cancellation) =>
        Boxed(await stream, convert, cancellation);

    /// <summary>Awaits a <see cref="Task{T}"/> of a type that is known when the schema is built only.</summary>
    public static Func<object, Task<object?>> Awaiter(Type result) => (Func<object, Task<object?>>)Delegate.CreateDelegate(
        typeof(Func<object, Task<object?>>),
        typeof(ResolverRuntime).GetMethod(nameof(Await))!.MakeGenericMethod(result));

    public static async Task<object?> Await<T>(object task) => await (Task<T>)task;

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Any failure of a resolver belongs to its field; the executor tells the expected ones from the others.")]
    private static async ValueTask AwaitRest<T>(FieldContext context, Task<T>?[] tasks, int start, Func<object?, object?>? convert)
    {
        for (var i = start; i < tasks.Length; i++)
        {
            try
            {
                if (tasks[i] is { } task)
                {
                    await task;
                    Take(context, tasks, i, convert);
                }
            }
            catch (Exception failure)
            {
                context.Fail(i, failure);
            }
        }
    }

    private static void Take<T>(FieldContext context, Task<T>?[] tasks, int index, Func<object?, object?>? convert)
    {
        if (tasks[index] is { } task)
        {
            context.Results[index] = convert is null ? task.GetAwaiter().GetResult() : convert(task.GetAwaiter().GetResult());
        }
    }
}
