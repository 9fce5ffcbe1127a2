using System.Collections;
using System.Diagnostics.CodeAnalysis;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>§6.4.3 CompleteValue, for a whole column at once. Batches of objects that come up are handed on to be executed.</summary>
/// <param name="later">Takes the items that come later; null if all come at once.</param>
internal sealed class ValueCompleter(TypeResolver types, FieldErrors errors, Action<ObjectBatch> execute, LaterWork? later)
{
    /// <summary>Completes the values of one type.</summary>
    /// <param name="values">The values; the array is the completer's from now on.</param>
    /// <param name="failures">The exception for each value that failed; null if none did.</param>
    public Column Complete(ColumnOrigin origin, ValueShape shape, object?[] values, Exception?[]? failures)
    {
        if (failures is not null)
        {
            DropFailed(values, failures);
        }

        return shape switch
        {
            LeafShape leaf => CompleteLeaves(origin, leaf, values, failures),
            ListShape list => CompleteLists(origin, list, values, failures),
            _ => CompleteObjects(origin, (CompositeShape)shape, values, failures),
        };
    }

    private static void DropFailed(object?[] values, Exception?[] failures)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (failures[i] is not null)
            {
                values[i] = null;
            }
        }
    }

    private LeafColumn CompleteLeaves(ColumnOrigin origin, LeafShape shape, object?[] values, Exception?[]? failures)
    {
        if (shape.NonNull || failures is not null)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is null)
                {
                    NoteNull(origin, shape, i, failures);
                }
            }
        }

        return new LeafColumn(origin, shape, values);
    }

    private ListColumn CompleteLists(ColumnOrigin origin, ListShape shape, object?[] values, Exception?[]? failures)
    {
        var stream = later?.StreamFor(origin, values, errors);
        var offsets = new int[values.Length + 1];
        var total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value && TryRead(origin, i, value) is { } list)
            {
                values[i] = list;
                offsets[i] = total;
                total += stream is null ? list.Count : stream.Take(i, list, value as ItemSource);
                continue;
            }

            offsets[i] = ~total;
            if (values[i] is null)
            {
                NoteNull(origin, shape, i, failures);
            }

            values[i] = null;
        }

        offsets[^1] = total;
        var column = new ListColumn(origin, shape, offsets);
        stream?.Cut(column);
        column.Items = Complete(origin with { List = column }, shape.Item, Flatten(column, values, total), null);
        return column;
    }

    private static object?[] Flatten(ListColumn column, object?[] lists, int total)
    {
        var items = new object?[total];
        for (var slot = 0; slot < lists.Length; slot++)
        {
            var (next, end) = (column.Start(slot), column.Start(slot + 1));
            switch (lists[slot])
            {
                case object?[] array:
                    Array.Copy(array, 0, items, next, end - next);
                    break;
                case IList some:
                    for (var i = 0; next < end; i++)
                    {
                        items[next++] = some[i];
                    }

                    break;
            }
        }

        return items;
    }

    /// <summary>§6.4.3 Whether a value can be completed as a list.</summary>
    public static bool IsIterable(object value) =>
        value is ItemSource or IAsyncEnumerable<object?> || (value is IEnumerable && value is not (string or IReadOnlyDictionary<string, object?>));

    /// <summary>The list, read to its end if it has no count yet; null if it failed.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Reading a lazy list runs the resolver's code; what it throws is the field's error.")]
    private IList? TryRead(ColumnOrigin origin, int slot, object value)
    {
        if ((value as IList ?? (value as ItemSource)?.First) is { } known)
        {
            return known;
        }

        if (value is not IEnumerable items || !IsIterable(value))
        {
            var message = $"Expected Iterable, but did not find one for field \"{origin.Field}\".";
            errors.Add(origin, slot, new GraphQLException(message, ErrorCodes.Internal));
            return null;
        }

        try
        {
            return items.Cast<object?>().ToArray();
        }
        catch (Exception failure)
        {
            errors.Add(origin, slot, failure);
            return null;
        }
    }

    private ObjectColumn CompleteObjects(ColumnOrigin origin, CompositeShape shape, object?[] values, Exception?[]? failures)
    {
        var grouping = new ObjectGrouping(values.Length);
        var (lastClrType, plan) = (default(Type), PlanOf(shape.Type as ObjectType, shape));
        var isAbstract = plan is null;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } value)
            {
                NoteNull(origin, shape, i, failures);
                grouping.Skip(i);
                continue;
            }

            if (isAbstract && (value.GetType() != lastClrType || value is IReadOnlyDictionary<string, object?>))
            {
                (lastClrType, plan) = (value.GetType(), PlanOf(types.Resolve(shape.Type, value), shape));
            }

            if (plan is { Failure: null })
            {
                grouping.Add(i, plan);
            }
            else
            {
                errors.Add(origin, i, plan is null ? Unresolved(origin, shape) : new GraphQLException(plan.Failure));
                grouping.Skip(i);
            }
        }

        return Execute(new ObjectColumn(origin, shape, values.Length, grouping.Rows, grouping.Kinds), grouping, values);
    }

    private ObjectColumn Execute(ObjectColumn column, ObjectGrouping grouping, object?[] values)
    {
        column.Batches = grouping.Batches(column, values);
        foreach (var batch in column.Batches)
        {
            execute(batch);
        }

        return column;
    }

    private static ObjectPlan? PlanOf(ObjectType? type, CompositeShape shape) => type is null ? null : shape.Selection.For(type);

    private static GraphQLException Unresolved(ColumnOrigin origin, CompositeShape shape) => new(
        $"Abstract type \"{shape.Type}\" must resolve to an Object type at runtime for field \"{origin.Field}\".", ErrorCodes.Internal);

    private void NoteNull(ColumnOrigin origin, ValueShape shape, int slot, Exception?[]? failures)
    {
        if (failures?[slot] is { } failure)
        {
            errors.Add(origin, slot, failure);
        }
        else if (shape.NonNull)
        {
            errors.Add(origin, slot, null);
        }
    }
}
