using System.Collections;
using System.Diagnostics.CodeAnalysis;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Limits;

namespace R2P.GraphQL.Execution;

/// <summary>Reads lists that come piece by piece before they are completed: to their end, or where items come later only those that come at once.</summary>
/// <param name="streams">Whether items may come later.</param>
/// <param name="limit">How many items may come at once.</param>
internal sealed class ItemReading(VariableValues variables, bool streams, int limit, ItemSources sources, CancellationToken cancellation)
{
    public static bool IsNeeded(object? value) => value is not (null or IList) and IAsyncEnumerable<object?>;

    /// <summary>Puts into the place of each such list what was read of it; all are read side by side.</summary>
    /// <returns>The failures, those of reading among them.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Reading a list runs the resolver's code; what it throws is the field's error (§6.4.4).")]
    public async ValueTask<Exception?[]?> ReadAsync(FieldPlan field, object?[] values, Exception?[]? failures)
    {
        if (!TryCount(field, out var count))
        {
            return failures;
        }

        var reading = new Task<object>?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (IsNeeded(values[i]))
            {
                reading[i] = ReadAsync((IAsyncEnumerable<object?>)values[i]!, count);
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                values[i] = reading[i] is { } list ? await list : values[i];
            }
            catch (Exception failure)
            {
                (failures ??= new Exception?[values.Length])[i] ??= failure;
            }
        }

        return failures;
    }

    /// <summary>How many items come at once, null for all; false if the directive says that badly, which is found when the lists are completed.</summary>
    private bool TryCount(FieldPlan field, out int? count)
    {
        count = null;
        try
        {
            count = streams ? field.Stream?.InitialCount(variables) : null;
            return true;
        }
        catch (GraphQLException)
        {
            return false;
        }
    }

    /// <summary>The items; or the source, with its first items read, if it goes on.</summary>
    private async Task<object> ReadAsync(IAsyncEnumerable<object?> items, int? count)
    {
        var source = new ItemSource(items, cancellation);
        try
        {
            await source.ReadFirstAsync(Math.Min(count ?? int.MaxValue, limit + 1));
            if (source.First.Count > limit)
            {
                throw new GraphQLException(LimitErrors.ReadItems(limit));
            }
        }
        catch
        {
            await source.AbandonAsync();
            throw;
        }

        if (source.IsOver)
        {
            await source.DisposeAsync();
            return source.First;
        }

        sources.Add(source);
        return source;
    }
}
