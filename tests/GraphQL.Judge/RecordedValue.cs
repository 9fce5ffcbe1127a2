using System.Text.Json;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Judge;

/// <summary>The resolver throws.</summary>
internal sealed record RecordedFailure(string Message);

/// <summary>The resolver answers the arguments that it got, as JSON text.</summary>
internal sealed record RecordedEcho;

/// <summary>Reads the values that resolvers answer: JSON, save for what JSON can't say.</summary>
internal static class RecordedValue
{
    public static object? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => OfObject(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Of).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt32(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object OfObject(JsonElement json)
    {
        if (json.TryGetProperty("$pieces", out var pieces))
        {
            return Pieces([.. pieces.EnumerateArray().Select(Of)], json.TryGetProperty("$throw", out var end) ? end.GetString() : null);
        }

        if (json.TryGetProperty("$throw", out var message))
        {
            return new RecordedFailure(message.GetString()!);
        }

        if (json.TryGetProperty("$echo", out _))
        {
            return new RecordedEcho();
        }

        if (json.TryGetProperty("$number", out var name))
        {
            return name.GetString() switch { "NaN" => double.NaN, "Infinity" => double.PositiveInfinity, _ => double.NegativeInfinity };
        }

        return json.TryGetProperty("$events", out var events)
            ? Stream([.. events.EnumerateArray().Select(Of)])
            : json.EnumerateObject().ToDictionary(entry => entry.Name, entry => Of(entry.Value), StringComparer.Ordinal);
    }

    private static async IAsyncEnumerable<object?> Pieces(object?[] pieces, string? failure)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return piece;
        }

        if (failure is not null)
        {
            throw new GraphQLException(failure, "RECORDED");
        }
    }

    private static async IAsyncEnumerable<object?> Stream(object?[] events)
    {
        foreach (var item in events)
        {
            await Task.Yield();
            yield return item;
        }
    }
}
