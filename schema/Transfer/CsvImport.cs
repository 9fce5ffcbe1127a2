using System.Runtime.CompilerServices;
using System.Text;
using nietras.SeparatedValues;

namespace R2P.Schema.Transfer;

/// <summary>
/// Comma-separated values (RFC 4180) as an export writes them: the first row names the columns, a name with dots stands for a member of a member, and what is
/// no text is JSON in its cell. Lines end as they like, and a byte order mark may stand in front.
/// </summary>
internal sealed class CsvImport : IImportFormat
{
    private static readonly SepReaderOptions Options = new Sep(',').Reader(options => options with
    {
        HasHeader = false, // Rows of another length, and names that stand twice, are told in our own words.
        DisableColCountCheck = true,
    });

    public string MediaType => CsvFormat.MediaType;

    public async IAsyncEnumerable<ImportRecord> ReadAsync(Stream body, ImportShape shape, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var encoding = new WatchedUtf8();
        using var text = new StreamReader(body, encoding.Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        using var table = await Options.FromAsync(text, cancellation);
        CsvColumns? columns = null;
        var line = 1;
        for (CsvRow? row; (row = await NextAsync(table, encoding, line, cancellation)) is not null; line = row.NextLine)
        {
            if (row.Problem is not null)
            {
                yield return ImportRecord.Unreadable(row.Line, columns?.PathOf(row.Cells.Count - 1) ?? [], row.Problem);
                if (columns is null || row.IsLast)
                {
                    yield break;
                }
            }
            else if (columns is not null)
            {
                yield return ToRecord(columns, row);
            }
            else
            {
                columns = CsvColumns.Read(row.Cells, shape, out var problems);
                if (problems.Count > 0)
                {
                    yield return new ImportRecord(row.Line, null, [.. problems.Select(one => new ImportProblem(row.Line, one.Name.Split('.'), one.Message))]);
                    yield break;
                }
            }
        }

        if (columns is null)
        {
            yield return ImportRecord.Unreadable(1, [], "The file is empty: its first line names the columns.");
        }
    }

    private static ImportRecord ToRecord(CsvColumns columns, CsvRow row) => row switch
    {
        { IsBlank: true } => new ImportRecord(row.Line, null),
        _ when row.Cells.Count == columns.Count => columns.ToRecord(row.Line, row.Cells),
        _ => ImportRecord.Unreadable(row.Line, [], $"Has {row.Cells.Count} cells, and the table {columns.Count} columns."),
    };

    private static async ValueTask<CsvRow?> NextAsync(SepReader table, WatchedUtf8 encoding, int line, CancellationToken cancellation)
    {
        try
        {
            return await table.MoveNextAsync(cancellation) ? CsvRow.Read(table.Current, encoding, line) : null;
        }
        catch (NotSupportedException)
        {
            // No row of this length is held; a quotation mark that is not closed makes one of all that follows.
            return new CsvRow(line, line, [], ImportFormats.TooLong, IsLast: true);
        }
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Line">The line of the file where it begins.</param>
/// <param name="NextLine">The line where the next one does.</param>
/// <param name="Cells">Its cells; those up to the one that is wrong, if one is.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="IsLast">Whether what follows can't be read.</param>
internal sealed record CsvRow(int Line, int NextLine, IReadOnlyList<string> Cells, string? Problem = null, bool IsLast = false)
{
    public bool IsBlank => Cells is [""];

    public static CsvRow Read(SepReader.Row row, WatchedUtf8 encoding, int line)
    {
        if (Encoding.UTF8.GetByteCount(row.Span) > ImportFormats.MaxBytes)
        {
            return new CsvRow(line, row.LineNumberToExcl, [], ImportFormats.TooLong, IsLast: true);
        }

        var cells = new List<string>(row.ColCount);
        for (var i = 0; i < row.ColCount; i++)
        {
            cells.Add(CsvCell.Read(row[i].Span, out var problem));
            if (encoding.IsBroken && row[i].Span.Contains(WatchedUtf8.Instead))
            {
                return new CsvRow(line, row.LineNumberToExcl, cells, "Is not in UTF-8: save the file as UTF-8.", IsLast: true);
            }

            if (problem is not null)
            {
                return new CsvRow(line, row.LineNumberToExcl, cells, problem);
            }
        }

        return new CsvRow(line, row.LineNumberToExcl, cells);
    }
}
