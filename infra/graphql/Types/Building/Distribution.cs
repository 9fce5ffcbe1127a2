namespace R2P.GraphQL.Types.Building;

/// <summary>Gives each parent its part of what a batch method returned.</summary>
internal static class Distribution
{
    public static Action<object?, KeyBatch<TItem>, object?[]> For<TItem, TValue>(ResultForm form, string origin, Func<object?, object?>? convert)
    {
        convert ??= static value => value;
        return form switch
        {
            ResultForm.Aligned => (answer, batch, results) => Align((IReadOnlyList<TValue>)Given(answer, origin), batch, results, origin, convert),
            ResultForm.Lookup => (answer, batch, results) => Group((ILookup<TItem, TValue>)Given(answer, origin), batch, results, convert),
            _ => (answer, batch, results) => Look((IReadOnlyDictionary<TItem, TValue>)Given(answer, origin), batch, results, convert),
        };
    }

    private static void Align<TItem, TValue>(
        IReadOnlyList<TValue> answer,
        KeyBatch<TItem> batch,
        object?[] results,
        string origin,
        Func<object?, object?> convert)
    {
        if (answer.Count != batch.Items.Count)
        {
            throw new InvalidOperationException($"{origin} returned {answer.Count} results for {batch.Items.Count} parents.");
        }

        for (var i = 0; i < batch.Positions.Length; i++)
        {
            results[i] = batch.Positions[i] < 0 ? null : convert(answer[batch.Positions[i]]);
        }
    }

    private static void Look<TItem, TValue>(
        IReadOnlyDictionary<TItem, TValue> answer,
        KeyBatch<TItem> batch,
        object?[] results,
        Func<object?, object?> convert)
    {
        for (var i = 0; i < batch.Positions.Length; i++)
        {
            results[i] = batch.Positions[i] >= 0 && answer.TryGetValue(batch.Keys[i]!, out var value) ? convert(value) : null;
        }
    }

    private static void Group<TItem, TValue>(ILookup<TItem, TValue> answer, KeyBatch<TItem> batch, object?[] results, Func<object?, object?> convert)
    {
        for (var i = 0; i < batch.Positions.Length; i++)
        {
            results[i] = batch.Positions[i] < 0 ? Array.Empty<TValue>() : answer[batch.Keys[i]!].Select(value => convert(value)).ToArray();
        }
    }

    private static object Given(object? answer, string origin) => answer ?? throw new InvalidOperationException($"{origin} returned null for a whole batch.");
}
