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
            return new Sequence([.. pieces.EnumerateArray().Select(Of)], json.TryGetProperty("$throw", out var end) ? end.GetString() : null);
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
            ? new Sequence([.. events.EnumerateArray().Select(Of)], null)
            : json.EnumerateObject().ToDictionary(entry => entry.Name, entry => Of(entry.Value), StringComparer.Ordinal);
    }

    /// <summary>What comes one by one, and may fail in the end. Several fields may read it at the same time, each from the beginning.</summary>
    private sealed class Sequence(object?[] items, string? failure) : IAsyncEnumerable<object?>
    {
        public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            ReadAsync().GetAsyncEnumerator(cancellationToken);

        private async IAsyncEnumerable<object?> ReadAsync()
        {
            foreach (var item in items)
            {
                await Task.Yield();
                yield return item;
            }

            if (failure is not null)
            {
                throw new GraphQLException(failure, "RECORDED");
            }
        }
    }
}
