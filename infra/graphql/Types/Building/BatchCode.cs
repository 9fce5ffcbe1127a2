using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>A compiled batch method: asked once for all parents, or for their keys.</summary>
internal interface IBatchCode
{
    ValueTask ResolveAsync(FieldContext context);

    Task<object?> AskAsync(FieldContext context, IReadOnlyList<Guid> keys);

    Task GiveAsync(FieldContext context, IReadOnlyList<Guid> keys, Task<object?> answer);
}

/// <inheritdoc cref="IBatchCode"/>
/// <param name="read">Reads what the method is called with from the parents.</param>
/// <param name="ask">Calls the method.</param>
/// <param name="distribute">Gives each parent its part of the answer.</param>
internal sealed class BatchCode<TItem>(
    Func<IReadOnlyList<object>, KeyBatch<TItem>> read,
    Func<FieldContext, IReadOnlyList<TItem>, Task<object?>> ask,
    Action<object?, KeyBatch<TItem>, object?[]> distribute) : IBatchCode
{
    public async ValueTask ResolveAsync(FieldContext context)
    {
        var batch = read(context.Parents);
        distribute(await ask(context, batch.Items), batch, context.Results);
    }

    public Task<object?> AskAsync(FieldContext context, IReadOnlyList<Guid> keys) => ask(context, (IReadOnlyList<TItem>)keys);

    public async Task GiveAsync(FieldContext context, IReadOnlyList<Guid> keys, Task<object?> answer)
    {
        IReadOnlyList<TItem> asked = (IReadOnlyList<TItem>)keys;
        var batch = read(context.Parents);
        var positions = Array.ConvertAll(batch.Keys, key => IndexOf(asked, key!));
        if (positions.Contains(-1))
        {
            await ResolveAsync(context);
        }
        else
        {
            distribute(await answer, new KeyBatch<TItem>(asked, batch.Keys, positions), context.Results);
        }
    }

    private static int IndexOf(IReadOnlyList<TItem> keys, TItem key)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (EqualityComparer<TItem>.Default.Equals(keys[i], key))
            {
                return i;
            }
        }

        return -1;
    }
}
