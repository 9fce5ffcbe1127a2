using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

/// <summary>What one part of a response will say: what has become pending, what it delivers, and what is complete with it.</summary>
internal sealed class IncrementalPayload
{
    private static readonly JsonEncodedText HasNext = JsonEncodedText.Encode("hasNext");
    private static readonly JsonEncodedText Pending = JsonEncodedText.Encode("pending");
    private static readonly JsonEncodedText Incremental = JsonEncodedText.Encode("incremental");
    private static readonly JsonEncodedText Completed = JsonEncodedText.Encode("completed");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Path = JsonEncodedText.Encode("path");
    private static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Items = JsonEncodedText.Encode("items");
    private static readonly JsonEncodedText SubPath = JsonEncodedText.Encode("subPath");

    private readonly List<(string Id, Delivery Delivery)> _pending = [];
    private readonly List<Delivered> _delivered = [];
    private readonly List<(string Id, GraphQLError? Error)> _completed = [];

    public bool IsEmpty => _pending.Count + _delivered.Count + _completed.Count == 0;

    public void Announce(string id, Delivery delivery) => _pending.Add((id, delivery));

    public void Deliver(Delivered delivered) => _delivered.Add(delivered);

    public void Complete(string id, GraphQLError? error) => _completed.Add((id, error));

    /// <summary>The entries that follow the data of the first part; none if nothing is pending.</summary>
    public void WriteEndOfFirst(Utf8JsonWriter writer)
    {
        if (_pending.Count > 0)
        {
            WritePending(writer);
            writer.WriteBoolean(HasNext, true);
        }
    }

    /// <summary>The whole part; what it delivers is released.</summary>
    public ResponseResult Write(bool hasNext)
    {
        var output = ResponseOutput.Rent();
        var writer = output.Writer;
        writer.WriteStartObject();
        writer.WriteBoolean(HasNext, hasNext);
        if (_pending.Count > 0)
        {
            WritePending(writer);
        }

        if (_delivered.Count > 0)
        {
            WriteDelivered(writer);
        }

        if (_completed.Count > 0)
        {
            WriteCompleted(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        var first = _delivered.SelectMany(part => part.Errors).FirstOrDefault() ?? _completed.Find(part => part.Error is not null).Error;
        return new WrittenResponse(output, first?.Code, dataIsNull: false);
    }

    private void WritePending(Utf8JsonWriter writer)
    {
        writer.WriteStartArray(Pending);
        foreach (var (id, delivery) in _pending)
        {
            writer.WriteStartObject();
            writer.WriteString(Id, id);
            ErrorResponse.WritePath(writer, Path, delivery.Path);
            if (delivery.Label is not null)
            {
                writer.WriteString(Label, delivery.Label);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteDelivered(Utf8JsonWriter writer)
    {
        writer.WriteStartArray(Incremental);
        foreach (var part in _delivered)
        {
            writer.WriteStartObject();
            writer.WriteString(Id, part.Id);
            WriteValue(writer, part);
            if (part.Errors.Count > 0)
            {
                ErrorResponse.WriteErrors(writer, part.Errors);
            }

            if (part.SubPath.Count > 0)
            {
                ErrorResponse.WritePath(writer, SubPath, part.SubPath);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, Delivered part)
    {
        writer.WritePropertyName(part.IsItems ? Items : Data);
        if (part.IsItems)
        {
            writer.WriteStartArray();
        }

        for (var i = part.First; i < part.First + part.Count; i++)
        {
            writer.WriteRawValue(part.Values[i], skipInputValidation: true);
            part.Values.Release();
        }

        if (part.IsItems)
        {
            writer.WriteEndArray();
        }
    }

    private void WriteCompleted(Utf8JsonWriter writer)
    {
        writer.WriteStartArray(Completed);
        foreach (var (id, error) in _completed)
        {
            writer.WriteStartObject();
            writer.WriteString(Id, id);
            if (error is not null)
            {
                ErrorResponse.WriteErrors(writer, [error]);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

/// <summary>One entry of <c>incremental</c>: an object's fields, or items of a list, by their places among written values.</summary>
/// <param name="Id">Of the pending entry that it belongs to.</param>
/// <param name="SubPath">From there to the object.</param>
internal sealed record Delivered(
    string Id, bool IsItems, WrittenParts Values, int First, int Count, IReadOnlyList<GraphQLError> Errors, IReadOnlyList<object> SubPath);
