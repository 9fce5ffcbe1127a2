using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

/// <summary>§7.1.1 Writes the result of an execution: <c>errors</c> first if there are any, then <c>data</c>.</summary>
internal static class ResponseWriter
{
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");

    /// <summary>
    /// Writes once, trusting that no leaf is an error. Where one is, all leaves are looked at and the response is written a second time.
    /// </summary>
    public static ResponseResult Write(ObjectBatch root, FieldErrors errors)
    {
        var output = ResponseOutput.Rent();
        if (!errors.Any && TryWrite(output, root))
        {
            return Finish(output, [], dataIsNull: false);
        }

        output.Reset();
        using (var check = new LeafCheck(errors))
        {
            check.Check(root);
        }

        return Write(output, root, errors.Settle());
    }

    /// <summary>A response whose data is null for the given errors.</summary>
    public static ResponseResult WriteNull(IReadOnlyList<GraphQLError> errors)
    {
        var output = ResponseOutput.Rent();
        output.Writer.WriteStartObject();
        ErrorResponse.WriteErrors(output.Writer, errors);
        output.Writer.WriteNull(Data);
        output.Writer.WriteEndObject();
        return Finish(output, errors, dataIsNull: true);
    }

    private static WrittenResponse Write(ResponseOutput output, ObjectBatch root, List<GraphQLError> errors)
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

        output.Writer.WriteEndObject();
        return Finish(output, errors, root.RootIsNull);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Leaves run the resolvers' code; what they throw is found again, and placed, by the check.")]
    private static bool TryWrite(ResponseOutput output, ObjectBatch root)
    {
        try
        {
            output.Writer.WriteStartObject();
            var complete = WriteData(output, root);
            output.Writer.WriteEndObject();
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

    private static WrittenResponse Finish(ResponseOutput output, IReadOnlyList<GraphQLError> errors, bool dataIsNull)
    {
        output.Writer.Flush();
        return new WrittenResponse(output, errors.Count > 0 ? errors[0].Code : null, dataIsNull);
    }
}
