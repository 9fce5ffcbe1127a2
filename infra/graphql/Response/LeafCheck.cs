using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

/// <summary>
/// Looks at every leaf of a result for what can't be written: an exception of its getter, a value that its type refuses, a null where none may
/// be. Done only when writing met such a leaf, or when there are errors anyway.
/// </summary>
internal sealed class LeafCheck(FieldErrors errors) : IDisposable
{
    private readonly PooledBuffer _buffer = new();
    private Utf8JsonWriter? _writer;

    private Utf8JsonWriter Writer => _writer ??= new Utf8JsonWriter(_buffer, ErrorResponse.WriterOptions);

    public void Check(ObjectBatch batch)
    {
        foreach (var field in batch.Plan.Fields)
        {
            if (field.HasColumn && batch.Columns[field.Index] is { } column)
            {
                Check(column);
            }
            else if (field.TypeName is null)
            {
                CheckFields(batch, field);
            }
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _buffer.Clear();
    }

    public void Check(Column column)
    {
        switch (column)
        {
            case LeafColumn leaves:
                CheckValues(leaves);
                break;
            case ListColumn lists:
                Check(lists.Items);
                break;
            case ObjectColumn objects:
                foreach (var batch in objects.Batches)
                {
                    Check(batch);
                }

                break;
        }
    }

    private void CheckFields(ObjectBatch batch, FieldPlan field)
    {
        var origin = new ColumnOrigin(batch, field, null);
        for (var i = 0; i < batch.Parents.Length; i++)
        {
            var parent = batch.Parents[i];
            var failure = Try(() => DataWriter.WriteFromParent(field, parent, Writer));
            if (failure is not null || (field.Shape.NonNull && _buffer.EndsWithNull(Writer.BytesPending)))
            {
                errors.Add(origin, i, failure);
            }
        }
    }

    private void CheckValues(LeafColumn leaves)
    {
        for (var i = 0; i < leaves.Values.Length; i++)
        {
            if (leaves.Values[i] is { } value && Try(() => leaves.Leaf.Write(Writer, value)) is { } failure)
            {
                errors.Add(leaves.Origin, i, failure);
                leaves.SetNull(i);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a getter or a scalar throws is the field's error (§6.4.4).")]
    private Exception? Try(Action write)
    {
        _buffer.Clear();
        Writer.Reset();
        try
        {
            write();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
