using System.Buffers;
using System.Buffers.Text;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Data;

/// <summary>
/// Finds a place in an order by the sort values of the row that stands there, instead of by counting: pages stay right while rows come and go, and
/// an index leads to the page. Keys may be null, equal, and of mixed directions.
/// </summary>
/// <param name="order">A total order; see <see cref="SortKey.Complete"/>.</param>
public sealed class Keyset<T>(IReadOnlyList<SortKey<T>> order)
    where T : class
{
    private const byte Mark = 0x4B;
    private const int SignatureLength = 4;

    private byte[] Signature => field ??= Sign();

    /// <summary>The cursor of a row: base64url of a mark, the order's signature, and the row's sort values.</summary>
    public string CursorOf(T row)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        buffer.Write([Mark]);
        buffer.Write(Signature);
        foreach (var key in order)
        {
            CursorFormat.Write(buffer, key.Field.Read(row));
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    /// <summary>The sort values that a cursor carries, one for each key.</summary>
    /// <param name="argument">The argument that the cursor came by, for the error.</param>
    /// <exception cref="GraphQLException">The text is no cursor, or one of another order.</exception>
    public IReadOnlyList<object?> ValuesOf(string cursor, string argument)
    {
        try
        {
            return Read(Base64Url.DecodeFromChars(cursor), argument);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw PagingErrors.NotACursor(argument);
        }
    }

    /// <summary>The rows behind the place that the values name; with <paramref name="backward"/>, those before it.</summary>
    public Expression<Func<T, bool>> Seek(IReadOnlyList<object?> values, bool backward)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, bool>>(KeysetCondition.Build(order, values, backward, row), row);
    }

    /// <summary>The rows in order; with <paramref name="backward"/>, from the end.</summary>
    public IQueryable<T> Sort(IQueryable<T> source, bool backward)
    {
        for (var i = 0; i < order.Count; i++)
        {
            source = order[i].Field.Append(source, isFirst: i == 0, order[i].Descending != backward);
        }

        return source;
    }

    private object?[] Read(ReadOnlySpan<byte> bytes, string argument)
    {
        if (bytes.Length <= SignatureLength || bytes[0] != Mark)
        {
            throw PagingErrors.NotACursor(argument);
        }

        if (!bytes.Slice(1, SignatureLength).SequenceEqual(Signature))
        {
            throw PagingErrors.CursorOfAnotherOrder(argument);
        }

        bytes = bytes[(1 + SignatureLength)..];
        var values = new object?[order.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = CursorFormat.Read(ref bytes, order[i].Field.ValueType);
            if (values[i] is null && !order[i].Field.IsNullable)
            {
                throw PagingErrors.NotACursor(argument);
            }
        }

        return bytes.IsEmpty ? values : throw PagingErrors.NotACursor(argument);
    }

    private byte[] Sign()
    {
        var text = new StringBuilder(typeof(T).Name);
        foreach (var key in order)
        {
            text.Append(key.Descending ? '-' : '+').Append(key.Field.Path.Text);
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..SignatureLength];
    }
}
