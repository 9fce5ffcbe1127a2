using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace R2P.Schema.Transfer;

/// <summary>How nodes stand in an export.</summary>
internal interface IExportFormat
{
    string ContentType { get; }

    /// <summary>Writes what comes before the first node.</summary>
    void Begin(PipeWriter body);

    void Write(PipeWriter body, JsonElement node);
}

/// <summary>Newline-delimited JSON: each node is one line.</summary>
internal sealed class NdjsonFormat : IExportFormat
{
    public const string MediaType = "application/x-ndjson";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ContentType => $"{MediaType}; charset=utf-8";

    public void Begin(PipeWriter body)
    {
    }

    public void Write(PipeWriter body, JsonElement node)
    {
        using (var writer = new Utf8JsonWriter(body, Options))
        {
            node.WriteTo(writer);
        }

        body.Write("\n"u8);
    }
}

/// <summary>
/// Comma-separated values (RFC 4180), one column for each leaf of the query; a list is JSON in its cell. A text that a spreadsheet would take for a formula
/// gets an apostrophe in front (<see cref="FormulaGuard"/>).
/// </summary>
internal sealed class CsvFormat(IReadOnlyList<string[]> columns) : IExportFormat
{
    public const string MediaType = "text/csv";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public string ContentType => $"{MediaType}; charset=utf-8; header=present";

    public void Begin(PipeWriter body) => WriteRow(body, columns.Select(column => string.Join('.', column)));

    public void Write(PipeWriter body, JsonElement node) => WriteRow(body, columns.Select(column => Cell(node, column)));

    private static string Cell(JsonElement node, string[] column)
    {
        var at = node;
        foreach (var step in column)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
            {
                return "";
            }
        }

        return at.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => FormulaGuard.On(at.GetString()!),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => at.GetRawText(),
        };
    }

    private static void WriteRow(PipeWriter body, IEnumerable<string> cells) =>
        body.Write(Encoding.UTF8.GetBytes($"{string.Join(',', cells.Select(Quote))}\r\n"));

    private static string Quote(string cell) => cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
