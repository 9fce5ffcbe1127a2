using System.Text.Json;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>
/// A JSON array of requests in one POST: no part of GraphQL over HTTP, but what several clients send. The array is refused as a whole if it is broken
/// or too long; an entry that is no request is an error of its own.
/// </summary>
internal static class RequestBatch
{
    /// <summary>Whether a body is an array, going by its first character.</summary>
    public static bool IsArray(ReadOnlySpan<byte> json)
    {
        var trimmed = json.TrimStart(" \t\r\n"u8);
        return !trimmed.IsEmpty && trimmed[0] == '[';
    }

    /// <summary>Parses every entry.</summary>
    /// <exception cref="TransportException">The JSON is broken, or has no entries or more than <paramref name="maxSize"/>.</exception>
    public static IReadOnlyList<BatchEntry> Parse(ReadOnlySpan<byte> json, int maxDepth, int maxSize)
    {
        RequestJson.RefuseInvalidUtf8(json);
        var ranges = RangesIn(json, maxSize);
        var entries = new BatchEntry[ranges.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = ParseEntry(json[ranges[i]], maxDepth);
        }

        return entries;
    }

    private static List<Range> RangesIn(ReadOnlySpan<byte> json, int maxSize)
    {
        var ranges = new List<Range>(maxSize);
        var count = 0;
        try
        {
            var reader = RequestJson.ReaderOf(json);
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (++count <= maxSize)
                {
                    ranges.Add(start..(int)reader.BytesConsumed);
                }
            }

            reader.Read();
        }
        catch (JsonException exception)
        {
            throw TransportErrors.InvalidJson(exception);
        }

        return count == 0 ? throw TransportErrors.EmptyBatch()
            : count > maxSize ? throw TransportErrors.BatchTooLarge(count, maxSize)
            : ranges;
    }

    private static BatchEntry ParseEntry(ReadOnlySpan<byte> json, int maxDepth)
    {
        try
        {
            return new BatchEntry(RequestJson.Parse(json, maxDepth), null);
        }
        catch (TransportException refusal)
        {
            return new BatchEntry(null, refusal.Error);
        }
    }
}

/// <summary>One entry of a batch: a request, or why it is none.</summary>
internal sealed record BatchEntry(RequestParameters? Parameters, GraphQLError? Refusal);
