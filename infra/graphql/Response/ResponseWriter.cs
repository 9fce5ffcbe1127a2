using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

/// <summary>§7.1.1 Writes the result of an execution: <c>errors</c> first if there are any, then <c>data</c>.</summary>
internal static class ResponseWriter
{
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Extensions = JsonEncodedText.Encode("extensions");

    /// <summary>
    /// Writes once, trusting that no leaf is an error. Where one is, all leaves are looked at and the response is written a second time.
    /// </summary>
    /// <param name="writeEnd">Writes the entries that follow the data; called once, when that is settled.</param>
    public static ResponseResult Write(ObjectBatch root, FieldErrors errors, Action<Utf8JsonWriter>? writeEnd = null)
    {
        var output = ResponseOutput.Rent();
        if (!errors.Any && TryWrite(output, root))
        {
            return Finish(output, writeEnd, [], dataIsNull: false);
        }

        output.Reset();
        using (var check = new LeafCheck(errors))
        {
            check.Check(root);
        }

        return Write(output, root, errors.Settle(), writeEnd);
    }

    /// <summary>A response whose data is null for the given errors.</summary>
    public static ResponseResult WriteNull(IReadOnlyList<GraphQLError> errors)
    {
        var output = ResponseOutput.Rent();
        output.Writer.WriteStartObject();
        ErrorResponse.WriteErrors(output.Writer, errors);
        output.Writer.WriteNull(Data);
        return Finish(output, null, errors, dataIsNull: true);
    }

    /// <summary>A response that has nothing but extensions, as nothing was executed.</summary>
    public static ResponseResult WriteExtensions(Action<Utf8JsonWriter> entries)
    {
        var output = ResponseOutput.Rent();
        output.Writer.WriteStartObject();
        return Finish(output, ExtensionsOf(entries), [], dataIsNull: false);
    }

    /// <summary>Writes the entry <c>extensions</c> (§7.1.1) behind the data.</summary>
    public static Action<Utf8JsonWriter> ExtensionsOf(Action<Utf8JsonWriter> entries) => writer =>
    {
        writer.WriteStartObject(Extensions);
        entries(writer);
        writer.WriteEndObject();
    };

    private static WrittenResponse Write(
        ResponseOutput output, ObjectBatch root, List<GraphQLError> errors, Action<Utf8JsonWriter>? writeEnd)
    {
        output.Writer.WriteStartObject();
        if (errors.Count > 0)
        {
            ErrorResponse.WriteErrors(output.Writer, errors);
        }

        if (!WriteData(output, root))
        {
            throw new InvalidOperationException("A leaf changed while the response was written.");
        }

        return Finish(output, writeEnd, errors, root.RootIsNull);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Leaves run the resolvers' code; what they throw is found again, and placed, by the check.")]
    private static bool TryWrite(ResponseOutput output, ObjectBatch root)
    {
        try
        {
            output.Writer.WriteStartObject();
            return WriteData(output, root);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static bool WriteData(ResponseOutput output, ObjectBatch root)
    {
        output.Writer.WritePropertyName(Data);
        return new DataWriter(output.Writer, output.Buffer).Write(root);
    }

    private static WrittenResponse Finish(
        ResponseOutput output, Action<Utf8JsonWriter>? writeEnd, IReadOnlyList<GraphQLError> errors, bool dataIsNull)
    {
        writeEnd?.Invoke(output.Writer);
        output.Writer.WriteEndObject();
        output.Writer.Flush();
        return new WrittenResponse(output, errors.Count > 0 ? errors[0].Code : null, dataIsNull);
    }
}
