using System.Text.Json;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

/// <summary>§7.1.6 Writes the entry <c>data</c> from the completed columns; leaves are coerced (§6.4.3) as they are written.</summary>
internal sealed class DataWriter(Utf8JsonWriter writer, PooledBuffer buffer)
{
    /// <summary>Writes the objects below the root.</summary>
    /// <returns>False as soon as a leaf turned out null where it may not be; what was written is then of no use.</returns>
    public bool Write(ObjectBatch root)
    {
        if (!root.RootIsNull)
        {
            return WriteObject(root, 0);
        }

        writer.WriteNullValue();
        return true;
    }

    /// <summary>Writes one object.</summary>
    /// <inheritdoc cref="Write" path="/returns"/>
    public bool WriteObject(ObjectBatch batch, int row)
    {
        writer.WriteStartObject();
        var parent = batch.Parents[row];
        var mayBeNulled = batch.HasNulledLeaves;
        foreach (var field in batch.Plan.Fields)
        {
            writer.WritePropertyName(field.Key);
            if (field.TypeName is { } typeName)
            {
                writer.WriteStringValue(typeName);
            }
            else if (field.HasColumn && batch.Columns[field.Index] is { } column)
            {
                if (!WriteSlot(column, row))
                {
                    return false;
                }
            }
            else if (mayBeNulled && batch.IsLeafNulled(field, row))
            {
                writer.WriteNullValue();
            }
            else
            {
                WriteFromParent(field, parent, writer);
                if (field.Shape.NonNull && buffer.EndsWithNull(writer.BytesPending))
                {
                    return false;
                }
            }
        }

        writer.WriteEndObject();
        return true;
    }

    /// <summary>Writes a field that has no column: a leaf of its parent, or a copy of what the parent was read from.</summary>
    public static void WriteFromParent(FieldPlan field, object parent, Utf8JsonWriter writer)
    {
        if (field.Stored is { } stored && (field.Leaf is null || StoredField.Has(parent)))
        {
            stored.Write(parent, writer);
        }
        else
        {
            field.Leaf!(parent, writer);
        }
    }

    /// <summary>Writes one value.</summary>
    /// <inheritdoc cref="Write" path="/returns"/>
    public bool WriteSlot(Column column, int slot)
    {
        if (column.IsNull(slot))
        {
            writer.WriteNullValue();
            return true;
        }

        switch (column)
        {
            case LeafColumn leaves:
                leaves.Leaf.Write(writer, leaves.Values[slot]!);
                return true;
            case ListColumn lists:
                return WriteList(lists, slot);
            default:
                var objects = (ObjectColumn)column;
                return WriteObject(objects.BatchOf(slot), objects.RowOf(slot));
        }
    }

    private bool WriteList(ListColumn lists, int slot)
    {
        writer.WriteStartArray();
        var items = lists.Items;
        for (var (item, end) = (lists.Start(slot), lists.Start(slot + 1)); item < end; item++)
        {
            if (!WriteSlot(items, item))
            {
                return false;
            }
        }

        writer.WriteEndArray();
        return true;
    }
}
