using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace R2P.GraphQL.Data;

/// <summary>
/// How sort values stand in a cursor: a byte that says null or not, then the value. Times are in microseconds, PostgreSQL's own precision: with more,
/// a cursor would fall between a row and itself.
/// </summary>
internal static class CursorFormat
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly HashSet<Type> Types =
    [
        typeof(string), typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(bool), typeof(short), typeof(int), typeof(long),
        typeof(float), typeof(double), typeof(decimal),
    ];

    public static bool Carries(Type type) => Types.Contains(type);

    public static void Write(ArrayBufferWriter<byte> buffer, object? value)
    {
        buffer.Write([value is null ? (byte)0 : (byte)1]);
        switch (value)
        {
            case null: break;
            case string text: WriteText(buffer, text); break;
            case Guid id: Fixed(buffer, 16, id, static (span, id) => id.TryWriteBytes(span, bigEndian: true, out _)); break;
            case DateTimeOffset time: WriteInt64(buffer, time.UtcTicks / TimeSpan.TicksPerMicrosecond); break;
            case DateOnly date: WriteInt64(buffer, date.DayNumber); break;
            case bool flag: WriteInt64(buffer, flag ? 1 : 0); break;
            case short number: WriteInt64(buffer, number); break;
            case int number: WriteInt64(buffer, number); break;
            case long number: WriteInt64(buffer, number); break;
            case float number: WriteInt64(buffer, BitConverter.DoubleToInt64Bits(number)); break;
            case double number: WriteInt64(buffer, BitConverter.DoubleToInt64Bits(number)); break;
            case decimal number: Array.ForEach(decimal.GetBits(number), part => WriteInt64(buffer, part)); break;
            default: throw new ArgumentException($"A cursor can't carry a {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>Reads a value and moves <paramref name="bytes"/> behind it.</summary>
    /// <exception cref="ArgumentException">The bytes are no such value.</exception>
    public static object? Read(ref ReadOnlySpan<byte> bytes, Type type)
    {
        var presence = Take(ref bytes, 1)[0];
        if (presence == 0)
        {
            return null;
        }

        return type switch
        {
            _ when presence != 1 => throw new ArgumentException("Neither null nor a value."),
            _ when type == typeof(string) => ReadText(ref bytes),
            _ when type == typeof(Guid) => new Guid(Take(ref bytes, 16), bigEndian: true),
            _ when type == typeof(decimal) => ReadDecimal(ref bytes),
            _ => FromInt64(ReadInt64(ref bytes), type),
        };
    }

    private static object FromInt64(long value, Type type) => type switch
    {
        _ when type == typeof(DateTimeOffset) => ToTime(value),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(ToInt32(value)),
        _ when type == typeof(bool) => value != 0,
        _ when type == typeof(short) => (short)ToInt32(value),
        _ when type == typeof(int) => ToInt32(value),
        _ when type == typeof(long) => value,
        _ when type == typeof(float) => (float)BitConverter.Int64BitsToDouble(value),
        _ => BitConverter.Int64BitsToDouble(value),
    };

    private static DateTimeOffset ToTime(long microseconds) =>
        microseconds >= 0 && microseconds <= DateTimeOffset.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond
            ? new DateTimeOffset(microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero)
            : throw new ArgumentException("No time.");

    private static int ToInt32(long value) =>
        value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new ArgumentException("No 32-bit number.");

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text)
    {
        var length = Utf8.GetByteCount(text);
        WriteInt64(buffer, length);
        Fixed(buffer, length, text, static (span, text) => Utf8.GetBytes(text, span));
    }

    private static string ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var text = Utf8.GetString(Take(ref bytes, ToInt32(ReadInt64(ref bytes))));
        return text.Contains('\0') ? throw new ArgumentException("No text of a row.") : text;
    }

    private static decimal ReadDecimal(ref ReadOnlySpan<byte> bytes)
    {
        Span<int> parts = stackalloc int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = ToInt32(ReadInt64(ref bytes));
        }

        return new decimal(parts);
    }

    private static void WriteInt64(ArrayBufferWriter<byte> buffer, long value) =>
        Fixed(buffer, sizeof(long), value, static (span, value) => BinaryPrimitives.WriteInt64BigEndian(span, value));

    private static long ReadInt64(ref ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64BigEndian(Take(ref bytes, sizeof(long)));

    private static void Fixed<T>(ArrayBufferWriter<byte> buffer, int length, T value, Action<Span<byte>, T> write)
    {
        write(buffer.GetSpan(length)[..length], value);
        buffer.Advance(length);
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int length)
    {
        if (length < 0 || length > bytes.Length)
        {
            throw new ArgumentException("The cursor ends too early.");
        }

        var taken = bytes[..length];
        bytes = bytes[length..];
        return taken;
    }
}
