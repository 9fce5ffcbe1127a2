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
    /// <param name="extensions">Writes the entries of <c>extensions</c> (§7.1.1); null for a response without.</param>
    public static ResponseResult Write(ObjectBatch root, FieldErrors errors, Action<Utf8JsonWriter>? extensions = null)
    {
        var output = ResponseOutput.Rent();
        if (!errors.Any && TryWrite(output, root, extensions))
        {
            return Finish(output, hasErrors: false, dataIsNull: false);
        }

        output.Reset();
        using (var check = new LeafCheck(errors))
        {
            check.Check(root);
        }

        return Write(output, root, errors.Settle(), extensions);
    }

    /// <summary>A response whose data is null for the given errors.</summary>
    public static ResponseResult WriteNull(IReadOnlyList<GraphQLError> errors)
    {
        var output = ResponseOutput.Rent();
        output.Writer.WriteStartObject();
        ErrorResponse.WriteErrors(output.Writer, errors);
        output.Writer.WriteNull(Data);
        output.Writer.WriteEndObject();
        return Finish(output, hasErrors: true, dataIsNull: true);
    }

    /// <summary>A response that has nothing but extensions, as nothing was executed.</summary>
    public static ResponseResult WriteExtensions(Action<Utf8JsonWriter> extensions)
    {
        var output = ResponseOutput.Rent();
        output.Writer.WriteStartObject();
        End(output, extensions);
        return Finish(output, hasErrors: false, dataIsNull: false);
    }

    private static WrittenResponse Write(
        ResponseOutput output, ObjectBatch root, List<GraphQLError> errors, Action<Utf8JsonWriter>? extensions)
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

        End(output, extensions);
        return Finish(output, errors.Count > 0, root.RootIsNull);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Leaves run the resolvers' code; what they throw is found again, and placed, by the check.")]
    private static bool TryWrite(ResponseOutput output, ObjectBatch root, Action<Utf8JsonWriter>? extensions)
    {
        try
        {
            output.Writer.WriteStartObject();
            var complete = WriteData(output, root);
            End(output, extensions);
            return complete;
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

    private static void End(ResponseOutput output, Action<Utf8JsonWriter>? extensions)
    {
        if (extensions is not null)
        {
            output.Writer.WriteStartObject(Extensions);
            extensions(output.Writer);
            output.Writer.WriteEndObject();
        }

        output.Writer.WriteEndObject();
    }

    private static WrittenResponse Finish(ResponseOutput output, bool hasErrors, bool dataIsNull)
    {
        output.Writer.Flush();
        return new WrittenResponse(output, hasErrors, dataIsNull);
    }
}
