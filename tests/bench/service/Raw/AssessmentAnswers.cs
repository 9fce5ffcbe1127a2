using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace R2P.Bench.Service.Raw;

/// <summary>Reads assessments over a connection, and writes them into the response as GraphQL would answer.</summary>
/// <param name="connection">Where the SQL runs.</param>
/// <param name="statements">The SQL.</param>
/// <param name="tokens">The viewer's tokens; null for SQL without a wall.</param>
internal sealed class AssessmentAnswers(NpgsqlConnection connection, AssessmentStatements statements, string[]? tokens)
{
    private const int PageSize = 20;

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Q1. Answers the ids of the documents, in the order in which they stand in the answer.</summary>
    public async Task<List<Guid>> WriteNewestAsync(HttpResponse response, string[] countries, CancellationToken cancellation)
    {
        var page = await ReadAsync(statements.Newest, new NpgsqlParameter<string[]> { TypedValue = countries }, cancellation);
        var ids = page.ConvertAll(row => row.Id);
        await using var command = Command(statements.NewestComments, new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        await command.PrepareAsync(cancellation);
        await using var comments = await command.ExecuteReaderAsync(cancellation);
        var more = await comments.ReadAsync(cancellation);

        await using var json = Begin(response);
        json.WriteStartObject(Names.Assessments);
        json.WriteStartArray(Names.Nodes);
        for (var place = 1; place <= page.Count; place++)
        {
            page[place - 1].WriteBegin(json);
            while (more && comments.GetInt64(0) == place)
            {
                WriteComment(json, comments.GetFieldValue<byte[]>(1));
                more = await comments.ReadAsync(cancellation);
            }

            AssessmentRow.WriteEnd(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        End(json);
        return ids;
    }

    /// <summary>Q2. Both statements go to the server together.</summary>
    public async Task<bool> WriteOneAsync(HttpResponse response, Guid id, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Batched(statements.One, id), Batched(statements.AllComments, id) } };
        await batch.PrepareAsync(cancellation);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await using var json = Begin(response);
        json.WritePropertyName(Names.Node);
        if (!await reader.ReadAsync(cancellation))
        {
            json.WriteNullValue();
            End(json);
            return false;
        }

        AssessmentRow.Read(reader).WriteBegin(json);
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            WriteComment(json, reader.GetFieldValue<byte[]>(0));
        }

        AssessmentRow.WriteEnd(json);
        End(json);
        return true;
    }

    /// <summary>Q3.</summary>
    public static void WriteTypename(HttpResponse response)
    {
        using var json = Begin(response);
        json.WriteString(Names.Typename, "Query"u8);
        End(json);
    }

    private static Utf8JsonWriter Begin(HttpResponse response)
    {
        response.ContentType = "application/json; charset=utf-8";
        var json = new Utf8JsonWriter(response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteStartObject(Names.Data);
        return json;
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteComment(Utf8JsonWriter json, byte[] text)
    {
        json.WriteStartObject();
        json.WriteString(Names.Text, text);
        json.WriteEndObject();
    }

    private async Task<List<AssessmentRow>> ReadAsync(string sql, NpgsqlParameter parameter, CancellationToken cancellation)
    {
        await using var command = Command(sql, parameter);
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<AssessmentRow>(PageSize);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(AssessmentRow.Read(reader));
        }

        return rows;
    }

    private NpgsqlCommand Command(string sql, NpgsqlParameter parameter)
    {
        var command = new NpgsqlCommand(sql, connection);
        AddParameters(command.Parameters, parameter);
        return command;
    }

    private NpgsqlBatchCommand Batched(string sql, Guid id)
    {
        var command = new NpgsqlBatchCommand(sql);
        AddParameters(command.Parameters, new NpgsqlParameter<Guid> { TypedValue = id });
        return command;
    }

    private void AddParameters(DbParameterCollection parameters, NpgsqlParameter first)
    {
        parameters.Add(first);
        if (tokens is not null)
        {
            parameters.Add(new NpgsqlParameter<string[]> { TypedValue = tokens });
        }
    }
}
