using System.Runtime.CompilerServices;
using System.Text.Json;

namespace R2P.Schema.Transfer;

/// <summary>Newline-delimited JSON: each line is one record.</summary>
internal sealed class NdjsonImport : IImportFormat
{
    public string MediaType => NdjsonFormat.MediaType;

    public async IAsyncEnumerable<ImportRecord> ReadAsync(Stream body, ImportShape shape, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var line in ImportLines.ReadAsync(body, cancellation))
        {
            number++;
            if (line is null)
            {
                yield return ImportRecord.Unreadable(number, [], ImportFormats.TooLong);
                yield break;
            }

            yield return Parse(number, line);
        }
    }

    private static ImportRecord Parse(int number, string line)
    {
        try
        {
            return new ImportRecord(number, line.Length == 0 ? null : ImportLine.Parse(line));
        }
        catch (JsonException)
        {
            return ImportRecord.Unreadable(number, [], "Is no JSON object.");
        }
    }
}
