using System.Text.Json;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Judge;

/// <summary>Coerced input as JSON text, marked so that the comparison knows it; what is absent is left out, and what JSON can't say is null.</summary>
internal static class Echo
{
    public const string Mark = "echo:";

    public static string Of(InputValues values) => Mark + JsonSerializer.Serialize(Plain(values));

    private static object? Plain(object? value) => value switch
    {
        InputValues values => values.Definitions.Keys.Where(values.IsPresent)
            .ToDictionary(name => name, name => Plain(values[name]), StringComparer.Ordinal),
        object?[] items => items.Select(Plain).ToArray(),
        double and (double.NaN or double.PositiveInfinity or double.NegativeInfinity) => null,
        _ => value,
    };
}
