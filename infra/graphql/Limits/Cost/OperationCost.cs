using System.Runtime.InteropServices;
using System.Text.Json;

namespace R2P.GraphQL.Limits;

/// <summary>IBM cost specification §5.3.2: what an operation may come to at most. Beyond <see cref="Most"/> nobody counts: figures stay there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OperationCost(double Type, double Field)
{
    /// <summary>Low enough that sums and products of it stay exact enough, and finite.</summary>
    public const double Most = 1e15;

    public static OperationCost operator +(OperationCost first, OperationCost second) =>
        new(Math.Min(first.Type + second.Type, Most), Math.Min(first.Field + second.Field, Most));

    public static OperationCost operator *(double times, OperationCost cost) =>
        new(Math.Min(times * cost.Type, Most), Math.Min(times * cost.Field, Most));

    /// <summary>The larger of each figure.</summary>
    public static OperationCost Max(OperationCost first, OperationCost second) =>
        new(Math.Max(first.Type, second.Type), Math.Max(first.Field, second.Field));

    /// <summary>As an entry of a response's <c>extensions</c>.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("operationCost"u8);
        writer.WriteNumber("fieldCost"u8, Field);
        writer.WriteNumber("typeCost"u8, Type);
        writer.WriteEndObject();
    }
}
